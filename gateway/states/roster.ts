import type { BundledQuestion } from '../../common/bundle.js';
import { IstmoError } from '../../common/errors.js';
import type { Posted } from './post.js';

/** A question of a bundle, and who waits for its answer: told once, what was answered or why nothing was. */
export interface Waiting extends BundledQuestion {
  /** Milliseconds for its answer, > 0. */
  readonly timeoutMs: number;
  readonly settle: (outcome: Posted | Error) => void;
}

/** The questions of a bundle that still wait for their answer, each with a deadline of its own. */
export interface Roster {
  readonly isEmpty: boolean;
  /** Tells a question its answer; one that does not wait any more is told nothing. @returns whether there is such a question */
  settle(index: number, outcome: Posted | Error): boolean;
  /** Tells all that wait. */
  settleAll(error: Error): void;
  /** Tells those whose time is over `STATE_TIMEOUT`. @returns milliseconds until it is of the next; undefined: nobody waits */
  expire(): number | undefined;
}

export function openRoster(questions: readonly Waiting[]): Roster {
  const startedAt = performance.now();
  const waiting = new Map(questions.entries());
  // beside the map, so that whoever holds the roster does not hold those who have been answered
  const count = questions.length;
  const settle = (index: number, outcome: Posted | Error): boolean => {
    waiting.get(index)?.settle(outcome);
    waiting.delete(index);
    return index < count;
  };
  return {
    get isEmpty() {
      return waiting.size === 0;
    },
    settle,
    settleAll: (error) => {
      for (const index of waiting.keys()) settle(index, error);
    },
    expire: () => {
      const elapsed = performance.now() - startedAt;
      let next: number | undefined;
      for (const [index, { timeoutMs }] of waiting)
        if (timeoutMs <= elapsed) settle(index, new IstmoError('STATE_TIMEOUT'));
        else next = Math.min(next ?? Infinity, timeoutMs - elapsed);
      return next;
    },
  };
}
