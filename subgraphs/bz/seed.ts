import type { StateFacts } from '../world/facts/state-facts.js';
import { createRandom } from '../world/random.js';
import type { TableRows } from '../world/tables.js';
import { armsControlTables } from './seed-arms-control.js';
import { drugTables } from './seed-drugs.js';
import { firearmTables } from './seed-firearms.js';
import { gangTables } from './seed-gangs.js';
import { preventionTables } from './seed-prevention.js';

/** Belize's part of the world: wide tables in English, free text, MM/DD/YYYY, inches, pounds and acres. */
export function seedBz(facts: StateFacts): TableRows {
  const random = createRandom(facts.seed + 501);
  const parts = [
    firearmTables(random, facts),
    armsControlTables(random, facts),
    drugTables(random, facts),
    gangTables(random, facts),
    preventionTables(random, facts),
  ];
  return new Map(parts.flatMap((part) => [...part]));
}
