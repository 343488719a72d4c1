import type { Frontier } from '../tree.js';

/** An entry as it is kept. */
export interface StoredEntry {
  /** From 0, without a gap. */
  readonly index: number;
  readonly bytes: Buffer;
  readonly leafHash: Buffer;
}

export interface StoredCheckpoint {
  readonly size: number;
  /** Signed note. */
  readonly note: string;
}

/** Entries and the checkpoint that commits to them: kept together or not at all. */
export interface Batch {
  readonly entries: readonly StoredEntry[];
  readonly frontier: Frontier;
  readonly checkpoint: StoredCheckpoint;
}

/** Where a log is kept. */
export interface LogStorage {
  /** The tree as of the last batch. */
  frontier(): Promise<Frontier>;
  /** Keeps a batch; when it resolves, the batch is on disk. */
  append(batch: Batch): Promise<void>;
  /** Entries from an index on, at most `limit`, by index. */
  entries(from: number, limit: number): Promise<readonly StoredEntry[]>;
  /** Checkpoints over more than `size` entries, at most `limit`, by size. */
  checkpointsAfter(size: number, limit: number): Promise<readonly StoredCheckpoint[]>;
  lastCheckpoint(): Promise<StoredCheckpoint | undefined>;
  close(): Promise<void>;
}
