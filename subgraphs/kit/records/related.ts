import type { Cell, RawRow } from './cell.js';
import { getNamedType, type GraphQLOutputType } from 'graphql';
import { sql } from 'kysely';
import type {
  ForeignField,
  LinkField,
  ListField,
  ListSource,
  RelatedField,
  ThroughField,
} from '../mapping/mapping.js';
import { fromClause, own, readParts, selected, valueColumns } from './record-shape.js';
import { possibleKeys, selectedAs, type Source } from './source.js';
import { asText, columnOf, type Expression } from './sql-text.js';
import { valueExpression } from './value.js';

/** What hangs on a record in other tables: keys of other records, or values. */
export type Related = ReadonlyMap<string, readonly unknown[]>;

/**
 * Reads what hangs on records of given keys: one statement for each table that it comes from.
 *
 * @param type - of the field, for the values of a list
 * @returns key → keys of the related records, or values, in their order
 */
export async function readRelated(
  source: Source,
  form: RelatedField,
  type: GraphQLOutputType,
  keys: readonly string[],
): Promise<Related> {
  if ('list' in form) return readList(source, form, type, keys);
  if ('through' in form) return readThrough(source, form, keys);
  return readReferences(source, form, keys);
}

interface Pair {
  readonly _owner: Cell;
  readonly _value: Cell;
}

async function readReferences(
  source: Source,
  form: ForeignField | LinkField,
  keys: readonly string[],
): Promise<Related> {
  const target = source.mapping.records[form.references];
  if (target === undefined) return new Map();
  const [table, ours, theirs] =
    'link' in form
      ? [form.link.table, form.link.ours, form.link.theirs]
      : [target.table, form.foreign, target.key];
  const possible = keysFor(source, table, ours, keys);
  if (possible.length === 0) return new Map();
  const { dialect, db } = source.database;
  const value = asText(columnOf(own, theirs), dialect);
  const { rows } = await sql<Pair>`
    SELECT ${owner(ours, dialect)}, ${value} AS ${sql.id('_value')} FROM ${fromClause(table, {}, own)}
    WHERE ${columnOf(own, ours)} IN (${sql.join([...possible])}) ORDER BY ${value}`.execute(db);
  return grouped(
    rows
      .filter(({ _value }) => _value !== null)
      .map(({ _owner, _value }) => [String(_owner), String(_value)]),
  );
}

async function readThrough(
  source: Source,
  { through }: ThroughField,
  keys: readonly string[],
): Promise<Related> {
  const { table, foreign, column, latest, date } = through;
  const possible = keysFor(source, table, foreign, keys);
  if (possible.length === 0) return new Map();
  const { dialect, db } = source.database;
  const when = valueExpression({ column: latest, ...(date !== undefined && { date }) }, 'date', own, dialect);
  const value = asText(columnOf(own, column), dialect);
  const { rows } = await sql<Pair>`
    SELECT ${owner(foreign, dialect)}, ${value} AS ${sql.id('_value')} FROM ${fromClause(table, {}, own)}
    WHERE ${columnOf(own, foreign)} IN (${sql.join([...possible])}) AND ${columnOf(own, column)} IS NOT NULL
    ORDER BY CASE WHEN ${when} IS NULL THEN 1 ELSE 0 END, ${when} DESC, ${value}`.execute(db);
  const all = grouped(rows.map(({ _owner, _value }) => [String(_owner), String(_value)]));
  return new Map([...all].map(([key, values]) => [key, values.slice(0, 1)]));
}

async function readList(
  source: Source,
  { list, order }: ListField,
  type: GraphQLOutputType,
  keys: readonly string[],
): Promise<Related> {
  const parts = await Promise.all(list.map((from) => readListSource(source, from, type, keys)));
  const compare = order === undefined ? byWhole : byField.bind(null, order);
  return new Map([...grouped(parts.flat())].map(([key, values]) => [key, [...values].sort(compare)]));
}

async function readListSource(
  source: Source,
  { table, foreign, joins, required, ...what }: ListSource,
  type: GraphQLOutputType,
  keys: readonly string[],
): Promise<readonly (readonly [string, unknown])[]> {
  const possible = keysFor(source, table, foreign, keys);
  if (possible.length === 0) return [];
  const { dialect, db } = source.database;
  const columns =
    'fields' in what
      ? valueColumns(what.fields, type, own, dialect)
      : [selected('_value', { form: what.value, type: getNamedType(type) }, own, dialect)];
  const { rows } = await sql<RawRow>`
    SELECT ${sql.join([owner(foreign, dialect), ...columns.map(selectedAs)])} FROM ${fromClause(table, joins, own)}
    WHERE ${columnOf(own, foreign)} IN (${sql.join([...possible])})`.execute(db);
  return rows.flatMap((row) => {
    const parts = readParts(columns.map(({ alias, read }) => [alias, read(row[alias])] as const));
    return parts === null || (required !== undefined && parts[required] === null)
      ? []
      : [[String(row['_owner']), 'fields' in what ? parts : parts['_value']] as const];
  });
}

function owner(column: string, dialect: Source['database']['dialect']): Expression {
  return sql`${asText(columnOf(own, column), dialect)} AS ${sql.id('_owner')}`;
}

function keysFor(source: Source, table: string, column: string, keys: readonly string[]): readonly string[] {
  return possibleKeys(keys, source.shape.get(table)?.get(column)?.numeric === true);
}

function grouped(pairs: readonly (readonly [string, unknown])[]): Map<string, unknown[]> {
  const groups = new Map<string, unknown[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}

/** Databases give rows in orders of their own. */
function byWhole(one: unknown, other: unknown): number {
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
}

/** Missing values last; ties by the whole value, so that the order is always the same. */
function byField(field: string, one: unknown, other: unknown): number {
  const [left, right] = [one, other].map((value) => {
    const sorted = (value as Readonly<Record<string, Cell>>)[field];
    return [sorted === null || sorted === undefined ? '\uffff' : String(sorted), JSON.stringify(value)].join(
      ' ',
    );
  });
  return (left ?? '') < (right ?? '') ? -1 : 1;
}
