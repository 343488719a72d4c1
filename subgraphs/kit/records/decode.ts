import type { Cell } from './cell.js';
import { getNamedType, getNullableType, type GraphQLOutputType, isEnumType, isListType } from 'graphql';
import { isPartialDate } from '../../../common/partial-date.js';
import { isCountry } from '../../../schema/countries.js';
import { isSubdivision } from '../../../schema/subdivisions.js';
import type { ValueField } from '../mapping/mapping.js';
import { kindOf } from './value.js';

/** A column's value as the shared language has it: numbers as numbers, dates ISO 8601, text trimmed, else null. */
export function decodeValue(form: ValueField, type: GraphQLOutputType, value: Cell): unknown {
  if (value === null || value === undefined) return null;
  const split = 'column' in form ? form.split : undefined;
  if (isListType(getNullableType(type))) {
    const parts = String(value)
      .split(split ?? ',')
      .map((part) => part.trim());
    return parts.map((part) => codeOf(form, part)).filter((part) => part !== null && fits(type, part));
  }
  switch (kindOf(type)) {
    case 'number': {
      const number = decodeNumber(value);
      return getNamedType(type).name === 'Int' && !Number.isInteger(number) ? null : number;
    }
    case 'boolean':
      if (value === true || Number(value) === 1) return true;
      // what is neither is no value: nobody can tell which it should be
      return value === false || String(value).trim() === '0' ? false : null;
    case 'date':
      return decodeDate(String(value));
    case 'partialDate': {
      const text = String(value);
      return isPartialDate(text) ? text : decodeDate(text.slice(0, 10));
    }
    case 'text': {
      const text = String(value).trim();
      return text === '' || !fits(type, text) ? null : text;
    }
  }
}

/** An item of a list in one column, in the shared language's code. */
function codeOf(form: ValueField, part: string): string | null {
  if (part === '') return null;
  if (!('column' in form) || form.codes === undefined) return part;
  const code = form.codes[part];
  if (code !== undefined) return String(code);
  return form.otherwise === 'KEEP' ? part : null;
}

/** Whether a text is a code of its type's list, as far as the type has one. */
function fits(type: GraphQLOutputType, text: string): boolean {
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValue(text) !== undefined;
  if (named.name === 'CountryCode') return isCountry(text);
  return named.name === 'SubdivisionCode' ? isSubdivision(text) : true;
}

/** Conversions leave traces far behind the point. */
function decodeNumber(value: Cell): number | null {
  const number = Number(value);
  return Number.isFinite(number) ? Math.round(number * 1e6) / 1e6 : null;
}

/** SQL has made it look like a date; only the calendar knows about 29 February. */
function decodeDate(text: string): string | null {
  const day = text.slice(0, 10);
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day) return null;
  return text.length <= 10 ? day : text.replace(' ', 'T');
}
