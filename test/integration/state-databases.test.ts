import { afterAll, describe, expect, it } from '@jest/globals';
import { throwawayDatabase } from '../services/throwaway-database.js';
import { type MadeDatabase, mariadbDatabase } from './national-databases.js';
import { readRecords, type Values } from '../unit/world/read-records.js';
import { openStateNode } from '../unit/world/state-node.js';
import type { StateCode } from '../../subgraphs/world/world.js';

const states = ['BZ', 'CR', 'DO', 'HN', 'NI', 'PA'] as const;
const scale = 0.05;
const made: MadeDatabase[] = [];

afterAll(async () => {
  for (const { drop } of made) await drop();
});

/** Every record of every type that a State serves, as it stands in one of the databases. */
async function toldBy(state: StateCode, url?: string): Promise<ReadonlyMap<string, Values>> {
  const node = await openStateNode(state, { scale }, url);
  try {
    const lists = [];
    for (const type of Object.keys(node.source.mapping.records))
      lists.push(await readRecords(node, state, type));
    return new Map(lists.flatMap((records) => [...records]));
  } finally {
    await node.close();
  }
}

describe.each(states)('%s', (state) => {
  it.each([
    ['PostgreSQL', throwawayDatabase],
    ['MariaDB', mariadbDatabase],
  ])('tells the same out of %s as out of SQLite', async (_, make) => {
    const database = await make(`istmo_same_${state.toLowerCase()}_${String(process.pid)}`);
    made.push(database);
    const [told, embedded] = [await toldBy(state, database.url), await toldBy(state)];
    expect(told.size).toBeGreaterThan(50);
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(embedded));
  });
});
