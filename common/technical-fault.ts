/** What of a fault a technical log may hold. */
export interface TechnicalFault {
  readonly name: string;
  /** A driver's or the table's own: `ER_NO_SUCH_TABLE`, `42P01`. */
  readonly code?: string;
  /** Where it arose, the innermost first. */
  readonly frames: readonly string[];
}

/**
 * A fault without its message and whatever else hangs on it: drivers of databases put values and whole statements into both,
 * and what is looked for may be a person.
 */
export function technicalFault(error: unknown): TechnicalFault {
  const { name = 'Error', code = '', stack = '' } = (error ?? {}) as Thrown;
  const frames = stack.split('\n').filter((line) => /^\s+at .*:\d+:\d+\)?$/u.test(line));
  return {
    name,
    ...(/^\w{1,60}$/u.test(String(code)) && { code: String(code) }),
    frames: frames.slice(0, 8).map((line) => line.trim()),
  };
}

/** What errors of Node's and of drivers have; whatever else is thrown has none of it. */
interface Thrown {
  readonly name?: string;
  readonly code?: string | number;
  readonly stack?: string;
}
