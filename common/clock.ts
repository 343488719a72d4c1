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
