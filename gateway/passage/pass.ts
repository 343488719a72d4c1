import { type FoundRecords, noteRecord } from '../execute/found-records.js';

/** One State's answer on its way through the gateway. */
export interface Passing {
  /** How ids of the State's records begin: `GT:`. */
  readonly owner: string;
  /** Records found, by type. */
  readonly records: FoundRecords;
  /** What is to be passed on of the value at hand, as far as it has been copied. */
  copied: string;
  /** Where in the text the part begins that is still to be copied. */
  from: number;
  /** Of the record at hand; undefined as long as it has told none. */
  id: string | undefined;
}

/**
 * Goes over a JSON value that begins at `at`. What must not be passed on, and what is to be added, is seen to on the way.
 *
 * @returns where the value ends; {@link misfit} where it is anything else than what was asked for, in any other form
 */
export type Pass = (text: string, at: number, passing: Passing) => number;

export const misfit = -1;

/** What fits a regular expression without groups. */
export function matching(pattern: string): Pass {
  const expression = new RegExp(pattern, 'y');
  return (text, at) => {
    expression.lastIndex = at;
    return expression.test(text) ? expression.lastIndex : misfit;
  };
}

/** What fits a regular expression whose groups are ids of the record at hand, all the same. */
export function matchingIds(pattern: string): Pass {
  const expression = new RegExp(pattern, 'y');
  return (text, at, passing) => {
    expression.lastIndex = at;
    const found = expression.exec(text);
    if (found === null) return misfit;
    for (let group = 1; group < found.length; group += 1) {
      passing.id ??= found[group];
      if (found[group] !== passing.id) return misfit;
    }
    return expression.lastIndex;
  };
}

/** Adds what the text does not have. */
export function adding(added: string): Pass {
  return (text, at, passing) => {
    passing.copied += text.slice(passing.from, at) + added;
    passing.from = at;
    return at;
  };
}

/** Leaves out what the text has. */
export function leavingOut(pass: Pass): Pass {
  return (text, at, passing) => {
    passing.copied += text.slice(passing.from, at);
    const end = pass(text, at, passing);
    passing.from = end;
    return end;
  };
}

export function nullOr(pass: Pass): Pass {
  return (text, at, passing) => (text.startsWith('null', at) ? at + 4 : pass(text, at, passing));
}

const opening = '['.charCodeAt(0);
const closing = ']'.charCodeAt(0);
const comma = ','.charCodeAt(0);

export function listOf(item: Pass): Pass {
  return (text, at, passing) => {
    if (text.charCodeAt(at) !== opening) return misfit;
    if (text.charCodeAt(at + 1) === closing) return at + 2;
    for (let end = at + 1; ; end += 1) {
      end = item(text, end, passing);
      if (end === misfit) return misfit;
      const next = text.charCodeAt(end);
      if (next === closing) return end + 1;
      if (next !== comma) return misfit;
    }
  };
}

/** What is passed on of the value between `at` and its end; undefined where it does not fit. */
export function passedText(
  pass: Pass,
  text: string,
  at: number,
  passing: Passing,
): { readonly end: number; readonly passed: string } | undefined {
  passing.copied = '';
  passing.from = at;
  const end = pass(text, at, passing);
  return end === misfit ? undefined : { end, passed: passing.copied + text.slice(passing.from, end) };
}

/**
 * Notes the record at hand.
 *
 * @param asked - the id of the one that was asked for, where one was
 * @returns false where it has told no id, one that is not the State's own, or another than was asked for
 */
export function noteAtHand(typeName: string, { id, owner, records }: Passing, asked?: unknown): boolean {
  if (id?.startsWith(owner) !== true || (typeof asked === 'string' && id !== asked)) return false;
  noteRecord(records, typeName, id);
  return true;
}
