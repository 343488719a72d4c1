import type { FirearmFact, FirearmSeizureFact } from '../world/facts/firearms.js';
import type { StateFacts } from '../world/facts/state-facts.js';
import { detailRows } from '../world/clerk.js';
import type { Random } from '../world/random.js';
import { type Row, rowsOf, type TableRows } from '../world/tables.js';
import { countryName, entryOf, inOneBox, located, pairs, slips, typed, typedWithSlips } from './entry.js';
import { wordFor } from './word-list.js';
import { words } from './words.js';

const stations = ['Gang Intelligence Unit', 'Belize City Station', 'San Pedro Station', 'Special Branch'];

/** Firearms, each with its whole story in one line, and their seizures. */
export function firearmTables(random: Random, { firearms, firearmSeizures }: StateFacts): TableRows {
  return new Map<string, Iterable<Row>>([
    ['seizures', rowsOf(firearmSeizures, (seizure) => seizureRow(random, seizure))],
    [
      'seizure_ammo',
      detailRows(firearmSeizures, ['id', 'seizure_id'], ({ ammunition }) =>
        ammunition.map(({ calibre, quantity }) => ({
          caliber: wordFor(random, words.caliber, calibre),
          rounds: quantity,
        })),
      ),
    ],
    ['seizure_people', pairs(firearmSeizures, 'seizure_id', 'person_id', ({ persons }) => persons)],
    ['firearms', rowsOf(firearms, (firearm) => firearmRow(random, firearm))],
  ]);
}

function firearmRow(random: Random, firearm: FirearmFact): Row {
  const { number, model, theft, sale } = firearm;
  return {
    id: number,
    serial_no: typedSerial(random, firearm),
    filed_off: firearm.serialObliterated ? 'Yes' : 'No',
    make: typedMake(random, firearm),
    model: model.model,
    kind: wordFor(random, words.kind, model.category),
    caliber: wordFor(random, words.caliber, model.calibre),
    barrel_in: Math.round((model.barrelMillimetres / 25.4) * 1e4) / 1e4,
    finish: firearm.finish,
    made_in: countryName(random, model.country),
    other_marks: firearm.additionalMarkings,
    what_happened: wordFor(random, words.what_happened, firearm.status),
    seizure_id: firearm.seizure,
    stolen_on: theft === null ? null : typedWithSlips(random, firearm, theft.on),
    stolen_district: theft === null ? null : wordFor(random, words.district, theft.place.subdivision),
    stolen_town: theft?.place.municipality ?? null,
    imported_on: typed(firearm.importedOn),
    sold_on: typed(sale?.on ?? null),
    sold_by: sale?.dealer ?? null,
    ...entryOf(random, firearm, stations),
  };
}

/** In one of the ways that are known, or in a way that is not. */
function typedMake(random: Random, firearm: FirearmFact): string {
  const { make } = firearm.model;
  const word = wordFor(random, words.make, make);
  return slips(random, firearm, 0.07) ? `${make.slice(0, 1)}${make.slice(2)}` : word;
}

function typedSerial(random: Random, firearm: FirearmFact): string | null {
  const { serial, serialObliterated } = firearm;
  if (serialObliterated) return 'NONE';
  if (slips(random, firearm, 0.06)) return random.pick(['', 'N/A', 'UNK']);
  if (slips(random, firearm, 0.05)) return serial.toLowerCase();
  return slips(random, firearm, 0.07) ? `${serial.slice(0, -3)} ${serial.slice(-3)}` : serial;
}

function seizureRow(random: Random, seizure: FirearmSeizureFact): Row {
  return {
    id: seizure.number,
    file_no: seizure.caseNumber,
    seized_at: seizure.seizedAt,
    ...located(random, seizure, seizure.place),
    how: random.pick(['Checkpoint', 'Search warrant', 'Patrol', 'Tip', null]),
    hidden_in: random.pick(['Vehicle', 'House', 'Luggage', null, null]),
    came_from: countryName(random, seizure.origin),
    came_through: inOneBox(
      seizure.transit.map((iso) => wordFor(random, words.country, iso)),
      ',',
    ),
    going_to: countryName(random, seizure.destination),
    kept_at: random.pick(['National Forensic Science Service', 'Station store']),
    ...entryOf(random, seizure, stations),
  };
}
