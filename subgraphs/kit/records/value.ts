import { type GraphQLOutputType, getNamedType } from 'graphql';
import { sql } from 'kysely';
import type { Dialect } from '../database/open.js';
import type { ColumnField, DateFormat, ValueField } from '../mapping/mapping.js';
import { isoDate } from './date-sql.js';
import { asText, columnOf, type Expression } from './sql-text.js';

/** How the values of a field of the shared language compare and are read. */
export type ValueKind = 'text' | 'date' | 'partialDate' | 'number' | 'boolean';

const kinds: Readonly<Record<string, ValueKind>> = {
  Int: 'number',
  Float: 'number',
  Boolean: 'boolean',
  Date: 'date',
  DateTime: 'date',
  PartialDate: 'partialDate',
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
  if (kind === 'date' || kind === 'partialDate')
    return isoDate(asText(column, dialect), [form.date ?? isoFormats[kind]].flat());
  if (form.units !== undefined) return inUnits(form.units, column, alias, dialect);
  if (kind === 'number')
    return form.multiply === undefined ? column : multiplied(column, form.multiply, dialect);
  return kind === 'text' ? asText(column, dialect) : column;
}

/** How dates are written where the mapping does not say. */
const isoFormats = {
  date: ['YYYY-MM-DD'],
  partialDate: ['YYYY-MM-DD', 'YYYY-MM', 'YYYY'],
} as const satisfies Partial<Record<ValueKind, readonly DateFormat[]>>;

/** A value as it compares: `match` takes away what does not count. @see comparable */
export function comparableExpression(form: ValueField, expression: Expression): Expression {
  const match = 'column' in form ? form.match : undefined;
  if (match === 'TEXT')
    return accented.reduce(
      (inner, letter) => sql`REPLACE(${inner}, ${sql.lit(letter)}, ${sql.lit(letter.toUpperCase())})`,
      sql`UPPER(TRIM(${expression}))`,
    );
  if (match !== 'CODE') return expression;
  return separators.reduce(
    (inner, separator) => sql`REPLACE(${inner}, ${sql.lit(separator)}, '')`,
    sql`UPPER(${expression})`,
  );
}

const separators = [' ', '-', '.', '/', '_'] as const;

/** Letters of names whose capitals SQLite does not know, nor PostgreSQL where it compares byte by byte. */
const accented: readonly string[] = Array.from('áéíóúüñçãõâêôàö');

/** A value that is asked for, as it compares. @see comparableExpression */
export function comparable(form: ValueField, value: unknown, dialect: Dialect): unknown {
  const match = 'column' in form ? form.match : undefined;
  if (typeof value === 'boolean') return Number(value);
  if (typeof value !== 'string' || match === undefined || match === 'EXACT') return value;
  if (match === 'CODE') return inCapitals(value, dialect, []).replaceAll(/[ \-./_]/gu, '');
  return inCapitals(value.trim(), dialect, accented);
}

/** In the capitals that the database makes of it, and those that are made for it. */
function inCapitals(text: string, dialect: Dialect, besides: readonly string[]): string {
  if (dialect === 'mysql') return text.toUpperCase();
  return text.replaceAll(/./gsu, (letter) =>
    /[a-z]/u.test(letter) || besides.includes(letter) ? letter.toUpperCase() : letter,
  );
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
