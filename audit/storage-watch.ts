import type { Clock } from '../common/clock.js';
import { firstSince } from './storage/entries-of.js';
import type { LogStorage, StorageState } from './storage/storage.js';

type Watched = Pick<LogStorage, 'look' | 'entries' | 'lastCheckpoint'>;

/** What was last seen of a storage; empty where it could not be seen. */
export interface Seen extends Partial<StorageState> {
  /** How long what is left lasts at the rate of the last day; absent where nothing came, or where that is not known. */
  readonly daysLeft?: number;
}

export interface StorageWatch {
  readonly seen: Seen;
  /** Looks now. */
  look(): Promise<void>;
  close(): void;
}

const dayMs = 24 * 60 * 60 * 1_000;
/** Milliseconds between two looks at how full it is and what waits in it. */
const lookEveryMs = 2_000;
/** Milliseconds between two looks at how much came in the last day: some twenty entries are read for it. */
const rateEveryMs = 10 * 60 * 1_000;

/**
 * Looks at a storage again and again, one look after the other.
 *
 * @param onAway - told each time that it could not be seen
 */
export function watchStorage(
  storage: Watched,
  clock: Clock,
  onAway: () => void = () => undefined,
): StorageWatch {
  let seen: Seen = {};
  let rate: number | undefined;
  let ratedAt = -Infinity;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  const look = async (): Promise<void> => {
    try {
      const state = await storage.look();
      if (rate === undefined || clock() - ratedAt >= rateEveryMs) {
        rate = await bytesADay(storage, state.usedBytes, clock());
        ratedAt = clock();
      }
      seen = { ...state, ...daysLeft(state, rate) };
    } catch {
      // what was seen before may not be so any more
      seen = {};
      if (!closed) onAway();
    }
  };
  const lookAgain = (): void => {
    void look().then(() => {
      if (!closed) timer = setTimeout(lookAgain, lookEveryMs).unref();
    });
  };
  lookAgain();
  return {
    get seen() {
      return seen;
    },
    look,
    close: () => {
      closed = true;
      clearTimeout(timer);
    },
  };
}

function daysLeft({ freeBytes }: StorageState, rate = 0): Pick<Seen, 'daysLeft'> {
  return freeBytes === undefined || rate === 0 ? {} : { daysLeft: freeBytes / rate };
}

/** What the last day's entries took, as much each as all on average; undefined where there is none at all. */
async function bytesADay(storage: Watched, usedBytes: number, now: number): Promise<number | undefined> {
  const size = (await storage.lastCheckpoint())?.size ?? 0;
  if (size === 0) return undefined;
  const first = await firstSince(storage, size, now - dayMs);
  return (usedBytes / size) * (size - first);
}
