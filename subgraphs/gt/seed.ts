import type { StateFacts } from '../world/facts/state-facts.js';
import { createRandom } from '../world/random.js';
import type { Row, TableRows } from '../world/tables.js';
import { calibres, countries, makes } from './seed/codes.js';
import { firearmTables } from './seed/firearms.js';
import { personRow } from './seed/persons.js';
import { publishedDrugRows } from './seed/published-drugs.js';

/** Guatemala's part of the world: normalised, numeric codes, dates as DD/MM/YYYY, and what years of typing do. */
export function seedGt(facts: StateFacts): TableRows {
  const random = createRandom(facts.seed + 502);
  return new Map<string, readonly Row[]>([
    ['cat_marca', makes.map((nombre, index) => ({ cod_marca: index + 1, nombre }))],
    ['cat_calibre', calibres.map((descripcion, index) => ({ cod_calibre: index + 1, descripcion }))],
    ['cat_pais', countries.map(([iso2, nombre], index) => ({ cod_pais: index + 1, iso2, nombre }))],
    ...firearmTables(random, facts),
    ['persona', facts.persons.map((person) => personRow(random, person))],
    ['incautacion_droga', publishedDrugRows()],
  ]);
}
