import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { openDatabase } from '../../subgraphs/kit/database/open.js';
import { throwawayDatabase } from '../services/throwaway-database.js';
import type { NodeUnderTest } from '../unit/kit/node-under-test.js';
import { foundBy, keysByName } from '../unit/kit/accented-names.js';
import { adults, all, events, openPersons, persons } from '../unit/kit/partial-dates.js';
import { type MadeDatabase, mariadbDatabase } from './national-databases.js';

const made: MadeDatabase[] = [];
afterAll(async () => {
  for (const { drop } of made) await drop();
});

const terms = [
  '',
  'sort: { field: birthDate }',
  'sort: { field: birthDate, descending: true }',
  ...[
    'gte: "1987-01-01"',
    'gte: "1987-01-02"',
    'lte: "1987-12-31"',
    'lte: "1987-12-30"',
    'lte: "1988-02-28"',
  ].map((filter) => `filter: { birthDate: { ${filter} } }`),
];

/** What is served of births and ages to somebody who may see all, and to somebody who may see adults. */
async function everyAnswer(node: NodeUnderTest): Promise<unknown> {
  const answers: unknown[] = [];
  for (const one of terms)
    for (const grant of [all, adults]) answers.push([one, await persons(node, grant, one)]);
  await node.close();
  return answers;
}

/** An empty database in PostgreSQL and one in MariaDB. */
async function servers(prefix: string): Promise<readonly string[]> {
  const both = [
    await throwawayDatabase(prefix),
    await mariadbDatabase(`${prefix}_${String(process.pid)}_${String(Date.now())}`),
  ];
  made.push(...both);
  return both.map(({ url }) => url);
}

it('dates without day or month, and the ages that they tell, are the same in SQLite, PostgreSQL and MariaDB', async () => {
  const inSqlite = await everyAnswer(await openPersons(events));
  for (const url of await servers('istmo_births'))
    expect(await everyAnswer(await openPersons(events, url))).toEqual(inSqlite);
}, 120_000);

it('names with accents are found in PostgreSQL and MariaDB as in SQLite', async () => {
  for (const url of await servers('istmo_names')) expect(await keysByName(url)).toEqual(foundBy);
}, 60_000);

it('a node can read a database of any kind, change nothing in it, and makes none where there is none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'istmo-read-'));
  const urls = [pathToFileURL(join(folder, 'state.db')).href, ...(await servers('istmo_read'))];
  for (const url of urls) {
    const filling = openDatabase(url, { writable: true });
    await sql`CREATE TABLE kept (one INTEGER)`.execute(filling.db);
    await sql`INSERT INTO kept VALUES (1)`.execute(filling.db);
    const { db } = openDatabase(url);
    await expect(sql`INSERT INTO kept VALUES (2)`.execute(db)).rejects.toThrow(/read.?only/iu);
    await expect(sql`CREATE TABLE more (one INTEGER)`.execute(db)).rejects.toThrow(/read.?only/iu);
    expect((await sql`SELECT one FROM kept`.execute(db)).rows).toEqual([{ one: 1 }]);
    await db.destroy();
    await filling.db.destroy();
  }
  const missing = join(folder, 'missing.db');
  expect(() => openDatabase(pathToFileURL(missing).href)).toThrow();
  expect(existsSync(missing)).toBe(false);
}, 60_000);
