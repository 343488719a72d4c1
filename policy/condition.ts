import type { Condition, FieldCondition, Scalar } from './agreement.js';

/** Whether a row of plain values satisfies a condition; dates compare as ISO 8601 text. */
export function holds(condition: Condition | undefined, row: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(condition ?? {}).every(([field, wanted]) => fits(wanted, row[field]));
}

function fits(wanted: FieldCondition, value: unknown): boolean {
  if (!isScalar(value)) return false;
  if (wanted.eq !== undefined && value !== wanted.eq) return false;
  if (wanted.in !== undefined && !wanted.in.includes(value)) return false;
  if (wanted.notIn?.includes(value) === true) return false;
  if (wanted.gte !== undefined && value < wanted.gte) return false;
  return wanted.lte === undefined || value <= wanted.lte;
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
