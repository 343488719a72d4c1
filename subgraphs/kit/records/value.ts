import { type GraphQLOutputType, getNamedType } from 'graphql';
import { sql } from 'kysely';
import type { Dialect } from '../database/open.js';
import type { ColumnField, DateFormat, ValueField } from '../mapping/mapping.js';
import { all, asText, columnOf, type Expression } from './sql-text.js';

/** How the values of a field of the shared language compare and are read. */
export type ValueKind = 'text' | 'date' | 'number' | 'boolean';

const kinds: Readonly<Record<string, ValueKind>> = {
  Int: 'number',
  Float: 'number',
  Boolean: 'boolean',
  Date: 'date',
  DateTime: 'date',
  PartialDate: 'date',
};

export function kindOf(type: GraphQLOutputType): ValueKind {
  return kinds[getNamedType(type).name] ?? 'text';
}

/** A mapped value as SQL, in the terms of the shared language: codes translated, dates ISO 8601, units converted. */
export function valueExpression(
  form: ValueField,
  kind: ValueKind,
  alias: string,
  dialect: Dialect,
): Expression {
  if ('constant' in form)
    return typeof form.constant === 'boolean'
      ? sql.lit(Number(form.constant))
      : literal(form.constant, dialect);
  const column = withoutBlanks(form, columnOf(alias, form.column), dialect);
  // the items of a list are translated one by one, once they are apart
  if (form.split !== undefined) return asText(column, dialect);
  if (form.codes !== undefined) return translated(form, form.codes, column, dialect);
  if (kind === 'date') return isoDate(asText(column, dialect), form.date ?? 'YYYY-MM-DD');
  if (form.units !== undefined) return inUnits(form.units, column, alias, dialect);
  if (kind === 'number')
    return form.multiply === undefined ? column : multiplied(column, form.multiply, dialect);
  return kind === 'text' ? asText(column, dialect) : column;
}

/** A value as it compares: `match` takes away what does not count. @see comparable */
export function comparableExpression(form: ValueField, expression: Expression): Expression {
  const match = 'column' in form ? form.match : undefined;
  if (match === 'TEXT') return sql`UPPER(TRIM(${expression}))`;
  if (match !== 'CODE') return expression;
  return separators.reduce(
    (inner, separator) => sql`REPLACE(${inner}, ${sql.lit(separator)}, '')`,
    sql`UPPER(${expression})`,
  );
}

const separators = [' ', '-', '.', '/', '_'] as const;

/** A value that is asked for, as it compares. @see comparableExpression */
export function comparable(form: ValueField, value: unknown): unknown {
  const match = 'column' in form ? form.match : undefined;
  if (typeof value === 'boolean') return Number(value);
  if (typeof value !== 'string' || match === undefined || match === 'EXACT') return value;
  return match === 'TEXT' ? value.trim().toUpperCase() : value.toUpperCase().replaceAll(/[ \-./_]/gu, '');
}

function withoutBlanks({ blank }: ColumnField, column: Expression, dialect: Dialect): Expression {
  if (blank === undefined) return column;
  const blanks = sql.join(blank.map((value) => sql`${String(value)}`));
  return sql`CASE WHEN TRIM(${asText(column, dialect)}) IN (${blanks}) THEN NULL ELSE ${column} END`;
}

function translated(
  { otherwise }: ColumnField,
  codes: Readonly<Record<string, string | number | boolean>>,
  column: Expression,
  dialect: Dialect,
): Expression {
  const text = asText(column, dialect);
  const cases = Object.entries(codes).map(
    ([code, value]) => sql`WHEN ${code} THEN ${literal(value, dialect)}`,
  );
  const rest = otherwise === 'KEEP' ? text : sql`NULL`;
  return sql`CASE ${text} ${sql.join(cases, sql` `)} ELSE ${rest} END`;
}

/** A quantity in the shared language's unit, by the unit that stands beside it. */
function inUnits(
  { column, multiply }: NonNullable<ColumnField['units']>,
  quantity: Expression,
  alias: string,
  dialect: Dialect,
): Expression {
  const cases = Object.entries(multiply).map(
    ([unit, factor]) => sql`WHEN ${unit} THEN ${multiplied(quantity, factor, dialect)}`,
  );
  return sql`CASE ${asText(columnOf(alias, column), dialect)} ${sql.join(cases, sql` `)} END`;
}

/** A number times a factor. A text that is none is no value: a database would make of it what its first digits are, or fail. */
function multiplied(quantity: Expression, factor: number, dialect: Dialect): Expression {
  const text = sql`TRIM(${asText(quantity, dialect)})`;
  switch (dialect) {
    case 'sqlite':
      return sql`CASE WHEN ${text} <> '' AND ${text} NOT GLOB '*[^0-9.eE+-]*' THEN ${quantity} * ${sql.lit(factor)} END`;
    case 'postgres':
      return sql`CASE WHEN ${text} ~ ${sql.lit(numberPattern)} THEN CAST(${text} AS NUMERIC) * ${sql.lit(factor)} END`;
    case 'mysql':
      return sql`CASE WHEN ${text} REGEXP ${sql.lit(numberPattern)} THEN ${quantity} * ${sql.lit(factor)} END`;
  }
}

const numberPattern = '^[+-]?[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)?$';

function literal(value: string | number | boolean, dialect: Dialect): Expression {
  return typeof value === 'string' ? asText(sql`${value}`, dialect) : sql.lit(Number(value));
}

/** Where year, month and day stand in a text of the format, from 1. */
const positions: Readonly<
  Record<
    Exclude<DateFormat, 'YYYY'>,
    { readonly like: string; readonly at: readonly [number, number, number] }
  >
> = {
  'YYYY-MM-DD': { like: '____-__-__%', at: [1, 6, 9] },
  'DD/MM/YYYY': { like: '__/__/____%', at: [7, 4, 1] },
  'MM/DD/YYYY': { like: '__/__/____%', at: [7, 1, 4] },
  YYYYMMDD: { like: '________', at: [1, 5, 7] },
};

/** An ISO date out of a text; what is no date of the format is no value. */
function isoDate(text: Expression, format: DateFormat): Expression {
  const digit = (place: number): Expression => sql`SUBSTR(${text}, ${sql.lit(place)}, 1) BETWEEN '0' AND '9'`;
  if (format === 'YYYY')
    return sql`CASE WHEN ${all([sql`LENGTH(${text}) = 4`, sql`${text} BETWEEN '1000' AND '2999'`, ...[2, 3, 4].map(digit)])} THEN ${text} END`;
  const { like, at } = positions[format];
  const [year, month, day] = at.map(
    (start, index) => sql`SUBSTR(${text}, ${sql.lit(start)}, ${sql.lit(index === 0 ? 4 : 2)})`,
  );
  const iso = format === 'YYYY-MM-DD' ? text : sql`${year} || '-' || ${month} || '-' || ${day}`;
  const digits = all(
    [1, 2, 3].map((place) => digit(at[0] + place)).concat(digit(at[1] + 1), digit(at[2] + 1)),
  );
  const february = sql`CASE WHEN ${isLeap(text, at[0])} THEN '29' ELSE '28' END`;
  const last = sql`CASE WHEN ${month} IN ('04', '06', '09', '11') THEN '30' WHEN ${month} = '02' THEN ${february} ELSE '31' END`;
  const real = sql`${text} LIKE ${sql.lit(like)} AND ${year} BETWEEN '1000' AND '2999' AND ${month} BETWEEN '01' AND '12' AND ${day} BETWEEN '01' AND ${last} AND ${digits}`;
  return sql`CASE WHEN ${real} THEN ${iso} END`;
}

/** Whether the year that stands at a place of a text is a leap year, told from its digits: what is no number must not be cast. */
function isLeap(text: Expression, start: number): Expression {
  const digits = (from: number, length: number): Expression =>
    sql`SUBSTR(${text}, ${sql.lit(start + from)}, ${sql.lit(length)})`;
  const century = sql`(${digits(2, 2)} <> '00' OR ${digits(0, 2)} IN ('12', '16', '20', '24', '28'))`;
  const even = sql`(${digits(2, 1)} IN ('0', '2', '4', '6', '8') AND ${digits(3, 1)} IN ('0', '4', '8'))`;
  const odd = sql`(${digits(2, 1)} IN ('1', '3', '5', '7', '9') AND ${digits(3, 1)} IN ('2', '6'))`;
  return sql`(${century} AND (${even} OR ${odd}))`;
}
