import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  getNamedType,
  getNullableType,
  type GraphQLOutputType,
  isEnumType,
  isListType,
  isObjectType,
} from 'graphql';
import { sql } from 'kysely';
import { checkQuality } from '../../../subgraphs/kit/check-quality.js';
import { type Database, openDatabase } from '../../../subgraphs/kit/database/open.js';
import {
  type ColumnField,
  type FieldMapping,
  isObjectField,
} from '../../../subgraphs/kit/mapping/mapping.js';
import { createRandom } from '../../../subgraphs/world/random.js';
import { worldStates } from '../../../subgraphs/world/keeps.js';
import type { StateCode } from '../../../subgraphs/world/world.js';
import { openStateNode, type StateNode } from './state-node.js';

/** A column of a record's own table that gives a field, or a part of one. */
interface Column {
  readonly type: string;
  /** `place.subdivision` */
  readonly path: string;
  readonly form: ColumnField;
  readonly of: GraphQLOutputType;
}

const url = (): string => pathToFileURL(join(mkdtempSync(join(tmpdir(), 'istmo-faults-')), 'state.db')).href;
const nodes = new Map<StateCode, { readonly node: StateNode; readonly database: Database }>();

// nine databases are filled first, on a machine that may be busy
jest.setTimeout(300_000);

beforeAll(async () => {
  for (const state of worldStates) {
    const file = url();
    const node = await openStateNode(state, { scale: 0.01 }, file);
    nodes.set(state, { node, database: openDatabase(file, { writable: true }) });
  }
});
afterAll(async () => {
  for (const { node, database } of nodes.values()) {
    await node.close();
    await database.db.destroy();
  }
});

function columnsOf({ source: { mapping, schema } }: StateNode, type: string): readonly Column[] {
  const definition = schema.getType(type);
  if (!isObjectType(definition)) return [];
  return Object.entries(mapping.records[type]?.fields ?? {}).flatMap(([field, form]) =>
    columnsIn(type, field, form, definition.getFields()[field]!.type),
  );
}

function columnsIn(type: string, path: string, form: FieldMapping, of: GraphQLOutputType): readonly Column[] {
  if ('reference' in form || 'list' in form || 'references' in form) return [];
  const named = getNamedType(of);
  if (isObjectField(form))
    return Object.entries(form.fields).flatMap(([part, inner]) =>
      isObjectType(named) ? columnsIn(type, `${path}.${part}`, inner, named.getFields()[part]!.type) : [],
    );
  return 'column' in form && !form.column.includes('.') ? [{ type, path, form, of }] : [];
}

type Fault = readonly [written: string, problem: string];

/** What may be written there that is none of the shared language's, as far as the type can tell. */
function faultsOf({ form, of }: Column): readonly Fault[] {
  const named = getNamedType(of);
  const closed = (form.codes !== undefined && form.otherwise !== 'KEEP') || isEnumType(named);
  const blanks = (form.blank ?? []).map((blank) => [String(blank), 'BLANK'] as const);
  const codes = ['?', 'ZZQ 9'].map((code) => [code, 'UNKNOWN_CODE'] as const);
  const split = isListType(getNullableType(of));
  if (closed || ['CountryCode', 'SubdivisionCode'].includes(named.name))
    return split ? codes : [...blanks, ['', 'BLANK'], ...codes];
  if (split) return [];
  if (['Date', 'DateTime', 'PartialDate'].includes(named.name))
    return [
      ...blanks,
      ['31/31/2031', 'INVALID_DATE'],
      ['soon', 'INVALID_DATE'],
      ['20261399', 'INVALID_DATE'],
    ];
  // a quantity in a unit that is another field's is none of this one's
  if (form.units?.elsewhere !== undefined) return [];
  if (['Int', 'Float'].includes(named.name))
    return [...blanks, ['many', 'INVALID_NUMBER'], ['12 kg', 'INVALID_NUMBER']];
  if (named.name === 'Boolean') return [...blanks, ['perhaps', 'UNKNOWN_CODE']];
  return [...blanks, [' ', 'BLANK']];
}

/** A record's field, or part of one, with its notes, once a fault is written where it comes from; undefined where the table refuses it. */
async function answerTo(state: StateCode, { type, path, form }: Column, key: string, written: string) {
  const { node, database } = nodes.get(state)!;
  const { table, key: keyColumn } = node.source.mapping.records[type]!;
  const [column, of] = [sql.ref(form.column), sql.ref(keyColumn)];
  const where = sql`WHERE CAST(${of} AS TEXT) = ${key}`;
  const { rows } = await sql<{
    was: unknown;
  }>`SELECT ${column} AS was FROM ${sql.table(table)} ${where}`.execute(database.db);
  const write = (value: unknown) =>
    sql`UPDATE ${sql.table(table)} SET ${column} = ${value} ${where}`.execute(database.db);
  try {
    await write(written);
  } catch {
    return undefined;
  }
  const [field = '', ...parts] = path.split('.');
  const selection = parts.reduceRight((inner, part) => ` { ${part}${inner} }`, '');
  const { entity, errors } = await node.askFreely(
    { __typename: type, id: `${state}:${type}:${key}` },
    `${field}${selection} quality { field problem }`,
  );
  await write(rows[0]!.was);
  const record = entity as Readonly<Record<string, unknown>> | null;
  const value = path
    .split('.')
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | null)?.[name] ?? null, record);
  return { served: record !== null, value, notes: record?.['quality'], errors };
}

async function firstKeyOf(state: StateCode, type: string): Promise<string | undefined> {
  const { node } = nodes.get(state)!;
  const { table, key } = node.source.mapping.records[type]!;
  const { rows } = await sql<{
    key: string;
  }>`SELECT CAST(${sql.ref(key)} AS TEXT) AS key FROM ${sql.table(table)} ORDER BY 1 LIMIT 1`.execute(
    node.source.database.db,
  );
  return rows[0]?.key;
}

describe.each(worldStates)('%s', (state) => {
  it('serves each record in which something does not fit, with that field null and a note of what is wrong', async () => {
    const { node } = nodes.get(state)!;
    const wrong: unknown[] = [];
    let tried = 0;
    for (const type of Object.keys(node.source.mapping.records)) {
      const key = await firstKeyOf(state, type);
      if (key === undefined) continue;
      for (const column of columnsOf(node, type))
        for (const [written, problem] of faultsOf(column)) {
          const answer = await answerTo(state, column, key, written);
          if (answer === undefined) continue;
          tried += 1;
          const { served, value, notes, errors } = answer;
          // worked out of the dates, whatever a column says
          const isEmpty =
            column.path === 'isMinor' || value === null || (Array.isArray(value) && value.length === 0);
          const own = ((notes ?? []) as readonly { field: string; problem: string }[]).filter(
            ({ field }) => field === column.path,
          );
          const told = own.length === 1 && own[0]?.problem === problem;
          if (!served || !isEmpty || !told || errors.length > 0)
            wrong.push({ at: `${type}.${column.path}`, written, value, notes, errors });
        }
    }
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(150);
  });

  it('counts what is drawn to be wrong, and not more', async () => {
    const { node, database } = nodes.get(state)!;
    const random = createRandom(state.charCodeAt(0) * 256 + state.charCodeAt(1));
    const before = await countsOf(node);
    // every State has laws, and each of them is served
    const type = 'LegalInstrument';
    const { table } = node.source.mapping.records[type]!;
    const column = random.pick(
      columnsOf(node, type).filter(({ path }) => path === 'title' || path === 'recordedAt'),
    );
    const [written, problem] = random.pick(faultsOf(column));
    await sql`UPDATE ${sql.table(table)} SET ${sql.ref(column.form.column)} = ${written}`.execute(
      database.db,
    );
    const after = await countsOf(node);
    const records = after.get(type)!;
    expect(records).toBe(before.get(type));
    expect(after.get(`${type}.${column.path} ${problem}`)).toBe(records);
    for (const [what, count] of before)
      if (!what.startsWith(`${type}.${column.path} `)) expect([what, after.get(what)]).toEqual([what, count]);
  });
});

/** What `istmo node check` counts: records by type, and what of them does not fit. */
async function countsOf(node: StateNode): Promise<ReadonlyMap<string, number>> {
  const counted = await checkQuality(node.source);
  return new Map(
    counted.flatMap(({ type, records, misfits }) => [
      [type, records] as const,
      ...misfits.map((misfit) => [`${misfit.coordinate} ${misfit.problem}`, misfit.records] as const),
    ]),
  );
}
