import { getNamedType, getNullableType, type GraphQLObjectType, isListType, isObjectType } from 'graphql';
import { sql } from 'kysely';
import type { Condition, FieldCondition } from '../../../policy/agreement.js';
import type { Dialect } from '../database/open.js';
import { parseRecordId } from '../../../common/record-id.js';
import {
  type FieldMapping,
  isObjectField,
  isReferenceField,
  type PartField,
  type ReferenceField,
} from '../mapping/mapping.js';
import { partialDateSql } from './date-sql.js';
import { mappedValue, type MappedValue, own, presentValue } from './record-shape.js';
import { all, asText, columnOf, type Expression, never } from './sql-text.js';
import { comparable, comparableExpression, kindOf } from './value.js';

/** Rows on which a condition is put, or that a filter asks for. */
export interface Rows {
  readonly state: string;
  readonly mapping: {
    /** Column of the record's key; a value of several parts has none. */
    readonly key?: string;
    readonly fields: Readonly<Record<string, FieldMapping | PartField>>;
  };
  readonly type: GraphQLObjectType;
  readonly dialect: Dialect;
  /** Rows of another record type, to which these may refer; undefined where it is not mapped. */
  readonly reach?: (record: string) => ReachedRows | undefined;
}

/** Rows to which others refer. */
export interface ReachedRows {
  readonly rows: Rows;
  /** Keys, as text, of those that meet a condition and may be found at all. */
  readonly keysWhere: (condition: Expression) => Expression;
}

/** What a list is filtered by: conditions on fields, or on the parts of a field. */
export type Filter = Readonly<Record<string, FieldCondition | Condition | null | undefined>>;

/**
 * A condition as SQL over the mapped values. A missing value satisfies none, and neither does a field that the State
 * does not map.
 */
export function conditionSql(rows: Rows, condition: Filter | undefined): Expression {
  return all(
    Object.entries(condition ?? {}).flatMap(([field, wanted]) =>
      wanted === null || wanted === undefined ? [] : [wantedSql(rows, field, wanted)],
    ),
  );
}

function wantedSql(rows: Rows, field: string, wanted: FieldCondition | Condition): Expression {
  const { key } = rows.mapping;
  if (field === 'id' && key !== undefined)
    return referenceSql(rows, { reference: rows.type.name, column: key }, wanted);
  const form = rows.mapping.fields[field];
  const type = rows.type.getFields()[field]?.type;
  if (form === undefined || type === undefined) return never;
  if (isObjectField(form)) {
    const inner = getNamedType(type);
    if (!isObjectType(inner)) return never;
    return conditionSql({ ...rows, mapping: form, type: inner }, wanted as Condition);
  }
  if (isReferenceField(form)) return referredSql(rows, form, wanted);
  const value = mappedValue(rows.mapping, rows.type, field);
  return value === undefined ? never : fieldSql(value, wanted, rows.dialect);
}

/**
 * Rows that refer to a record by its id, by what it is, or both. Keys of those that are so are worked out once, whatever refers to
 * them.
 *
 * @param also - what else they must be
 */
export function referredSql(
  rows: Rows,
  form: ReferenceField,
  wanted: FieldCondition | Condition,
  also: (reached: Rows) => readonly Expression[] = () => [],
): Expression {
  const { eq, in: oneOf, ...beneath } = wanted as FieldCondition & Condition;
  const named = eq !== undefined || oneOf !== undefined;
  if (Object.keys(beneath).length === 0) return referenceSql(rows, form, { eq, in: oneOf });
  const reached = rows.reach?.(form.reference);
  if (reached === undefined) return never;
  const keys = reached.keysWhere(all([conditionSql(reached.rows, beneath), ...also(reached.rows)]));
  return all([
    ...(named ? [referenceSql(rows, form, { eq, in: oneOf })] : []),
    sql`${asText(columnOf(own, form.column), rows.dialect)} IN (${keys})`,
  ]);
}

/** Records of this State that are named by id; those of other States are none. */
function referenceSql(
  { state, dialect }: Rows,
  { reference, column }: ReferenceField,
  { eq, in: oneOf = eq === undefined ? [] : [eq] }: FieldCondition,
): Expression {
  const keys = oneOf.flatMap((id) => {
    const parsed = parseRecordId(String(id));
    return parsed?.state === state && parsed.type === reference ? [parsed.key] : [];
  });
  if (keys.length === 0) return never;
  return sql`${asText(columnOf(own, column), dialect)} IN (${sql.join(keys)})`;
}

function fieldSql(mapped: MappedValue, wanted: FieldCondition, dialect: Dialect): Expression {
  const { form, type } = mapped;
  // a list satisfies no condition on one value
  if (isListType(getNullableType(type))) return never;
  const kind = kindOf(type);
  const plain = presentValue(mapped, dialect);
  if (kind === 'partialDate')
    return all([sql`${plain} IS NOT NULL`, ...partialDateSql(sql`SUBSTR(${plain}, 1, 10)`, wanted, dialect)]);
  const value = kind === 'date' ? sql`SUBSTR(${plain}, 1, 10)` : comparableExpression(form, plain);
  const bound = (given: unknown): Expression => sql`${comparable(form, given, dialect)}`;
  const oneOf = (given: readonly unknown[]): Expression => sql.join(given.map(bound));
  const conditions: Expression[] = [sql`${plain} IS NOT NULL`];
  if (wanted.eq !== undefined) conditions.push(sql`${value} = ${bound(wanted.eq)}`);
  if (wanted.in !== undefined)
    conditions.push(wanted.in.length === 0 ? never : sql`${value} IN (${oneOf(wanted.in)})`);
  if (wanted.notIn !== undefined && wanted.notIn.length > 0)
    conditions.push(sql`${value} NOT IN (${oneOf(wanted.notIn)})`);
  if (wanted.gte !== undefined) conditions.push(sql`${value} >= ${bound(wanted.gte)}`);
  if (wanted.lte !== undefined) conditions.push(sql`${value} <= ${bound(wanted.lte)}`);
  return all(conditions);
}
