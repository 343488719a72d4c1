import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getNamedType, getNullableType, type GraphQLSchema, isLeafType, isObjectType } from 'graphql';
import { sql } from 'kysely';
import { parseRecordId } from '../../common/record-id.js';
import type { PlainRow } from '../../policy/plain-row.js';
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
  const tables = tablesOf(worked, schema);
  const loading = openDatabase(url, { writable: true });
  await loading.db.transaction().execute(async (db) => {
    for (const [table, fields] of tables) {
      const columns = ['_key', ...fields].map((field) => sql.id(field));
      await sql`CREATE TABLE ${sql.table(table)} (${sql.join(columns)})`.execute(db);
      for (const row of worked.records.filter(({ type }) => type === table)) {
        const values = [keyOf(worked, row), ...fields.map((field) => stored(schema, table, field, row))];
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
function tablesOf(
  { agreements, records, request }: WorkedCase,
  schema: GraphQLSchema,
): ReadonlyMap<string, readonly string[]> {
  const tables = new Map<string, Set<string>>();
  const name = (type: string, fields: readonly string[]): void => {
    const known = tables.get(type) ?? new Set();
    tables.set(type, known);
    for (const field of fields) {
      const [first = field, beneath] = field.split('.', 2);
      known.add(first);
      const target = beneath === undefined ? undefined : referredBy(schema, type, first);
      if (beneath !== undefined && target !== undefined) name(target, [beneath]);
    }
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
    const columns = fields.flatMap((field) => {
      const reference = referredBy(schema, table, field);
      if (reference !== undefined && tables.has(reference))
        return [[field, { reference, column: field }] as const];
      return isPlain(schema, table, field) ? [[field, { column: field }] as const] : [];
    });
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

/** The record type that a field refers to, one at most. */
function referredBy(schema: GraphQLSchema, record: string, field: string): string | undefined {
  const type = schema.getType(record);
  const target = isObjectType(type) ? getNullableType(type.getFields()[field]?.type) : undefined;
  return isObjectType(target) && target.getFields()['id'] !== undefined ? target.name : undefined;
}

function keyOf({ name }: WorkedCase, { id, type }: PlainRow): string {
  const parsed = parseRecordId(id);
  if (parsed?.type !== type) throw new Error(`case ${name}: ${id} is no id of a ${type}`);
  return parsed.key;
}

/** As the database has it: of a record that is referred to, its key. */
function stored(schema: GraphQLSchema, table: string, field: string, row: PlainRow): unknown {
  const value = row[field];
  if (referredBy(schema, table, field) !== undefined) return parseRecordId(String(value))?.key ?? null;
  return typeof value === 'boolean' ? Number(value) : (value ?? null);
}
