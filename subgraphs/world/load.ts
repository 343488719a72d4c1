import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { seedBz } from '../bz/seed.js';
import { seedCr } from '../cr/seed.js';
import { seedDo } from '../do/seed.js';
import { seedGt } from '../gt/seed.js';
import { seedHn } from '../hn/seed.js';
import { seedNi } from '../ni/seed.js';
import { seedPa } from '../pa/seed.js';
import { seedSv } from '../sv/seed.js';
import { seedUs } from '../us/seed.js';
import type { StateFacts } from './facts/state-facts.js';
import { worldStates } from './keeps.js';
import { fillDatabase, type OnRows, type TableCounts } from './fill.js';
import { isMade, noteMade, schemaOf } from './made-of.js';
import type { TableRows } from './tables.js';
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

/** How a database is to be filled. */
export interface SeedOptions extends WorldOptions {
  /** Told now and then how many rows are in. */
  readonly onRows?: OnRows;
}

/**
 * Creates and fills a State's database; one that is filled is left alone. A SQLite file appears whole or not at all; in
 * PostgreSQL and MariaDB tables that are there without rows are filled.
 *
 * @param options - without them a file that has the State's tables is left alone, of whatever seed and scale it was made
 * @returns how many rows came into which table; undefined where the database was left alone
 */
export async function seedDatabase(
  url: string,
  state: StateCode,
  options?: SeedOptions,
): Promise<TableCounts | undefined> {
  const { seed = 2007, scale = 1, onRows } = options ?? {};
  const schema = schemaOf(state);
  const tables = (): TableRows => stateTables(state, { seed, scale });
  if (!url.startsWith('file:')) return fillDatabase(url, schema, tables, onRows);
  const file = fileURLToPath(url);
  if (isMade(file, state, options && { seed, scale })) return undefined;
  mkdirSync(dirname(file), { recursive: true });
  const draft = join(dirname(file), `.${state}-${String(process.pid)}.draft`);
  rmSync(draft, { force: true });
  const counts = await fillDatabase(pathToFileURL(draft).href, schema, tables, onRows);
  renameSync(draft, file);
  noteMade(file, state, { seed, scale });
  return counts;
}
