import { roundCount, roundWeight } from './rounding.js';
import type { Dimension } from './subjects.js';

/** Rows of one subject that agree in all dimensions; null where a row does not say. */
export interface Tally {
  readonly at: Readonly<Partial<Record<Dimension, string | null>>>;
  readonly count: number;
  readonly kilograms: number | null;
}

/** One rounded count, at one place of the grid. */
export interface Cell {
  readonly at: Readonly<Partial<Record<Dimension, string>>>;
  readonly count: string;
  readonly kilograms: number | null;
}

/** The values that a dimension may take, whether any row has them or not. */
export type Grid = Readonly<Partial<Record<Dimension, readonly string[]>>>;

/**
 * One level: a cell for every place of the grid, also where nothing was counted, so that a cell that is there tells
 * nothing. Rows that do not say, or say what is not in the grid, are counted in the levels that do not ask.
 *
 * Levels are by one dimension or by MONTH and one other. No count beneath 5 can then be told from all of them together:
 * whichever it is, the same answers could come of one more or one less, with rows that do not say the month or the other
 * dimension. A level above them all, or one of two dimensions without MONTH, would break that.
 */
export function levelOf(tallies: readonly Tally[], grid: Grid, by: readonly Dimension[]): readonly Cell[] {
  if (by.some((dimension) => grid[dimension] === undefined)) return [];
  const sums = new Map<string, { count: number; kilograms: number | null }>();
  for (const { at, count, kilograms } of tallies) {
    const key = JSON.stringify(by.map((dimension) => at[dimension] ?? null));
    const sum = sums.get(key) ?? { count: 0, kilograms: null };
    sums.set(key, {
      count: sum.count + count,
      kilograms: kilograms === null ? sum.kilograms : (sum.kilograms ?? 0) + kilograms,
    });
  }
  return placesOf(grid, by).map((place) => {
    const { count, kilograms } = sums.get(JSON.stringify(place)) ?? { count: 0, kilograms: null };
    const at = Object.fromEntries(by.map((dimension, position) => [dimension, place[position] ?? '']));
    return { at, count: roundCount(count), kilograms: roundWeight(kilograms, count) };
  });
}

function placesOf(grid: Grid, [first, ...rest]: readonly Dimension[]): readonly (readonly string[])[] {
  if (first === undefined) return [[]];
  const beneath = placesOf(grid, rest);
  return (grid[first] ?? []).flatMap((value) => beneath.map((place) => [value, ...place]));
}
