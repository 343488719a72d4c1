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
  if (isReferenceField(form)) return referenceSql(rows, form, wanted);
  const value = mappedValue(rows.mapping, rows.type, field);
  return value === undefined ? never : fieldSql(value, wanted, rows.dialect);
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
