import { sql } from 'kysely';
import { dayAfter, dayBefore } from '../../../common/partial-date.js';
import type { FieldCondition } from '../../../policy/agreement.js';
import type { Dialect } from '../database/open.js';
import type { DateFormat } from '../mapping/mapping.js';
import { all, any, asText, type Expression, never } from './sql-text.js';

/** An ISO date out of a text that is written in one of several formats; what is no date of any of them is no value. */
export function isoDate(text: Expression, formats: readonly DateFormat[]): Expression {
  const dates = formats.map((format) => isoDateOf(text, format));
  return dates.length === 1 && dates[0] !== undefined ? dates[0] : sql`COALESCE(${sql.join(dates)})`;
}

/** What a format writes of a date, and where in the text it stands. */
function isoDateOf(text: Expression, format: DateFormat): Expression {
  const at = (part: string): number => format.indexOf(part) + 1;
  const [yearAt, monthAt, dayAt] = [at('YYYY'), at('MM'), at('DD')];
  const part = (start: number, length: number): Expression =>
    sql`SUBSTR(${text}, ${sql.lit(start)}, ${sql.lit(length)})`;
  const isDigit = (place: number): Expression => sql`${part(place, 1)} BETWEEN '0' AND '9'`;
  const [year, month, day] = [part(yearAt, 4), part(monthAt, 2), part(dayAt, 2)];
  const february = sql`CASE WHEN ${isLeap(text, yearAt)} THEN '29' ELSE '28' END`;
  const last = sql`CASE WHEN ${month} IN ('04', '06', '09', '11') THEN '30' WHEN ${month} = '02' THEN ${february} ELSE '31' END`;
  const real = [
    sql`${text} LIKE ${sql.lit(likeOf(format))}`,
    sql`${year} BETWEEN '1000' AND '2999'`,
    ...(monthAt > 0 ? [sql`${month} BETWEEN '01' AND '12'`] : []),
    ...(dayAt > 0 ? [sql`${day} BETWEEN '01' AND ${last}`] : []),
    ...[1, 2, 3].map((place) => isDigit(yearAt + place)),
    ...[monthAt, dayAt].filter((start) => start > 0).map((start) => isDigit(start + 1)),
  ];
  const parts = [year, ...(monthAt > 0 ? [month] : []), ...(dayAt > 0 ? [day] : [])];
  // the hour that may stand after an ISO date is kept
  const iso = format === 'YYYY-MM-DD' ? text : sql.join(parts, sql` || '-' || `);
  return sql`CASE WHEN ${all(real)} THEN ${iso} END`;
}

/** A time may follow a day that is written with separators. */
function likeOf(format: DateFormat): string {
  const mask = format.replaceAll(/[YMD]/gu, '_');
  return format.includes('DD') && format !== 'YYYYMMDD' ? `${mask}%` : mask;
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

/**
 * Conditions on a date that may lack its day or month: it satisfies one only if all the days that it can mean do.
 * A date that is asked for may lack them too: what equals it lies within it.
 */
export function partialDateSql(
  value: Expression,
  { eq, in: oneOf, notIn, gte, lte }: FieldCondition,
  dialect: Dialect,
): readonly Expression[] {
  const bound = (given: unknown): Expression => asText(sql`${String(given)}`, dialect);
  const begun = (given: unknown): Expression => sql`SUBSTR(${bound(given)}, 1, LENGTH(${value}))`;
  const isWithin = (given: unknown): Expression =>
    sql`SUBSTR(${value}, 1, ${sql.lit(String(given).length)}) = ${bound(given)}`;
  const isApart = (given: unknown): Expression =>
    sql`NOT ${any([isWithin(given), sql`${begun(given)} = ${value}`])}`;
  return [
    ...(eq === undefined ? [] : [isWithin(eq)]),
    ...(oneOf === undefined ? [] : [oneOf.length === 0 ? never : any(oneOf.map(isWithin))]),
    ...(notIn ?? []).map(isApart),
    ...(gte === undefined ? [] : [sql`${value} > ${begun(dayBefore(String(gte)))}`]),
    ...(lte === undefined ? [] : [sql`${value} < ${begun(dayAfter(String(lte)))}`]),
  ];
}
