import type { StateFacts } from '../world/facts/state-facts.js';
import { createRandom } from '../world/random.js';
import type { Row, TableRows } from '../world/tables.js';
import { dealerRows, firearmRow, importerRows, makerRows, saleRows } from './seed/firearms.js';
import { subjectRow } from './seed/persons.js';

/** The United States' part of the world: what dealers sold to whom, normalised around sales. */
export function seedUs({ seed, firearms, persons }: StateFacts): TableRows {
  const random = createRandom(seed + 1);
  return new Map<string, readonly Row[]>([
    ['manufacturer', makerRows()],
    ['importer', importerRows()],
    ['dealer', dealerRows()],
    ['purchaser', persons.map(subjectRow)],
    ['firearm', firearms.map((firearm) => firearmRow(random, firearm))],
    ['sale', firearms.flatMap(saleRows)],
  ]);
}
