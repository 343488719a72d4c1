import { sql } from 'kysely';
import { isObjectType } from 'graphql';
import type { RawRow } from './records/cell.js';
import type { QualityNote } from './records/quality.js';
import { prepare, type Source } from './records/source.js';
import { all } from './records/sql-text.js';

/** What does not fit in one field of all records of a type. */
export interface Misfit {
  readonly coordinate: string;
  readonly problem: QualityNote['problem'];
  readonly records: number;
}

/** Records of a type, and what of them does not fit. */
export interface TypeQuality {
  readonly type: string;
  readonly records: number;
  readonly misfits: readonly Misfit[];
}

/** Rows that are read at a time. */
const batch = 1_000;

/** Reads every record that a State's mapping names, and counts what does not fit the shared language; writes nothing. */
export async function checkQuality(source: Source): Promise<readonly TypeQuality[]> {
  const found: TypeQuality[] = [];
  for (const type of Object.keys(source.mapping.records))
    if (isObjectType(source.schema.getType(type))) found.push(await checkType(source, type));
  return found;
}

async function checkType(source: Source, type: string): Promise<TypeQuality> {
  const fields = [...Object.keys(source.mapping.records[type]?.fields ?? {}), 'quality'];
  const opens = [{ where: undefined, returns: true }];
  const { select, from, visible, keyText, read } = prepare(source, { record: type, fields, opens });
  const counts = new Map<string, Misfit>();
  let records = 0;
  let last: string | undefined;
  for (;;) {
    const beyond = last === undefined ? [] : [sql`${keyText} > ${last}`];
    const { rows } = await sql<RawRow>`
      SELECT ${select} FROM ${from} WHERE ${all([visible, ...beyond])}
      ORDER BY ${keyText} LIMIT ${sql.lit(batch)}`.execute(source.database.db);
    const page = rows.map(read);
    for (const { notes } of page) for (const note of notes) count(counts, type, note);
    records += page.length;
    last = page.at(-1)?.key;
    if (page.length < batch) break;
  }
  const misfits = [...counts.values()].sort((one, other) => (one.coordinate < other.coordinate ? -1 : 1));
  return { type, records, misfits };
}

function count(counts: Map<string, Misfit>, type: string, { field, problem }: QualityNote): void {
  const key = `${field} ${problem}`;
  const records = (counts.get(key)?.records ?? 0) + 1;
  counts.set(key, { coordinate: `${type}.${field}`, problem, records });
}
