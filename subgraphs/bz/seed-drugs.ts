import type { CropSiteFact, DrugSeizureFact } from '../world/facts/drugs.js';
import type { ConveyanceFact } from '../world/facts/organizations.js';
import type { StateFacts } from '../world/facts/state-facts.js';
import type { Random } from '../world/random.js';
import { type Row, rowsOf, type TableRows } from '../world/tables.js';
import { countryName, entryOf, inOneBox, located, pairs, slips, typed, typedWithSlips } from './entry.js';
import { wordFor } from './word-list.js';
import { words } from './words.js';

const kilogramsInAPound = 0.45359237;
const hectaresInAnAcre = 0.40468564224;
const stations = ['Anti-Narcotics Unit', 'Coast Guard', 'Belize City Station'];

/** Seizures of drugs, fields of drug crops, and vehicles. */
export function drugTables(random: Random, { drugSeizures, cropSites, conveyances }: StateFacts): TableRows {
  return new Map<string, Iterable<Row>>([
    ['drug_seizures', rowsOf(drugSeizures, (seizure) => seizureRow(random, seizure))],
    ['drug_seizure_people', pairs(drugSeizures, 'drug_seizure_id', 'person_id', ({ persons }) => persons)],
    ['crop_fields', rowsOf(cropSites, (site) => cropRow(random, site))],
    ['vehicles', rowsOf(conveyances, (conveyance) => vehicleRow(random, conveyance))],
  ]);
}

function seizureRow(random: Random, seizure: DrugSeizureFact): Row {
  const { quantityKilograms: kilograms } = seizure;
  return {
    id: seizure.number,
    file_no: seizure.caseNumber,
    seized_at: seizure.seizedAt,
    ...located(random, seizure, seizure.place),
    drug: wordFor(random, words.drug, seizure.substance),
    form: slips(random, seizure, 0.02) ? 'Brick' : wordFor(random, words.form, seizure.form),
    pounds: kilograms === null ? null : Math.round((kilograms / kilogramsInAPound) * 1e6) / 1e6,
    pieces: seizure.quantityUnits,
    purity: seizure.purityPercent,
    stamp: seizure.packagingMarks,
    way: wordFor(random, words.way, seizure.mode),
    vehicle_id: seizure.conveyance,
    hidden_in: seizure.concealment,
    came_from: countryName(random, seizure.origin),
    came_through: inOneBox(
      seizure.transit.map((iso) => wordFor(random, words.country, iso)),
      ',',
    ),
    going_to: countryName(random, seizure.destination),
    ...entryOf(random, seizure, stations),
  };
}

function cropRow(random: Random, site: CropSiteFact): Row {
  return {
    id: site.number,
    crop: wordFor(random, words.crop, site.crop),
    acres: acres(site.hectares),
    acres_cleared: acres(site.eradicatedHectares),
    surveyed: typedWithSlips(random, site, site.surveyedOn),
    ...located(random, site, site.place),
    ...entryOf(random, site, ['Anti-Narcotics Unit', 'Belize Defence Force']),
  };
}

function acres(hectares: number): number {
  return Math.round((hectares / hectaresInAnAcre) * 1e8) / 1e8;
}

function vehicleRow(random: Random, conveyance: ConveyanceFact): Row {
  return {
    id: conveyance.number,
    kind: wordFor(random, words.vehicle, conveyance.kind),
    plate: slips(random, conveyance, 0.03) ? 'NO PLATE' : conveyance.registration,
    plate_country: countryName(random, conveyance.registrationCountry),
    vin: conveyance.vin,
    imo: conveyance.imo,
    tail_no: conveyance.tail,
    make: conveyance.make,
    model: conveyance.model,
    built: conveyance.year,
    colour: conveyance.colour,
    status: wordFor(random, words.vehicle_status, conveyance.status),
    status_on: typed(conveyance.statusOn),
    ...entryOf(random, conveyance, ['Traffic Department', 'Port Authority']),
  };
}
