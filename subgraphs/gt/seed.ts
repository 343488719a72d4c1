import type { StateFacts } from '../world/facts/state-facts.js';
import { createRandom } from '../world/random.js';
import type { Row, TableRows } from '../world/tables.js';
import { calibres, countries, makes } from './seed/codes.js';
import { drugTables } from './seed/drugs.js';
import { firearmTables } from './seed/firearms.js';
import { gangTables } from './seed/gangs.js';
import { contactRow, lawRow } from './seed/laws.js';
import { networkTables } from './seed/networks.js';
import { personRow } from './seed/persons.js';
import { precursorIncidentRow, shipmentRow, substanceRows } from './seed/precursors.js';
import { traceRequestRow } from './seed/trace-requests.js';

/** Guatemala's part of the world: normalised, numeric codes, dates as DD/MM/YYYY, and what years of typing do. */
export function seedGt(facts: StateFacts): TableRows {
  const random = createRandom(facts.seed + 502);
  return new Map<string, readonly Row[]>([
    ['cat_marca', makes.map((nombre, index) => ({ cod_marca: index + 1, nombre }))],
    ['cat_calibre', calibres.map((descripcion, index) => ({ cod_calibre: index + 1, descripcion }))],
    ['cat_pais', countries.map(([iso2, nombre], index) => ({ cod_pais: index + 1, iso2, nombre }))],
    ['cat_sustancia', substanceRows()],
    ...firearmTables(random, facts),
    ['solicitud_rastreo', facts.traceRequests.map((request) => traceRequestRow(random, request))],
    ['persona', facts.persons.map((person) => personRow(random, person))],
    ...drugTables(random, facts),
    ['embarque', facts.shipments.map((shipment) => shipmentRow(random, shipment))],
    [
      'incidente_precursor',
      facts.precursorIncidents.map((incident) => precursorIncidentRow(random, incident)),
    ],
    ...networkTables(random, facts),
    ...gangTables(random, facts),
    ['ley', facts.laws.map((law) => lawRow(random, law))],
    ['contacto', facts.contacts.map((contact) => contactRow(random, contact))],
  ]);
}
