import { CheckpointReader } from './checkpoint-reader.js';
import { parseCheckpoint } from './checkpoint.js';
import type { NoteVerifier } from './note.js';
import { checkSeals, type SealCheck, type SealProblem, type SealsFound } from './seal-check.js';
import type { SealKeys } from './seal.js';
import type { LogReading, StoredCheckpoint, StoredEntry } from './storage/storage.js';
import { rangeHashes, TilesMissing } from './tiles.js';
import { appendLeaf, emptyFrontier, type Frontier, hashLeaf, rootOf } from './tree.js';

/** What re-reading a whole log found. */
export type Verification =
  | { readonly ok: true; readonly size: number; readonly root: string; readonly seals: SealsFound }
  | {
      readonly ok: false;
      /** The first entries that cannot be trusted, from `from` to before `to`: one where it can be told. */
      readonly firstWrong: { readonly from: number; readonly to: number };
      readonly problem: Problem;
      /** Names of the keys, where it is they that are wrong. */
      readonly keys?: readonly string[];
    };

/** What is wrong with a log. */
export type Problem =
  | 'ENTRY_MISSING'
  | 'ENTRY_CHANGED'
  | 'HISTORY_REWRITTEN'
  | 'CHECKPOINT_SIGNATURE_WRONG'
  | 'ENTRIES_BEYOND_CHECKPOINT'
  | 'TILE_WRONG'
  | 'NO_SUCH_CHECKPOINT'
  | 'ROLLED_BACK'
  | SealProblem;

export interface VerifyOptions {
  /** Told after each page how many entries have been read. */
  readonly onProgress?: (read: number) => void;
  /** A checkpoint of this log that somebody kept: the log must still have at least its entries, unchanged. */
  readonly against?: string;
  /** Size of a checkpoint that was verified before: only what follows is read, and the tree up to it is taken from the tiles. */
  readonly from?: number;
  /** With them it is found out whether they open what is sealed; without, only the form of seals and the names of their keys. */
  readonly sealKeys?: Pick<SealKeys, 'find'>;
}

const pageSize = 2_000;

interface Walk {
  readonly frontier: Frontier;
  /** Entries up to here are committed to by a checkpoint that fits. */
  readonly proven: number;
}

type Step = { readonly walk: Walk } | { readonly wrong: Verification };

/**
 * Reads a log from its first entry to its last, recomputes the tree, and holds it against every checkpoint. Of a log that is
 * whole it says which entry was sealed otherwise than it should have been.
 */
export async function verifyLog(
  storage: LogReading,
  verifier: NoteVerifier,
  { onProgress, against, from = 0, sealKeys }: VerifyOptions = {},
): Promise<Verification> {
  const seals = checkSeals(sealKeys);
  const checkpoints = new CheckpointReader(storage, against, from);
  const started = await startAt(storage, verifier, from);
  if ('wrong' in started) return started.wrong;
  let { walk } = started;
  for (;;) {
    const page = await storage.entries(walk.frontier.size, pageSize);
    const step = await readPage(page, walk, checkpoints, verifier);
    if ('wrong' in step) return step.wrong;
    walk = step.walk;
    for (const { index, bytes } of page) seals.see(index, bytes);
    onProgress?.(walk.frontier.size);
    if (page.length < pageSize) break;
  }
  const { size } = walk.frontier;
  const beyond = await checkpoints.next();
  if (beyond !== undefined) return wrong('ROLLED_BACK', size, beyond.size);
  if (walk.proven < size) return wrong('ENTRIES_BEYOND_CHECKPOINT', walk.proven, size);
  return (await checkTiles(storage, walk.frontier)) ?? sealedAsItShould(seals, walk.frontier);
}

function sealedAsItShould(seals: SealCheck, frontier: Frontier): Verification {
  const found = seals.end();
  if (!('problem' in found))
    return { ok: true, size: frontier.size, root: rootOf(frontier).toString('base64'), seals: found };
  const { problem, entry, keys } = found;
  return { ok: false, firstWrong: { from: entry, to: entry + 1 }, problem, ...(keys && { keys }) };
}

async function readPage(
  page: readonly StoredEntry[],
  before: Walk,
  checkpoints: CheckpointReader,
  verifier: NoteVerifier,
): Promise<Step> {
  let { frontier, proven } = before;
  for (const { index, bytes, leafHash } of page) {
    if (index !== frontier.size) return { wrong: wrong('ENTRY_MISSING', frontier.size) };
    if (!hashLeaf(bytes).equals(leafHash)) return { wrong: wrong('ENTRY_CHANGED', index) };
    frontier = appendLeaf(frontier, leafHash);
    // most entries have no checkpoint of their own: they are not waited for
    if (!checkpoints.mayHave(frontier.size)) continue;
    for (const checkpoint of await checkpoints.at(frontier.size)) {
      const problem = checkAgainst(checkpoint, verifier, frontier);
      if (problem !== undefined) return { wrong: wrong(problem, proven, frontier.size) };
      proven = frontier.size;
    }
  }
  return { walk: { frontier, proven } };
}

/** The tree as it was at a checkpoint, out of the tiles, held against that checkpoint. */
async function startAt(storage: LogReading, verifier: NoteVerifier, from: number): Promise<Step> {
  if (from === 0) return { walk: { frontier: emptyFrontier, proven: 0 } };
  const [checkpoint] = await storage.checkpointsAfter(from - 1, 1);
  if (checkpoint?.size !== from) return { wrong: wrong('NO_SUCH_CHECKPOINT', from) };
  const frontier = await frontierAt(storage, from);
  if (frontier === 'TILES_MISSING') return { wrong: wrong('TILE_WRONG', 0, from) };
  if (frontier === undefined) return { wrong: wrong('ROLLED_BACK', 0, from) };
  const problem = checkAgainst(checkpoint, verifier, frontier);
  return problem === undefined ? { walk: { frontier, proven: from } } : { wrong: wrong(problem, 0, from) };
}

/** The roots of the complete subtrees of a tree of so many entries; undefined where the log does not reach as far. */
async function frontierAt(
  storage: LogReading,
  size: number,
): Promise<Frontier | 'TILES_MISSING' | undefined> {
  if ((await storage.leafHashes(size - 1, 1)).length === 0) return undefined;
  return frontierOfTiles(storage, size).catch((error: unknown) => {
    if (error instanceof TilesMissing) return 'TILES_MISSING';
    throw error;
  });
}

async function frontierOfTiles(storage: LogReading, size: number): Promise<Frontier> {
  const hash = rangeHashes(storage);
  const roots: Buffer[] = [];
  let start = 0;
  for (let spans = 2 ** Math.floor(Math.log2(size)); spans >= 1; spans /= 2)
    if (size - start >= spans) {
      roots.push(await hash(start, start + spans));
      start += spans;
    }
  return { size, roots };
}

/** The tiles that are served must be of the same tree. */
async function checkTiles(storage: LogReading, { size, roots }: Frontier): Promise<Verification | undefined> {
  const served = size === 0 ? undefined : await frontierAt(storage, size);
  if (served === 'TILES_MISSING') return wrong('TILE_WRONG', 0, size);
  const same =
    served === undefined || served.roots.every((root, place) => roots[place]?.equals(root) === true);
  return same ? undefined : wrong('TILE_WRONG', 0, size);
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
