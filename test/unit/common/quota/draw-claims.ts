import fc from 'fast-check';
import type { Claims } from '../../../../common/quota/counts.js';
import type { Window } from '../../../../common/quota/window.js';

/** What officers of one agency want, one after the other. */
export interface Wish {
  readonly officer: string;
  readonly amount: number;
  /** The number of the window in which it is wanted. */
  readonly window: number;
}

export const officers = ['o1', 'o2', 'o3', 'o4', 'o5'] as const;

/** Wishes of a few officers over three windows, in order of time. */
export const wishes: fc.Arbitrary<readonly Wish[]> = fc
  .array(
    fc.record({
      officer: fc.constantFrom(...officers),
      amount: fc.nat(12),
      window: fc.nat(2),
    }),
    { maxLength: 60 },
  )
  .map((drawn) => [...drawn].sort((one, other) => one.window - other.window));

export function windowAt(number: number): Window {
  return {
    id: `w${String(number)}`,
    before: `w${String(number - 1)}`,
    endsAt: (number + 1) * 60_000,
    lastsMs: 60_000,
  };
}

export function claimsOf(limitOf: string, limit: number, { officer, amount, window }: Wish): Claims {
  return { each: [{ limitOf, limit, officer, window: windowAt(window), amount }], together: [] };
}
