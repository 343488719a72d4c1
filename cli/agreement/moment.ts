import { dateIn } from '../../common/clock.js';

const halfHour = 1_800_000;

/**
 * A moment in milliseconds since 1970: of a date its last millisecond where the State is, so that a day includes what was
 * published on it.
 *
 * @throws Error where it is neither YYYY-MM-DD nor an ISO 8601 time with its offset
 */
export function momentOf(text: string, timeZone: string): number {
  const isDate = /^\d{4}-\d{2}-\d{2}$/u.test(text);
  const at = Date.parse(isDate ? `${text}T23:59:59.999Z` : text);
  if (Number.isNaN(at) || !(isDate || /(?:Z|[+-]\d{2}:\d{2})$/u.test(text)))
    throw new Error(`--at ${text}: 2026-03-03, 2026-03-03T10:00:00Z`);
  if (!isDate) return at;
  // no place is further than fourteen hours from UTC
  for (let shift = 28; shift > -28; shift -= 1)
    if (dateIn(timeZone, at + shift * halfHour) === text) return at + shift * halfHour;
  return at;
}
