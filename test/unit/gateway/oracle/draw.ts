import { choose, hash } from './hash.js';

/** Draws a number from 0 to `below`, without it. */
export type Draw = (below: number) => number;

/** Draws by lot, and always the same from the same seed. */
export function createDraw(seed: number): Draw {
  let count = 0;
  return (below) => {
    count += 1;
    return hash(seed, count) % below;
  };
}

export function drawOf<T>(draw: Draw, from: readonly T[]): T {
  return choose(from, draw(from.length));
}
