import type { StateCode } from './facts/fact.js';
import type { StateFacts } from './facts/state-facts.js';
import { firearmAt, firearmCount, type FirearmLife } from './invent/firearm-lives.js';
import { tellState } from './invent/state-facts.js';

export * from './stories.js';
export type { StateCode } from './facts/fact.js';

export interface WorldOptions {
  readonly seed?: number;
  readonly scale?: number;
}

/** All that happened, once for all States; nothing of it is held, each part is made when it is asked for. */
export interface World {
  readonly seed: number;
  readonly scale: number;
  readonly firearmCount: number;
  /** The whole life of a firearm, which no State knows. */
  firearmAt(number: number): FirearmLife;
  /** What one State knows. */
  factsOf(state: StateCode): StateFacts;
}

/** Makes the world: the same for the same seed and scale. */
export function makeWorld({ seed = 2007, scale = 1 }: WorldOptions = {}): World {
  const plan = { seed, scale };
  return {
    ...plan,
    firearmCount: firearmCount(plan),
    firearmAt: (number) => firearmAt(plan, number),
    factsOf: (state) => tellState({ ...plan, state }),
  };
}
