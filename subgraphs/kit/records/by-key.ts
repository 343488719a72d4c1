import type { RawRow } from './cell.js';
import { sql } from 'kysely';
import { conditionSql } from './condition-sql.js';
import { possibleKeys, type Prepared, prepare, type ReadPlan, type Row, type Source } from './source.js';
import { all, any, asBit, type Expression, never } from './sql-text.js';

/** Reads records by their keys, in one statement. */
export async function readByKey(
  source: Source,
  plan: ReadPlan,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Row>> {
  const prepared = prepare(source, plan);
  const possible = possibleKeys(keys, prepared.numericKey);
  if (possible.length === 0) return new Map();
  const { rows } = await sql<RawRow>`
    SELECT ${prepared.select} FROM ${prepared.from}
    WHERE ${all([sql`${prepared.key} IN (${sql.join([...possible])})`, prepared.visible])}`.execute(
    source.database.db,
  );
  return new Map(rows.map(prepared.read).map((row) => [row.key, row]));
}

/** Field → the value that it must equal, or those of which it must equal one. */
export type Match = Readonly<Record<string, string | readonly string[]>>;

/** Most rows that one look-up finds. */
const maxMatches = 100;

/** Answers many look-ups in one statement. @returns for each of them its rows, by key */
export async function readByMatch(
  source: Source,
  plan: ReadPlan,
  lookups: readonly Match[],
): Promise<readonly (readonly Row[])[]> {
  const prepared = prepare(source, plan);
  const matches = matchesOf(prepared, lookups);
  const bits = matches.map(
    (match, position) => sql`${asBit(match)} AS ${sql.id(`_match${String(position)}`)}`,
  );
  const { rows } = await sql<RawRow>`
    SELECT ${prepared.select}, ${sql.join(bits)} FROM ${prepared.from}
    WHERE ${all([...ofAny(prepared, lookups), any(matches), prepared.visible])}
    ORDER BY ${prepared.keyText} LIMIT ${sql.lit(maxMatches * lookups.length)}`.execute(source.database.db);
  return lookups.map((_, position) =>
    rows.filter((row) => Number(row[`_match${String(position)}`]) === 1).map(prepared.read),
  );
}

/**
 * Whether there is a record for each of many look-ups, in one statement that counts to its end: it takes as long for a
 * hit as for none.
 */
export async function readHits(
  source: Source,
  plan: ReadPlan,
  lookups: readonly Match[],
): Promise<readonly boolean[]> {
  if (plan.opens.length === 0) return lookups.map(() => false);
  const prepared = prepare(source, plan);
  const matches = matchesOf(prepared, lookups);
  const sums = matches.map(
    (match, position) => sql`SUM(${asBit(match)}) AS ${sql.id(`_match${String(position)}`)}`,
  );
  const { rows } = await sql<RawRow>`
    SELECT ${sql.join(sums)} FROM ${prepared.from} WHERE ${prepared.visible}`.execute(source.database.db);
  return lookups.map((_, position) => Number(rows[0]?.[`_match${String(position)}`] ?? 0) > 0);
}

function matchesOf({ rows }: Prepared, lookups: readonly Match[]): readonly Expression[] {
  return lookups.map((match) => {
    const wanted = Object.entries(match).map(
      ([field, value]) => [field, typeof value === 'string' ? { eq: value } : { in: value }] as const,
    );
    return wanted.length === 0 ? never : conditionSql(rows, Object.fromEntries(wanted));
  });
}

/**
 * What the rows that any of many look-ups finds have in common, by a field of them all: a row is held to one list of
 * values before it is held to each look-up.
 */
function ofAny({ rows }: Prepared, lookups: readonly Match[]): readonly Expression[] {
  const [field] = Object.keys(lookups[0] ?? {}).filter((name) => lookups.every((match) => name in match));
  if (field === undefined || lookups.length === 1) return [];
  const values = lookups.flatMap((match) => match[field] ?? []);
  return [conditionSql(rows, { [field]: { in: [...new Set(values)] } })];
}
