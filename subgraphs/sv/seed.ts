import type { StateFacts } from '../world/facts/state-facts.js';
import { createRandom } from '../world/random.js';
import type { Row, TableRows } from '../world/tables.js';
import { firearmRow, seizureRow } from './seed/firearms.js';
import { detentionRows, personRow } from './seed/persons.js';
import { publishedDrugRows } from './seed/published-drugs.js';

/** El Salvador's part of the world: wide rows, free text, inches, ISO dates where there are any. */
export function seedSv({ seed, firearms, firearmSeizures, persons }: StateFacts): TableRows {
  const random = createRandom(seed + 503);
  return new Map<string, readonly Row[]>([
    ['actas', firearmSeizures.map((seizure) => seizureRow(random, seizure))],
    ['registro_armas', firearms.map((firearm) => firearmRow(random, firearm))],
    ['detenidos', persons.map((person) => personRow(random, person))],
    ['actas_detenidos', firearmSeizures.flatMap(detentionRows)],
    ['incautaciones', publishedDrugRows()],
  ]);
}
