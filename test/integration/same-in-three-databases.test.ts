import { afterAll, expect, it } from '@jest/globals';
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
