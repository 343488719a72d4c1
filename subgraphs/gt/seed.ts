import type { StateFacts } from '../world/facts/state-facts.js';
import { createRandom } from '../world/random.js';
import { type Row, rowsOf, type TableRows } from '../world/tables.js';
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
  return new Map<string, Iterable<Row>>([
    ['cat_marca', makes.map((nombre, index) => ({ cod_marca: index + 1, nombre }))],
    ['cat_calibre', calibres.map((descripcion, index) => ({ cod_calibre: index + 1, descripcion }))],
    ['cat_pais', countries.map(([iso2, nombre], index) => ({ cod_pais: index + 1, iso2, nombre }))],
    ['cat_sustancia', substanceRows()],
    ...firearmTables(random, facts),
    ['solicitud_rastreo', rowsOf(facts.traceRequests, (request) => traceRequestRow(random, request))],
    ['persona', rowsOf(facts.persons, (person) => personRow(random, person))],
    ...drugTables(random, facts),
    ['embarque', rowsOf(facts.shipments, (shipment) => shipmentRow(random, shipment))],
    [
      'incidente_precursor',
      rowsOf(facts.precursorIncidents, (incident) => precursorIncidentRow(random, incident)),
    ],
    ...networkTables(random, facts),
    ...gangTables(random, facts),
    ['ley', rowsOf(facts.laws, (law) => lawRow(random, law))],
    ['contacto', rowsOf(facts.contacts, (contact) => contactRow(random, contact))],
  ]);
}
