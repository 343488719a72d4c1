import { sql } from 'kysely';
import type { OpenedAges } from '../../../policy/minors.js';
import type { Rows } from './condition-sql.js';
import { mappedValue, own } from './record-shape.js';
import { all, any, type Expression, never } from './sql-text.js';
import { kindOf, valueExpression } from './value.js';

/**
 * Persons of these ages at the event, as SQL: who may be found by what identifies them is decided before they are
 * counted. @see ageAt of `policy/minors.ts`, which says the same of one row
 */
export function agesSql(rows: Rows, ages: OpenedAges = 'ALL'): readonly Expression[] {
  if (ages === 'ALL') return [];
  const birth = dateSql(rows, 'birthDate');
  const events = ['eventDate', 'recordedAt'].flatMap((field) => dateSql(rows, field));
  const [born] = birth;
  const [first] = events;
  // without either date every age is unknown
  if (born === undefined || first === undefined) return ages === 'ADULTS' ? [never] : [];
  const event = events.length === 1 ? first : sql`COALESCE(${sql.join(events)})`;
  const isAdult = sql`SUBSTR(${event}, 1, 10) >= ${eighteenth(born, rows)}`;
  if (ages === 'ADULTS') return [all([sql`${born} IS NOT NULL`, sql`${event} IS NOT NULL`, isAdult])];
  return [any([sql`${born} IS NULL`, sql`${event} IS NULL`, isAdult])];
}

function dateSql({ mapping, type, dialect }: Rows, field: string): readonly Expression[] {
  const value = mappedValue(mapping, type, field);
  return value === undefined ? [] : [valueExpression(value.form, kindOf(value.type), own, dialect)];
}

/** A birth date without day or month counts as the last day that it can mean. */
function eighteenth(born: Expression, { dialect }: Rows): Expression {
  const [number, text] = dialect === 'mysql' ? [sql`SIGNED`, sql`CHAR`] : [sql`INTEGER`, sql`TEXT`];
  const year = sql`CAST(CAST(SUBSTR(${born}, 1, 4) AS ${number}) + 18 AS ${text})`;
  const month = sql`CASE WHEN LENGTH(${born}) >= 7 THEN SUBSTR(${born}, 5, 3) ELSE '-12' END`;
  const day = sql`CASE WHEN LENGTH(${born}) >= 10 THEN SUBSTR(${born}, 8, 3) ELSE '-31' END`;
  return sql`${year} || ${month} || ${day}`;
}
