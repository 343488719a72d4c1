import { dayAfter, dayBefore, isPartialDate } from '../common/partial-date.js';
import type { Condition, FieldCondition, Scalar } from './agreement.js';

/**
 * Whether a row of plain values satisfies a condition; dates compare as ISO 8601 text, and one without its day or month
 * satisfies what all the days that it can mean do.
 */
export function holds(condition: Condition | undefined, row: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(condition ?? {}).every(([field, wanted]) => fits(wanted, row[field]));
}

function fits(wanted: FieldCondition, value: unknown): boolean {
  if (!isScalar(value)) return false;
  if (wanted.eq !== undefined && value !== wanted.eq) return false;
  if (wanted.in !== undefined && !wanted.in.includes(value)) return false;
  if (wanted.notIn?.some((one) => value === one || canMean(value, one)) === true) return false;
  if (wanted.gte !== undefined && !isAtLeast(value, wanted.gte)) return false;
  return wanted.lte === undefined || isAtMost(value, wanted.lte);
}

/** Whether a date without its day may be this one. */
function canMean(value: Scalar, day: Scalar): boolean {
  return isPartial(value) && String(day).startsWith(value);
}

function isAtLeast(value: Scalar, least: Scalar): boolean {
  if (!isPartial(value) || typeof least !== 'string') return value >= least;
  return value > dayBefore(least).slice(0, value.length);
}

function isAtMost(value: Scalar, most: Scalar): boolean {
  if (!isPartial(value) || typeof most !== 'string') return value <= most;
  return value < dayAfter(most).slice(0, value.length);
}

function isPartial(value: Scalar): value is string {
  return typeof value === 'string' && isPartialDate(value);
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
