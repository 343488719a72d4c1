import type { NoteSigner } from '../note.js';
import type { LogStorage, Parts } from '../storage/storage.js';
import { type Frontier } from '../tree.js';
import { checkStored } from './check-stored.js';
import { makeBatch, numbersOf } from './make-batch.js';

/** Numbers entries and keeps them, so many at a time. */
export interface Sequencer {
  /** When it resolves, the entries are on disk and a signed checkpoint commits to them. @returns a number each */
  place(groups: readonly Parts[]): Promise<readonly number[]>;
  /** @throws Error where nothing can be kept now */
  probe(): Promise<void>;
  /** Entries so far, as far as is known here. */
  readonly size: number;
  close(): Promise<void>;
}

/**
 * Numbers for itself alone.
 *
 * @throws Error where what is stored is not what its last checkpoint, signed by this key, commits to
 */
export async function openSoleSequencer(storage: LogStorage, signer: NoteSigner): Promise<Sequencer> {
  let frontier = await storage.frontier();
  await checkStored(storage, signer, frontier);
  // after a failure nobody knows whether the commit stands: what is stored is asked, and checked as at the start
  let doubtful = false;
  const known = async (): Promise<Frontier> => {
    if (!doubtful) return frontier;
    const stored = await storage.frontier();
    await checkStored(storage, signer, stored);
    return stored;
  };
  return {
    place: async (groups) => {
      const before = await known();
      const batch = makeBatch(before, groups, signer);
      doubtful = true;
      await storage.append(batch);
      doubtful = false;
      frontier = batch.frontier;
      return numbersOf(before.size, groups);
    },
    probe: () => storage.probe(),
    get size() {
      return frontier.size;
    },
    close: () => storage.close(),
  };
}
