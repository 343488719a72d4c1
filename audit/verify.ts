import { parseCheckpoint } from './checkpoint.js';
import type { NoteVerifier } from './note.js';
import type { LogStorage, StoredCheckpoint } from './storage/storage.js';
import { appendLeaf, emptyFrontier, type Frontier, hashLeaf, rootOf } from './tree.js';

/** What re-reading a whole log found. */
export type Verification =
  | { readonly ok: true; readonly size: number; readonly root: string }
  | {
      readonly ok: false;
      /** The first entries that cannot be trusted, from `from` to before `to`: one where it can be told. */
      readonly firstWrong: { readonly from: number; readonly to: number };
      readonly problem: Problem;
    };

/** What is wrong with a log. */
export type Problem =
  | 'ENTRY_MISSING'
  | 'ENTRY_CHANGED'
  | 'HISTORY_REWRITTEN'
  | 'CHECKPOINT_SIGNATURE_WRONG'
  | 'ENTRIES_BEYOND_CHECKPOINT'
  | 'ROLLED_BACK';

export interface VerifyOptions {
  /** Told after each page how many entries have been read. */
  readonly onProgress?: (read: number) => void;
  /** A checkpoint of this log that somebody kept: the log must still have at least its entries, unchanged. */
  readonly against?: string;
}

const pageSize = 2_000;

interface Walk {
  readonly frontier: Frontier;
  /** Entries up to here are committed to by a checkpoint that fits. */
  readonly proven: number;
}

/** Reads a log from its first entry to its last, recomputes the tree, and holds it against every checkpoint. */
export async function verifyLog(
  storage: LogStorage,
  verifier: NoteVerifier,
  { onProgress, against }: VerifyOptions = {},
): Promise<Verification> {
  const checkpoints = new CheckpointReader(storage, against);
  let walk: Walk = { frontier: emptyFrontier, proven: 0 };
  for (;;) {
    const page = await storage.entries(walk.frontier.size, pageSize);
    for (const { index, bytes, leafHash } of page) {
      if (index !== walk.frontier.size) return wrong('ENTRY_MISSING', walk.frontier.size);
      if (!hashLeaf(bytes).equals(leafHash)) return wrong('ENTRY_CHANGED', index);
      const frontier = appendLeaf(walk.frontier, leafHash);
      walk = { frontier, proven: walk.proven };
      for (const checkpoint of await checkpoints.at(frontier.size)) {
        const problem = checkAgainst(checkpoint, verifier, frontier);
        if (problem !== undefined) return wrong(problem, walk.proven, frontier.size);
        walk = { frontier, proven: frontier.size };
      }
    }
    onProgress?.(walk.frontier.size);
    if (page.length < pageSize) break;
  }
  const { size } = walk.frontier;
  const beyond = await checkpoints.next();
  if (beyond !== undefined) return wrong('ROLLED_BACK', size, beyond.size);
  if (walk.proven < size) return wrong('ENTRIES_BEYOND_CHECKPOINT', walk.proven, size);
  return { ok: true, size, root: rootOf(walk.frontier).toString('base64') };
}

function checkAgainst(
  { note }: StoredCheckpoint,
  verifier: NoteVerifier,
  frontier: Frontier,
): Problem | undefined {
  const text = verifier.open(note);
  const checkpoint = text === undefined ? undefined : parseCheckpoint(text);
  if (checkpoint?.origin !== verifier.name) return 'CHECKPOINT_SIGNATURE_WRONG';
  return checkpoint.size === frontier.size && checkpoint.root.equals(rootOf(frontier))
    ? undefined
    : 'HISTORY_REWRITTEN';
}

function wrong(problem: Problem, from: number, to: number = from + 1): Verification {
  return { ok: false, firstWrong: { from, to }, problem };
}

/** Reads checkpoints in step with the entries. */
class CheckpointReader {
  private page: StoredCheckpoint[] = [];
  private readTo = 0;
  private exhausted = false;
  private readonly storage: LogStorage;
  private kept: StoredCheckpoint | undefined;

  constructor(storage: LogStorage, against: string | undefined) {
    this.storage = storage;
    const size = against === undefined ? undefined : parseCheckpoint(against)?.size;
    this.kept = against === undefined || size === undefined ? undefined : { size, note: against };
  }

  /** Those over exactly so many entries; what lies before has been dealt with. */
  async at(size: number): Promise<readonly StoredCheckpoint[]> {
    const found: StoredCheckpoint[] = [];
    for (let next = await this.next(); next !== undefined && next.size <= size; next = await this.next()) {
      found.push(next);
      if (next === this.kept) this.kept = undefined;
      else this.page.shift();
    }
    return found;
  }

  async next(): Promise<StoredCheckpoint | undefined> {
    if (this.page.length === 0 && !this.exhausted) {
      this.page = [...(await this.storage.checkpointsAfter(this.readTo, pageSize))];
      this.exhausted = this.page.length < pageSize;
      this.readTo = this.page.at(-1)?.size ?? this.readTo;
    }
    const [stored] = this.page;
    if (this.kept !== undefined && (stored === undefined || this.kept.size < stored.size)) return this.kept;
    return stored;
  }
}
