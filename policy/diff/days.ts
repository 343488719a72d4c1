import type { Agreement } from '../agreement.js';

/** Days, both included, on which the same agreements hold. */
export interface Interval {
  readonly from: string;
  readonly until: string;
}

/** The stretches of days between the days on which any agreement begins or has ended. */
export function intervalsOf(agreements: readonly Agreement[]): readonly Interval[] {
  const turns = agreements.flatMap(({ valid }) => [valid.from, addDays(valid.until, 1)]);
  const days = [...new Set(turns)].sort();
  return days.slice(0, -1).map((from, index) => ({ from, until: addDays(days[index + 1] ?? from, -1) }));
}

/** YYYY-MM-DD, some days further on. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}
