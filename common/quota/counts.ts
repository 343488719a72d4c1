import type { Window } from './window.js';

/** What somebody wants to take of a limit. */
export interface Claim {
  /** Names whose limit it is, and of what. */
  readonly limitOf: string;
  readonly limit: number;
  readonly officer: string;
  readonly window: Window;
  /** 0: to know what is left. */
  readonly amount: number;
}

/** What came of a claim. */
export interface Room {
  /** Whether there was room for it; for an amount of 0, whether there is any. */
  readonly fits: boolean;
  /** What the officer could have taken before. */
  readonly left: number;
}

/** How a limit stands for an officer. */
export interface Standing {
  /** Taken by all officers together. */
  readonly used: number;
  /** What the officer could take. */
  readonly left: number;
}

/** Claims that are made at once. */
export interface Claims {
  /** Each taken where it fits. */
  readonly each: readonly Claim[];
  /** Taken only where all claims, also those of `each`, fit. */
  readonly together: readonly Claim[];
}

/** Counts what is taken of limits, each officer's part apart. */
export interface Counts {
  /**
   * Takes what fits, as one step that no other comes between.
   *
   * @returns one for each claim: those of `each`, then those of `together`
   * @throws Error where the counts cannot be reached
   */
  take(claims: Claims): Promise<readonly Room[]>;
  /**
   * How limits stand, whoever has looked: it counts nobody as one who asks, so that looking takes nothing from anybody's share.
   *
   * @throws Error where the counts cannot be reached
   */
  look(claims: readonly Claim[]): Promise<readonly Standing[]>;
  /** Adds what has been taken already, whether or not there was room. */
  add(claims: readonly Claim[]): Promise<void>;
}
