import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getNamedType, type GraphQLSchema, isLeafType, isObjectType } from 'graphql';
import { sql } from 'kysely';
import { parseRecordId } from '../../common/record-id.js';
import type { PlainRow } from '../../policy/decide-rows.js';
import type { WorkedCase } from '../../policy/worked-case.js';
import { openDatabase } from '../../subgraphs/kit/database/open.js';
import { readShape } from '../../subgraphs/kit/database/shape.js';
import { parseMapping } from '../../subgraphs/kit/mapping/parse-mapping.js';
import type { Source } from '../../subgraphs/kit/records/source.js';

/** The State whose records a worked case is about: its grantor. */
export function stateOf({ name, agreements, records }: WorkedCase): string {
  const states = new Set([
    ...agreements.map(({ grantor }) => grantor),
    ...records.map(({ id }) => parseRecordId(id)?.state ?? id),
  ]);
  const [state = 'GT'] = states;
  if (states.size > 1 || !/^[A-Z]{2}$/u.test(state))
    throw new Error(`case ${name}: agreements and records of one State, not of ${[...states].join(', ')}`);
  return state;
}

/**
 * Loads the records of a worked case into a database of its own, a table a record type, and opens it behind a mapping.
 *
 * @throws Error where a record or field is none of the shared language
 */
export async function openCaseSource(
  worked: WorkedCase,
  schema: GraphQLSchema,
  folder: string,
): Promise<Source> {
  const state = stateOf(worked);
  const url = pathToFileURL(join(folder, 'case.db')).href;
  const tables = tablesOf(worked);
  const loading = openDatabase(url, { writable: true });
  await loading.db.transaction().execute(async (db) => {
    for (const [table, fields] of tables) {
      const columns = ['_key', ...fields].map((field) => sql.id(field));
      await sql`CREATE TABLE ${sql.table(table)} (${sql.join(columns)})`.execute(db);
      for (const row of worked.records.filter(({ type }) => type === table)) {
        const values = [keyOf(worked, row), ...fields.map((field) => stored(row[field]))];
        await sql`INSERT INTO ${sql.table(table)} VALUES (${sql.join(values)})`.execute(db);
      }
    }
  });
  await loading.db.destroy();
  const parsed = parseMapping(`case ${worked.name}`, mappingText(state, tables, schema), schema);
  if (!parsed.ok)
    throw new Error(`case ${worked.name}: ${parsed.problems.map(({ message }) => message).join('; ')}`);
  const database = openDatabase(url);
  const clock = () => Date.parse(`${worked.request.date}T12:00:00Z`);
  return { database, shape: await readShape(database), mapping: parsed.mapping, schema, clock };
}

/** Record type → the fields that anything in the case names. */
function tablesOf({ agreements, records, request }: WorkedCase): ReadonlyMap<string, readonly string[]> {
  const tables = new Map<string, Set<string>>();
  const name = (type: string, fields: readonly string[]): void => {
    tables.set(type, new Set([...(tables.get(type) ?? []), ...fields]));
  };
  for (const { id: _id, type, ...fields } of records) name(type, Object.keys(fields));
  for (const { record, where, ...grant } of agreements.flatMap(({ grants }) => grants))
    name(record, [...Object.keys(where ?? {}), ...('fields' in grant ? grant.fields : grant.hit.matchOn)]);
  const { record, select, filter = {}, sort } = request;
  name(record, [...select, ...Object.keys(filter), ...(sort === undefined ? [] : [sort.field])]);
  return new Map([...tables].map(([type, fields]) => [type, [...fields].filter((field) => field !== 'id')]));
}

function mappingText(
  state: string,
  tables: ReadonlyMap<string, readonly string[]>,
  schema: GraphQLSchema,
): string {
  const records = [...tables].map(([table, fields]) => {
    const mapped = fields.filter((field) => isPlain(schema, table, field));
    const columns = mapped.map((field) => [field, { column: field }] as const);
    return [table, { table, key: '_key', fields: Object.fromEntries(columns) }] as const;
  });
  return JSON.stringify({ state, records: Object.fromEntries(records) });
}

/** Whether a field holds a plain value; one that the language lacks is left for the mapping's own check. */
function isPlain(schema: GraphQLSchema, record: string, field: string): boolean {
  const type = schema.getType(record);
  const definition = isObjectType(type) ? type.getFields()[field] : undefined;
  return definition === undefined || isLeafType(getNamedType(definition.type));
}

function keyOf({ name }: WorkedCase, { id, type }: PlainRow): string {
  const parsed = parseRecordId(id);
  if (parsed?.type !== type) throw new Error(`case ${name}: ${id} is no id of a ${type}`);
  return parsed.key;
}

function stored(value: unknown): unknown {
  return typeof value === 'boolean' ? Number(value) : (value ?? null);
}
