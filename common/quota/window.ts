import { dateIn, endOfDay } from '../clock.js';

/** A stretch of time in which a limit is counted, then begun anew. */
export interface Window {
  readonly id: string;
  /** The window before it, whose officers keep their share. */
  readonly before: string;
  /** Milliseconds since 1970. */
  readonly endsAt: number;
  readonly lastsMs: number;
}

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** The minute of the clock. */
export function minuteOf(now: number): Window {
  const minute = Math.floor(now / minuteMs);
  return {
    id: String(minute),
    before: String(minute - 1),
    endsAt: (minute + 1) * minuteMs,
    lastsMs: minuteMs,
  };
}

/** The calendar day in a time zone. */
export function dayOf(timeZone: string, now: number): Window {
  const id = dateIn(timeZone, now);
  const before = new Date(Date.parse(id) - dayMs).toISOString().slice(0, 10);
  return { id, before, endsAt: endOfDay(timeZone, now), lastsMs: dayMs };
}
