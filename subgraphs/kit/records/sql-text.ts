import { type RawBuilder, sql } from 'kysely';
import type { Dialect } from '../database/open.js';

/** An SQL expression. */
export type Expression = RawBuilder<unknown>;

/** A value as text, compared byte by byte: order and equality are the same on every database. */
export function asText(expression: Expression, dialect: Dialect): Expression {
  switch (dialect) {
    case 'sqlite':
      return sql`CAST(${expression} AS TEXT)`;
    case 'postgres':
      return sql`(CAST(${expression} AS TEXT) COLLATE "C")`;
    case 'mysql':
      return sql`(CAST(${expression} AS CHAR CHARACTER SET utf8mb4) COLLATE utf8mb4_bin)`;
  }
}

/** 1 where a condition holds; 0 where it does not, or cannot be told. */
export function asBit(condition: Expression): Expression {
  return sql`CASE WHEN ${condition} THEN 1 ELSE 0 END`;
}

export const never: Expression = sql`1 = 0`;
const always: Expression = sql`1 = 1`;

export function all(conditions: readonly Expression[]): Expression {
  return conditions.length === 0 ? always : sql`(${sql.join(conditions, sql` AND `)})`;
}

export function any(conditions: readonly Expression[]): Expression {
  return conditions.length === 0 ? never : sql`(${sql.join(conditions, sql` OR `)})`;
}

/** A column of a table's alias, or of a join: `join.column`. */
export function columnOf(alias: string, text: string): Expression {
  return text.includes('.') ? sql.ref(text) : sql.ref(`${alias}.${text}`);
}
