import type { PlainWanted } from './agreements.js';
import { plainFields, type RawRow, type ValueForm, type WorldType } from './world.js';

export type Value = string | readonly string[] | null;

/** A value, as the shared language has it. */
export function valueOf(record: WorldType, row: RawRow, field: string): Value {
  const form = plainFields[record][field];
  const raw = row.values[field];
  if (form === undefined || raw === null || raw === undefined) return null;
  return readValue(form, raw.trim());
}

function readValue(form: ValueForm, text: string): Value {
  if (form === 'LIST')
    return text
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '');
  if (text === '') return null;
  if (form === 'TEXT') return text;
  if (form === 'COUNTRY') return /^[A-Z][A-Z]$/u.test(text) ? text : null;
  if (form === 'PARTIAL_DATE' && /^\d{4}$/u.test(text)) return text;
  if (form === 'PARTIAL_DATE' && /^\d{4}-(0[1-9]|1[0-2])$/u.test(text)) return text;
  if (form !== 'DATE' && form !== 'PARTIAL_DATE') return form.includes(text) ? text : null;
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return null;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : null;
}

/** A missing value satisfies no condition, and a list none on one value. */
export function satisfies(
  record: WorldType,
  row: RawRow,
  condition: Readonly<Record<string, PlainWanted>>,
): boolean {
  for (const [field, wanted] of Object.entries(condition)) {
    const value = field === 'id' ? `GT:${record}:${row.key}` : valueOf(record, row, field);
    if (typeof value !== 'string') return false;
    if (wanted.eq !== undefined && value !== wanted.eq) return false;
    if (wanted.in !== undefined && !wanted.in.includes(value)) return false;
    if (wanted.notIn !== undefined && wanted.notIn.includes(value)) return false;
    const [first, last] = field === 'birthDate' ? daysOf(value) : [value, value];
    if (wanted.gte !== undefined && first < wanted.gte) return false;
    if (wanted.lte !== undefined && last > wanted.lte) return false;
  }
  return true;
}

/** The first and the last day that a date can mean. */
function daysOf(date: string): readonly [string, string] {
  const [year = '', month = ''] = date.split('-');
  if (date.length === 4) return [`${date}-01-01`, `${date}-12-31`];
  if (date.length > 7) return [date, date];
  const lengthOfMonth = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return [`${date}-01`, `${date}-${String(lengthOfMonth)}`];
}
