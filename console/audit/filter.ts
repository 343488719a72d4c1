import { type LogFilterField, logFilterFields } from '../../common/log-filter.js';
import { momentOf } from '../parts/moment.js';

/** What the form holds: an empty text is no condition. `from` and `until` as inputs of date and time have them. */
export type FilterDraft = Readonly<Record<LogFilterField, string>>;

export const emptyFilter = Object.fromEntries(logFilterFields.map((name) => [name, ''])) as FilterDraft;

let left: FilterDraft = emptyFilter;

/** Keeps what was filled in for the other pages of the auditor: in memory alone, since cases and officers are personal. */
export function leaveFilter(draft: Partial<FilterDraft>): void {
  left = { ...emptyFilter, ...draft };
}

export function lastFilter(): FilterDraft {
  return left;
}

/** The filter as the gateway takes it: what is empty is left out, times in UTC. */
export function filterOf({ from, until, ...fields }: FilterDraft): Readonly<Record<string, string>> {
  const times = { from: momentOf(from), until: momentOf(until) };
  const named = [...Object.entries(times), ...Object.entries(fields)].map(
    ([name, value]) => [name, value?.trim() ?? ''] as const,
  );
  return Object.fromEntries(named.filter(([, value]) => value !== ''));
}
