/** The time, in milliseconds since 1970 UTC. Passed in, so that tests own it. */
export type Clock = () => number;

export const systemClock: Clock = () => Date.now();

/** The calendar date (YYYY-MM-DD) that a clock shows in an IANA time zone. */
export function dateIn(timeZone: string, now: number): string {
  const minute = Math.floor(now / 60_000);
  const known = dates.get(timeZone);
  if (known?.minute === minute) return known.date;
  const date = dateFormat(timeZone).format(now);
  dates.set(timeZone, { minute, date });
  return date;
}

/** The last date worked out for each zone: no zone changes its date within a minute. */
const dates = new Map<string, { readonly minute: number; readonly date: string }>();

/** When the calendar day that a clock shows in a time zone ends, in milliseconds since 1970. */
export function endOfDay(timeZone: string, now: number): number {
  const date = dateIn(timeZone, now);
  const known = ends.get(timeZone);
  if (known?.date === date) return known.at;
  const format = dateFormat(timeZone);
  // no day is longer than 25 hours; dates never go back
  let [within, beyond] = [now, now + 26 * 3_600_000];
  while (beyond - within > 1) {
    const middle = Math.floor((within + beyond) / 2);
    if (format.format(middle) === date) within = middle;
    else beyond = middle;
  }
  ends.set(timeZone, { date, at: beyond });
  return beyond;
}

/** The last end of a day worked out for each zone. */
const ends = new Map<string, { readonly date: string; readonly at: number }>();

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs a hundred times more than using one; there are as many as States. */
function dateFormat(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  // sv-SE writes dates as ISO 8601 does
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone });
  formats.set(timeZone, made);
  return made;
}
