import type { Cell, RawRow } from './cell.js';
import {
  getNamedType,
  getNullableType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isEnumType,
  isListType,
  isObjectType,
} from 'graphql';
import { sql } from 'kysely';
import type { Dialect } from '../database/open.js';
import {
  type FieldMapping,
  type PartField,
  isObjectField,
  isReferenceField,
  isRelatedField,
  isValueField,
  type Joins,
  type RecordMapping,
  type ValueField,
} from '../mapping/mapping.js';
import { countryCodes } from '../../../schema/countries.js';
import { decodeValue } from './decode.js';
import { all, asText, columnOf, type Expression } from './sql-text.js';
import { kindOf, valueExpression } from './value.js';

/** The alias of a record's own table in every statement. */
export const own = 'r';

/** One column of a statement's answer and how to read it. */
export interface Selected {
  readonly alias: string;
  readonly expression: Expression;
  readonly read: (value: Cell) => unknown;
}

/** A mapped value with its type in the shared language. */
export interface MappedValue {
  readonly form: ValueField;
  readonly type: GraphQLOutputType;
}

/** The columns that give a record's field: one for a plain value, several for a value of several fields. */
export function fieldColumns(
  mapping: RecordMapping,
  type: GraphQLObjectType,
  field: string,
  dialect: Dialect,
): readonly Selected[] {
  const form = mapping.fields[field];
  const fieldType = type.getFields()[field]?.type;
  if (form === undefined || fieldType === undefined || isRelatedField(form)) return [];
  if (isReferenceField(form))
    return [{ alias: field, expression: asText(columnOf(own, form.column), dialect), read: readKey }];
  if (isValueField(form)) return [selected(field, { form, type: fieldType }, own, dialect)];
  if (!isObjectField(form)) return [];
  return valueColumns(form.fields, fieldType, own, dialect, `${field}.`);
}

/** The columns that give the parts of a value, each with the path of its part: `place.subdivision`. */
export function valueColumns(
  fields: Readonly<Record<string, PartField>>,
  type: GraphQLOutputType,
  alias: string,
  dialect: Dialect,
  prefix = '',
): readonly Selected[] {
  const inner = getNamedType(type);
  if (!isObjectType(inner)) return [];
  return Object.entries(fields).flatMap(([name, form]) => {
    const part = inner.getFields()[name];
    if (part === undefined) return [];
    return isObjectField(form)
      ? valueColumns(form.fields, part.type, alias, dialect, `${prefix}${name}.`)
      : [selected(`${prefix}${name}`, { form, type: part.type }, alias, dialect)];
  });
}

/** A record's field put together out of a row; a value whose parts are all missing is missing. */
export function readField(
  row: RawRow,
  form: FieldMapping,
  field: string,
  columns: readonly Selected[],
): unknown {
  const parts = columns.map(({ alias, read }) => [alias, read(row[alias])] as const);
  if (!isObjectField(form)) return parts[0]?.[1] ?? null;
  return readParts(parts.map(([alias, value]) => [alias.slice(field.length + 1), value] as const));
}

/** A value of several fields, by the paths of its parts; null where none of them is known. */
export function readParts(
  parts: readonly (readonly [string, unknown])[],
): Readonly<Record<string, unknown>> | null {
  if (parts.every(([, value]) => value === null)) return null;
  const names = new Set(parts.map(([path]) => path.split('.', 1)[0] ?? path));
  return Object.fromEntries(
    [...names].map((name) => {
      const whole = parts.find(([path]) => path === name);
      const beneath = parts.filter(([path]) => path.startsWith(`${name}.`));
      return [
        name,
        whole ? whole[1] : readParts(beneath.map(([path, value]) => [path.slice(name.length + 1), value])),
      ] as const;
    }),
  );
}

export function mappedValue(
  { fields }: { readonly fields: Readonly<Record<string, FieldMapping>> },
  type: GraphQLObjectType,
  field: string,
): MappedValue | undefined {
  const form = fields[field];
  const fieldType = type.getFields()[field]?.type;
  return form !== undefined && fieldType !== undefined && isValueField(form)
    ? { form, type: fieldType }
    : undefined;
}

/**
 * A mapped value of a record as SQL in which everything that is no value of its type is missing, as it is once it is read:
 * by what conditions are put on it and lists are sorted. @see decodeValue
 */
export function presentValue({ form, type }: MappedValue, dialect: Dialect): Expression {
  const value = valueExpression(form, kindOf(type), own, dialect);
  if (kindOf(type) !== 'text' || 'constant' in form || isListType(getNullableType(type))) return value;
  const named = getNamedType(type);
  const open = form.codes === undefined || form.otherwise === 'KEEP';
  if (isEnumType(named)) {
    const codes = sql.join(named.getValues().map(({ name }) => sql.lit(name)));
    return open ? sql`CASE WHEN TRIM(${value}) IN (${codes}) THEN TRIM(${value}) END` : value;
  }
  if (named.name === 'CountryCode' && open) {
    const codes = sql.join(countryCodes.map((code) => sql.lit(code)));
    return sql`CASE WHEN TRIM(${value}) IN (${codes}) THEN TRIM(${value}) END`;
  }
  return open ? sql`NULLIF(TRIM(${value}), '')` : value;
}

/** `table AS alias LEFT JOIN …` */
export function fromClause(table: string, joins: Joins, alias: string): Expression {
  const joined = Object.entries(joins).map(([name, { table: theirs, on, from }]) => {
    const conditions = Object.entries(on).map(
      ([our, their]) => sql`${sql.ref(`${from ?? alias}.${our}`)} = ${sql.ref(`${name}.${their}`)}`,
    );
    return sql`LEFT JOIN ${sql.table(theirs)} AS ${sql.ref(name)} ON ${all(conditions)}`;
  });
  return sql`${sql.table(table)} AS ${sql.ref(alias)} ${sql.join(joined, sql` `)}`;
}

export function selected(
  alias: string,
  { form, type }: MappedValue,
  table: string,
  dialect: Dialect,
): Selected {
  return {
    alias,
    expression: valueExpression(form, kindOf(type), table, dialect),
    read: (value) => decodeValue(form, type, value),
  };
}

function readKey(value: Cell): string | null {
  return value === null || value === undefined ? null : String(value);
}
