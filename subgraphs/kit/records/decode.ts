import type { Cell } from './cell.js';
import { getNullableType, type GraphQLOutputType, isListType } from 'graphql';
import type { ValueField } from '../mapping/mapping.js';
import { kindOf } from './value.js';

/** A column's value as the shared language has it: numbers as numbers, dates ISO 8601, text trimmed, else null. */
export function decodeValue(form: ValueField, type: GraphQLOutputType, value: Cell): unknown {
  if (value === null || value === undefined) return null;
  const split = 'column' in form ? form.split : undefined;
  if (isListType(getNullableType(type))) {
    const parts = String(value).split(split ?? ',');
    return parts.map((part) => part.trim()).filter((part) => part !== '');
  }
  switch (kindOf(type)) {
    case 'number':
      return decodeNumber(value);
    case 'boolean':
      return value === true || Number(value) === 1;
    case 'date':
      return decodeDate(String(value));
    case 'text': {
      const text = String(value).trim();
      return text === '' ? null : text;
    }
  }
}

/** Conversions leave traces far behind the point. */
function decodeNumber(value: Cell): number | null {
  const number = Number(value);
  return Number.isFinite(number) ? Math.round(number * 1e6) / 1e6 : null;
}

/** SQL has made it look like a date; only the calendar knows about 29 February. */
function decodeDate(text: string): string | null {
  if (/^\d{4}$/u.test(text)) return text;
  const day = text.slice(0, 10);
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day) return null;
  return text.length <= 10 ? day : text.replace(' ', 'T');
}
