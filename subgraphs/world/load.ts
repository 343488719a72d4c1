import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { fromRoot } from '../../common/root.js';
import { seedBz } from '../bz/seed.js';
import { seedCr } from '../cr/seed.js';
import { seedDo } from '../do/seed.js';
import { seedGt } from '../gt/seed.js';
import { seedHn } from '../hn/seed.js';
import { type Database, openDatabase } from '../kit/database/open.js';
import { readShape } from '../kit/database/shape.js';
import { seedNi } from '../ni/seed.js';
import { seedPa } from '../pa/seed.js';
import { seedSv } from '../sv/seed.js';
import { seedUs } from '../us/seed.js';
import type { StateFacts } from './facts/state-facts.js';
import { worldStates } from './keeps.js';
import type { Row, TableRows } from './tables.js';
import { makeWorld, type StateCode, type WorldOptions } from './world.js';

/** How each State of the demo writes down what it knows. */
const seeds: Readonly<Partial<Record<StateCode, (facts: StateFacts) => TableRows>>> = {
  BZ: seedBz,
  CR: seedCr,
  DO: seedDo,
  GT: seedGt,
  HN: seedHn,
  NI: seedNi,
  PA: seedPa,
  SV: seedSv,
  US: seedUs,
};

/** States that have a database of the demo. */
export const demoStateCodes: readonly StateCode[] = worldStates.filter((state) =>
  Object.hasOwn(seeds, state),
);

export function isDemoState(code: string): code is StateCode {
  return demoStateCodes.some((state) => state === code);
}

/** A State's part of the world, in its own tables. */
export function stateTables(state: StateCode, options: WorldOptions = {}): TableRows {
  const seed = seeds[state];
  if (seed === undefined) throw new Error(`no seed for ${state}`);
  return seed(makeWorld(options).factsOf(state));
}

/**
 * Creates and fills a State's database; one that is filled is left alone. A SQLite file appears whole or not at all; in
 * PostgreSQL and MariaDB tables that are there without rows are filled.
 */
export async function seedDatabase(url: string, state: StateCode, options: WorldOptions = {}): Promise<void> {
  if (!url.startsWith('file:')) return fillDatabase(url, state, options);
  const file = fileURLToPath(url);
  const madeOf = `${file}.made-of`;
  const digest = createHash('sha256').update(schemaOf(state)).update(JSON.stringify(options)).digest('hex');
  if (existsSync(file) && existsSync(madeOf) && readFileSync(madeOf, 'utf8') === digest) return;
  mkdirSync(dirname(file), { recursive: true });
  const draft = join(dirname(file), `.${state}-${String(process.pid)}.draft`);
  rmSync(draft, { force: true });
  await fillDatabase(pathToFileURL(draft).href, state, options);
  renameSync(draft, file);
  writeFileSync(madeOf, digest);
}

async function fillDatabase(url: string, state: StateCode, options: WorldOptions): Promise<void> {
  const database = openDatabase(url, { writable: true });
  try {
    const tables = stateTables(state, options);
    const held = await heldRows(database, tables);
    if (held !== undefined && held > 0) return;
    if (held === undefined) await createTables(database, state);
    await insertRows(database, tables);
  } finally {
    await database.db.destroy();
  }
}

/** How many rows the first table holds; all tables are filled together. Undefined where there is no such table. */
async function heldRows(database: Database, tables: TableRows): Promise<number | undefined> {
  const [table] = tables.keys();
  const shape = await readShape(database);
  if (table === undefined || !shape.has(table)) return undefined;
  const count = database.db.fn.countAll<number | string>().as('rows');
  const { rows } = await database.db.selectFrom(table).select(count).executeTakeFirstOrThrow();
  return Number(rows);
}

function schemaOf(state: StateCode): string {
  return readFileSync(fromRoot('subgraphs', state.toLowerCase(), 'schema.sql'), 'utf8');
}

async function createTables({ db }: Database, state: StateCode): Promise<void> {
  const text = schemaOf(state).replaceAll(/--.*$/gmu, '');
  for (const statement of text.split(';').map((part) => part.trim()))
    if (statement !== '') await sql.raw(statement).execute(db);
}

/** Rows that one statement inserts: below every database's limit of parameters. */
const batchRows = 500;

async function insertRows({ db }: Database, tables: TableRows): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    for (const [table, rows] of tables)
      for (const batch of batchesOf(rows)) await transaction.insertInto(table).values(batch).execute();
  });
}

function* batchesOf(rows: Iterable<Row>): Iterable<readonly Row[]> {
  let batch: Row[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length === batchRows) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
