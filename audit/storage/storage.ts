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

/** Hashes to be put at the end of a tile above level 0. */
export interface TileGrowth {
  readonly level: number;
  readonly index: number;
  readonly hash: Buffer;
}

/** A tile above level 0: its hashes so far, one after the other. */
export interface StoredTile {
  readonly level: number;
  readonly index: number;
  readonly hashes: Buffer;
}

/** Entries and the checkpoint that commits to them: kept together or not at all. */
export interface Batch {
  readonly entries: readonly StoredEntry[];
  readonly tiles: readonly TileGrowth[];
  readonly frontier: Frontier;
  readonly checkpoint: StoredCheckpoint;
}

/** How full a storage is, and what waits in it. */
export interface StorageState {
  /** Bytes that the log takes. */
  readonly usedBytes: number;
  /** Bytes that are left for it; absent where nobody says. */
  readonly freeBytes?: number;
  /** Absent where the log has one writer. */
  readonly queue?: QueueState;
}

/** What waits in a shared queue for its number. */
export interface QueueState {
  /** Disclosures, of all writers. */
  readonly waiting: number;
  /** Milliseconds that the oldest has waited; 0 where none waits. */
  readonly oldestMs: number;
}

/** Where a log is kept. */
export interface LogStorage extends LogReading {
  /** Keeps a batch; when it resolves, the batch is on disk. */
  append(batch: Batch): Promise<void>;
  /**
   * Puts these in the place of all tiles, synced.
   *
   * @param size - entries of the log that they are of
   * @throws Error where the log has another size by now
   */
  replaceTiles(tiles: readonly StoredTile[], size: number): Promise<void>;
  /** Writes and syncs something that changes nothing. @throws Error where the storage cannot be written */
  probe(): Promise<void>;
  /** How full it is now, and what waits in it. */
  look(): Promise<StorageState>;
  /** Present where several writers share the log: one of them numbers for all. */
  readonly queue?: SharedQueue;
}

/** What can be read of a log. */
export interface LogReading {
  /** The tree as of the last batch. */
  frontier(): Promise<Frontier>;
  /** Entries from an index on, at most `limit`, by index. */
  entries(from: number, limit: number): Promise<readonly StoredEntry[]>;
  /** The entries of these numbers that there are, by index. */
  entriesAt(indexes: readonly number[]): Promise<readonly StoredEntry[]>;
  /** Leaf hashes from an index on, at most `limit`, by index. */
  leafHashes(from: number, limit: number): Promise<readonly Buffer[]>;
  /** The hashes so far of a tile above level 0, one after the other. @see C2SP tlog-tiles */
  tile(level: number, index: number): Promise<Buffer>;
  /** Checkpoints over more than `size` entries, at most `limit`, by size. */
  checkpointsAfter(size: number, limit: number): Promise<readonly StoredCheckpoint[]>;
  lastCheckpoint(): Promise<StoredCheckpoint | undefined>;
  close(): Promise<void>;
}

/** The parts of one disclosure, which are numbered one after the other. */
export type Parts = readonly Buffer[];

/** How the writers of a shared log hand entries to the one that numbers them. */
export interface SharedQueue {
  /** Keeps groups of parts; when it resolves, they are on disk. @returns an id each */
  submit(groups: readonly Parts[]): Promise<readonly string[]>;
  /** Numbers of the first parts of those that have been placed. */
  placed(ids: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Becomes the one that numbers; undefined while another is. */
  lead(): Promise<Lead | undefined>;
}

/** Being the one that numbers, for as long as its connection lives. */
export interface Lead {
  frontier(): Promise<Frontier>;
  /** The oldest that wait, at most `limit`. */
  waiting(limit: number): Promise<readonly { readonly id: string; readonly parts: Parts }[]>;
  /** Keeps a batch and takes those that it places out of the queue, all or nothing. */
  append(batch: Batch, placed: readonly { readonly id: string; readonly index: number }[]): Promise<void>;
  /** Told each time that something was submitted. */
  onSubmitted(told: () => void): void;
  close(): Promise<void>;
}

/** Where a log grew while something was made of it. */
export function grownMeanwhile(): Error {
  return new Error(
    'the log grew meanwhile: stop who writes it, or try again / la bitácora creció entretanto: detenga a quien la escribe o reintente',
  );
}
