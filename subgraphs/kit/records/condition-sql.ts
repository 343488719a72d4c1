import type { GraphQLObjectType } from 'graphql';
import { sql } from 'kysely';
import type { Condition, FieldCondition } from '../../../policy/agreement.js';
import type { Dialect } from '../database/open.js';
import type { RecordMapping } from '../mapping/mapping.js';
import { mappedValue, type MappedValue, own } from './record-shape.js';
import { all, type Expression, never } from './sql-text.js';
import { comparable, comparableExpression, kindOf, valueExpression } from './value.js';

/** Rows on which a condition is put, or that a filter asks for. */
export interface Rows {
  readonly mapping: RecordMapping;
  readonly type: GraphQLObjectType;
  readonly dialect: Dialect;
}

/**
 * A condition as SQL over the mapped values. A missing value satisfies none, and neither does a field that the State
 * does not map.
 */
export function conditionSql(rows: Rows, condition: Condition | undefined): Expression {
  return all(
    Object.entries(condition ?? {}).map(([field, wanted]) => {
      const value = mappedValue(rows.mapping, rows.type, field);
      return value === undefined ? never : fieldSql(value, wanted, rows.dialect);
    }),
  );
}

function fieldSql({ form, type }: MappedValue, wanted: FieldCondition, dialect: Dialect): Expression {
  const kind = kindOf(type);
  const plain = valueExpression(form, kind, own, dialect);
  const value = kind === 'date' ? sql`SUBSTR(${plain}, 1, 10)` : comparableExpression(form, plain);
  const bound = (given: unknown): Expression => sql`${comparable(form, given)}`;
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
