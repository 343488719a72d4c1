import { IstmoError } from '../common/errors.js';
import { checkpointText, parseCheckpoint } from './checkpoint.js';
import type { AuditEntry } from './entry.js';
import { type NoteSigner, parseVerifierKey } from './note.js';
import { entryParts } from './split-entry.js';
import type { LogStorage, StoredEntry } from './storage/storage.js';
import { appendLeaf, type Frontier, hashLeaf, rootOf } from './tree.js';

/** A tamper-evident log to which entries are only ever added. */
export interface AuditLog {
  /**
   * Adds an entry. When it resolves, the entry is on disk and a signed checkpoint commits to it.
   *
   * @returns its number, from 0; that of the first part where it had to be split
   * @throws IstmoError `AUDIT_UNAVAILABLE` where it could not be kept; the next one is tried afresh
   */
  append(entry: AuditEntry): Promise<{ readonly index: number }>;
  /** Entries so far. */
  readonly size: number;
  /** With this key everybody can verify the log's checkpoints. */
  readonly verifierKey: string;
  close(): Promise<void>;
}

interface Waiting {
  readonly parts: readonly Buffer[];
  readonly resolve: (appended: { readonly index: number }) => void;
  readonly reject: (error: IstmoError) => void;
}

/** Entries that one commit takes at most. */
const maxBatch = 512;

/**
 * Opens a log. Entries that are added while a commit is under way are committed together by the next one: many
 * requests, one sync.
 *
 * @throws Error where what is stored is not what its last checkpoint, signed by this key, commits to
 */
export async function openAuditLog(storage: LogStorage, signer: NoteSigner): Promise<AuditLog> {
  let frontier = await storage.frontier();
  await checkStored(storage, signer, frontier);
  let waiting: Waiting[] = [];
  let committing: Promise<void> | undefined;

  const commitAll = async (): Promise<void> => {
    // one turn of the event loop, so that requests which are ready together share a commit
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      const batch = waiting.slice(0, maxBatch);
      waiting = waiting.slice(maxBatch);
      try {
        frontier = await commit(storage, signer, frontier, batch);
      } catch (cause) {
        for (const { reject } of batch) reject(new IstmoError('AUDIT_UNAVAILABLE', { cause }));
      }
    }
    committing = undefined;
  };

  return {
    append: (entry) =>
      new Promise((resolve, reject) => {
        waiting.push({ parts: entryParts(entry), resolve, reject });
        committing ??= commitAll();
      }),
    get size() {
      return frontier.size;
    },
    verifierKey: signer.verifierKey,
    close: async () => {
      await committing;
      await storage.close();
    },
  };
}

/** Commits a batch and answers those who wait for it; the tree is unchanged where it throws. */
async function commit(
  storage: LogStorage,
  signer: NoteSigner,
  before: Frontier,
  batch: readonly Waiting[],
): Promise<Frontier> {
  const entries: StoredEntry[] = [];
  let frontier = before;
  for (const { parts } of batch)
    for (const bytes of parts) {
      const leafHash = hashLeaf(bytes);
      entries.push({ index: frontier.size, bytes, leafHash });
      frontier = appendLeaf(frontier, leafHash);
    }
  const text = checkpointText({ origin: signer.name, size: frontier.size, root: rootOf(frontier) });
  await storage.append({ entries, frontier, checkpoint: { size: frontier.size, note: signer.sign(text) } });
  let index = before.size;
  for (const { parts, resolve } of batch) {
    resolve({ index });
    index += parts.length;
  }
  return frontier;
}

async function checkStored(storage: LogStorage, signer: NoteSigner, frontier: Frontier): Promise<void> {
  const last = await storage.lastCheckpoint();
  if (last === undefined && frontier.size === 0) return;
  const text = last && parseVerifierKey(signer.verifierKey).open(last.note);
  const checkpoint = text === undefined ? undefined : parseCheckpoint(text);
  if (checkpoint?.size !== frontier.size || !checkpoint.root.equals(rootOf(frontier)))
    throw new Error('the stored log does not fit its last checkpoint: run istmo audit verify');
}
