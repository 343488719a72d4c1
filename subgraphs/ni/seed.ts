import type { StateFacts } from '../world/facts/state-facts.js';
import { createRandom } from '../world/random.js';
import type { TableRows } from '../world/tables.js';
import { armsControlTables } from './seed-arms-control.js';
import { drugTables } from './seed-drugs.js';
import { firearmTables } from './seed-firearms.js';
import { preventionTables } from './seed-prevention.js';

/** Nicaragua's part of the world: keys with a prefix, letters for codes, YYYYMMDD, mixed units, lists in one box. */
export function seedNi(facts: StateFacts): TableRows {
  const random = createRandom(facts.seed + 505);
  const parts = [
    firearmTables(random, facts),
    armsControlTables(random, facts),
    drugTables(random, facts),
    preventionTables(random, facts),
  ];
  return new Map(parts.flatMap((part) => [...part]));
}
