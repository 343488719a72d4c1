import type { Random } from './random.js';

/** A value as a national database keeps it. */
export type Cell = string | number | null;

/** Table → its rows, in the order in which they can be inserted. */
export type TableRows = ReadonlyMap<string, readonly Readonly<Record<string, Cell>>[]>;

/** 2023-06-14 as 14/06/2023. */
export function dayFirst(day: string): string {
  const [year, month, date] = day.split('-');
  return `${date ?? ''}/${month ?? ''}/${year ?? ''}`;
}

/** 2023-06-14 as 06/14/2023. */
export function monthFirst(day: string): string {
  const [year, month, date] = day.split('-');
  return `${month ?? ''}/${date ?? ''}/${year ?? ''}`;
}

/** How a handling code is drawn: most records are for police use, few are restricted further. */
export function drawHandling(random: Random): 0 | 1 | 2 | 3 {
  const ticket = random.int(1, 100);
  if (ticket <= 60) return 0;
  if (ticket <= 85) return 1;
  return ticket <= 97 ? 2 : 3;
}
