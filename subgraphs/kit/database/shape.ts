import type { Database } from './open.js';

/** Table → column → whether it holds numbers. */
export type DatabaseShape = ReadonlyMap<string, ReadonlyMap<string, { readonly numeric: boolean }>>;

const numericType = /int|numeric|decimal|real|double|float/iu;

/** Reads which tables and columns a database has, once. */
export async function readShape({ db }: Database): Promise<DatabaseShape> {
  const tables = await db.introspection.getTables();
  return new Map(
    tables.map(({ name, columns }) => [
      name,
      new Map(columns.map((column) => [column.name, { numeric: numericType.test(column.dataType) }])),
    ]),
  );
}
