import type { Clock } from '../../common/clock.js';

/** Whether an id is seen for the first time; from then on it is known. */
export type ReplayMemory = (id: string) => boolean;

/**
 * Remembers ids for at least `ms` and at most twice as long, in two generations: nothing is kept for each id but the id,
 * and nothing is searched to forget it.
 */
export function createReplayMemory(ms: number, clock: Clock): ReplayMemory {
  let recent = new Set<string>();
  let older = new Set<string>();
  let turnAt = clock() + ms;
  return (id) => {
    const now = clock();
    if (now >= turnAt) {
      older = now >= turnAt + ms ? new Set() : recent;
      recent = new Set();
      turnAt = now + ms;
    }
    if (recent.has(id) || older.has(id)) return false;
    recent.add(id);
    return true;
  };
}
