import { afterAll, describe, expect, it } from '@jest/globals';
import type { StateCode } from '../../subgraphs/world/world.js';
import { openStateNode } from '../unit/world/state-node.js';
import { firstPage, type Page } from '../unit/world/state-page.js';
import { throwawayDatabase } from '../services/throwaway-database.js';
import { type MadeDatabase, mariadbDatabase } from './national-databases.js';

const made: MadeDatabase[] = [];

afterAll(async () => {
  for (const { drop } of made) await drop();
});

/** The first records of every type that a State serves, out of a database of its own. */
async function everyPage(state: StateCode, database?: MadeDatabase): Promise<ReadonlyMap<string, Page>> {
  if (database !== undefined) made.push(database);
  const node = await openStateNode(state, { scale: 0.2 }, database?.url);
  const pages = new Map<string, Page>();
  for (const type of Object.keys(node.source.mapping.records))
    pages.set(type, await firstPage(node, state, type));
  await node.close();
  return pages;
}

describe.each(['PA', 'CR', 'DO'] as const)('%s', (state) => {
  it('answers the same from SQLite, PostgreSQL and MariaDB', async () => {
    const name = `istmo_${state.toLowerCase()}_${String(process.pid)}_${String(Date.now())}`;
    const fromSqlite = await everyPage(state);
    expect([...fromSqlite.values()].every(({ totalCount }) => totalCount > 0)).toBe(true);
    expect(await everyPage(state, await throwawayDatabase(name))).toEqual(fromSqlite);
    expect(await everyPage(state, await mariadbDatabase(name))).toEqual(fromSqlite);
  }, 120_000);
});
