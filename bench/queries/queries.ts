import { followQuery } from './follow.js';
import type { BenchQuery } from './query.js';
import { coldQuery, recordsQuery } from './records.js';

/** All questions, in the order in which they are measured. */
export const queries: readonly BenchQuery[] = [
  recordsQuery('9x1', 'one record of each of nine States', 1),
  recordsQuery('9x20', 'twenty records of each of nine States', 20),
  followQuery,
  coldQuery,
];

/** @throws Error naming the queries that there are */
export function queryNamed(name: string): BenchQuery {
  const found = queries.find((query) => query.name === name);
  if (found === undefined)
    throw new Error(`no query ${name}; there are ${queries.map((query) => query.name).join(', ')}`);
  return found;
}
