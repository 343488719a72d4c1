import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { type Database, openDatabase } from '../kit/database/open.js';
import { readShape } from '../kit/database/shape.js';
import type { Row, TableRows } from './tables.js';

/** How many rows came into which table. */
export type TableCounts = ReadonlyMap<string, number>;

/** Told how many rows are in so far. */
export type OnRows = (rows: number) => void;

/**
 * Makes the tables where there are none, and fills them in one transaction; tables with rows are left alone.
 *
 * @param schema - `CREATE` statements
 * @param makeTables - called only where rows are wanted; rows are taken one batch at a time
 */
export async function fillDatabase(
  url: string,
  schema: string,
  makeTables: () => TableRows,
  onRows?: OnRows,
): Promise<TableCounts | undefined> {
  const database = openDatabase(url, { writable: true });
  try {
    const held = await heldRows(database, schema);
    if (held !== undefined && held > 0) return undefined;
    if (held === undefined) await createTables(database, schema);
    return await insertRows(database, makeTables(), onRows);
  } finally {
    await database.db.destroy();
  }
}

/** How many rows the first table holds; all tables are filled together. Undefined where there is no such table. */
async function heldRows(database: Database, schema: string): Promise<number | undefined> {
  const table = /CREATE TABLE (\w+)/u.exec(schema)?.[1];
  const shape = await readShape(database);
  if (table === undefined || !shape.has(table)) return undefined;
  const count = database.db.fn.countAll<number | string>().as('rows');
  const { rows } = await database.db.selectFrom(table).select(count).executeTakeFirstOrThrow();
  return Number(rows);
}

async function createTables({ db }: Database, schema: string): Promise<void> {
  const text = schema.replaceAll(/--.*$/gmu, '');
  for (const statement of text.split(';').map((part) => part.trim()))
    if (statement !== '') await sql.raw(statement).execute(db);
}

/** Values that one statement inserts: below every database's limit of parameters. */
const batchValues = 8_000;

async function insertRows({ db }: Database, tables: TableRows, onRows?: OnRows): Promise<TableCounts> {
  const counts = new Map<string, number>();
  let all = 0;
  await db.transaction().execute(async (transaction) => {
    for (const [table, rows] of tables) {
      for (const batch of batchesOf(rows)) {
        await transaction.insertInto(table).values(batch).execute();
        counts.set(table, (counts.get(table) ?? 0) + batch.length);
        all += batch.length;
        onRows?.(all);
        // SQLite answers at once: without a turn of the loop nothing of what its statements hold is freed
        await setImmediate();
      }
    }
  });
  return counts;
}

function* batchesOf(rows: Iterable<Row>): Iterable<readonly Row[]> {
  let batch: Row[] = [];
  let most = 1;
  for (const row of rows) {
    if (batch.length === 0) most = Math.max(1, Math.floor(batchValues / Object.keys(row).length));
    batch.push(row);
    if (batch.length === most) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
