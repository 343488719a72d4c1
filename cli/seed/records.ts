import { readFileSync } from 'node:fs';
import { readYaml } from '../../common/problem.js';
import { fromRoot } from '../../common/root.js';
import { mappingSchema } from '../../subgraphs/kit/mapping/mapping.js';
import type { TableCounts } from '../../subgraphs/world/fill.js';
import type { StateCode } from '../../subgraphs/world/world.js';

/** How many of a State's rows are records of the shared language: those of the tables that its mapping names as records. */
export function recordsIn(state: StateCode, counts: TableCounts): number {
  const file = fromRoot('subgraphs', state.toLowerCase(), 'mapping.yaml');
  const { records } = mappingSchema.parse(readYaml(file, readFileSync(file, 'utf8')).value);
  return Object.values(records).reduce((sum, { table }) => sum + (counts.get(table) ?? 0), 0);
}
