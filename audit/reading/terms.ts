import { logTermFields } from '../../common/log-filter.js';
import type { AuditEntry } from '../entry.js';

/** What entries can be looked for by. */
export interface LogFilter {
  /** ISO 8601; entries at or after it. */
  readonly from?: string;
  /** ISO 8601; entries before it. */
  readonly until?: string;
  readonly agency?: string;
  readonly officer?: string;
  readonly purpose?: string;
  readonly case?: string;
  /** A State whose records it touches. */
  readonly state?: string;
  /** Id of a record that was disclosed. */
  readonly record?: string;
  /** Shown or withheld. */
  readonly coordinate?: string;
  /** ANSWERED, PARTIAL, REFUSED */
  readonly outcome?: string;
  /** Why something was withheld, or the whole refused. */
  readonly reason?: string;
  readonly type?: string;
}

/** The terms that an entry has to have: all of them. */
export function termsOfFilter(filter: LogFilter): readonly string[] {
  return logTermFields.flatMap((field) => {
    const value = filter[field];
    return value === undefined ? [] : [`${field}=${value}`];
  });
}

/** The terms that an entry is found by, each once. */
export function termsOf({ type, time, data }: AuditEntry): readonly string[] {
  const { requester, outcome, states } = data;
  const terms: (readonly [field: string, value: string | undefined])[] = [
    ['type', type],
    ['hour', time.slice(11, 13)],
    ['agency', requester?.agency],
    ['officer', requester?.officer],
    ['purpose', data.purpose],
    ['case', data.case],
    ['outcome', outcome.result],
    ['reason', outcome.code],
  ];
  // what any State was asked for: refusals before that are no accesses
  if (states.length > 0) terms.push(['asked', 'yes']);
  for (const { code, records, shown, withheld } of states) {
    terms.push(['state', code]);
    for (const type of Object.keys(records)) terms.push(['kind', `${code}:${type}`]);
    for (const id of Object.values(records).flat()) terms.push(['record', id]);
    for (const coordinate of shown) terms.push(['coordinate', coordinate]);
    for (const { coordinate, reason } of withheld) terms.push(['coordinate', coordinate], ['reason', reason]);
  }
  return [...new Set(terms.flatMap(([field, value]) => (value === undefined ? [] : [`${field}=${value}`])))];
}

/** Whether an entry is what a filter looks for, without an index. */
export function fits(entry: AuditEntry, filter: LogFilter): boolean {
  const at = Date.parse(entry.time);
  if (filter.from !== undefined && at < Date.parse(filter.from)) return false;
  if (filter.until !== undefined && at >= Date.parse(filter.until)) return false;
  const wanted = termsOfFilter(filter);
  if (wanted.length === 0) return true;
  const has = new Set(termsOf(entry));
  return wanted.every((term) => has.has(term));
}
