import { systemClock } from '../common/clock.js';
import { IstmoError } from '../common/errors.js';
import { noteValue } from '../common/metrics/distribution.js';
import { type CommitFigures, noCommits } from './commit-figures.js';
import type { AuditEntry } from './entry.js';
import type { LogHealth } from './log-health.js';
import { type Growth, growthSince } from './growth.js';
import type { NoteSigner } from './note.js';
import { openSharedSequencer } from './sequence/shared-sequencer.js';
import { openSoleSequencer, type Sequencer } from './sequence/sequencer.js';
import { entryParts } from './split-entry.js';
import { watchStorage } from './storage-watch.js';
import type { LogStorage, Parts } from './storage/storage.js';

/** A tamper-evident log to which entries are only ever added. */
export interface AuditLog {
  /**
   * Adds an entry. When it resolves, the entry is on disk and a signed checkpoint commits to it.
   *
   * @returns its number, from 0; that of the first part where it had to be split
   * @throws IstmoError `AUDIT_UNAVAILABLE` where it could not be kept; the next one is tried afresh
   */
  append(entry: AuditEntry): Promise<{ readonly index: number }>;
  /** How it stands, with proofs that it begins with what it was. @returns undefined where it is empty */
  growth(oldSizes: readonly number[]): Promise<Growth | undefined>;
  /** Entries so far. */
  readonly size: number;
  /** How it does. */
  readonly health: LogHealth;
  /** What its commits were, of this process's entries. */
  readonly commits: CommitFigures;
  /** With this key everybody can verify the log's checkpoints. */
  readonly verifierKey: string;
  close(): Promise<void>;
}

interface Waiting {
  readonly parts: Parts;
  readonly resolve: (appended: { readonly index: number }) => void;
  readonly reject: (error: IstmoError) => void;
}

/** Milliseconds between two looks whether storage that failed can be written again. */
const probeEveryMs = 500;
/** Entries that one commit takes at most. */
const maxBatch = 512;
/** Entries that may wait. Those beyond are refused at once: they would wait longer than their clients do. */
export const maxBacklog = 20_000;

/**
 * Opens a log. Entries that are added while a commit is under way are committed together by the next one: many
 * requests, one sync.
 *
 * @throws Error where what is stored is not what its last checkpoint, signed by this key, commits to
 */
export async function openAuditLog(storage: LogStorage, signer: NoteSigner): Promise<AuditLog> {
  const log = await openTextLog(storage, signer);
  return {
    append: (entry) => log.append(entryParts(entry)),
    growth: (oldSizes) => log.growth(oldSizes),
    get size() {
      return log.size;
    },
    get health() {
      return log.health;
    },
    get commits() {
      return log.commits;
    },
    verifierKey: log.verifierKey,
    close: () => log.close(),
  };
}

/** The log beneath its entries' form: what is added are texts. */
export interface TextLog extends Omit<AuditLog, 'append'> {
  /** @param parts - one after the other in the log @returns the number of the first */
  append(parts: readonly string[]): Promise<{ readonly index: number }>;
}

/** As {@link openAuditLog}. */
export async function openTextLog(storage: LogStorage, signer: NoteSigner): Promise<TextLog> {
  const open = storage.queue === undefined ? openSoleSequencer : openSharedSequencer;
  return queueBefore(await open(storage, signer), signer.verifierKey, storage);
}

function queueBefore(sequencer: Sequencer, verifierKey: string, storage: LogStorage): TextLog {
  let waiting: Waiting[] = [];
  let committing: Promise<void> | undefined;
  let writable = true;
  let probing: NodeJS.Timeout | undefined;
  let commits = noCommits();
  const probe = (): void => {
    probing = setTimeout(() => {
      sequencer.probe().then(
        () => (writable = true),
        () => probe(),
      );
    }, probeEveryMs);
    probing.unref();
  };
  // who watches over this gateway learns of it before a request is refused for it
  const watch = watchStorage(storage, systemClock, () => {
    if (writable) probe();
    writable = false;
  });
  const note = (kept: boolean, entries: number, seconds: number): void => {
    if (kept) {
      noteValue(commits.entries, entries);
      noteValue(commits.seconds, seconds);
    } else commits = { ...commits, failed: commits.failed + 1 };
    if (writable && !kept) probe();
    if (kept) clearTimeout(probing);
    writable = kept;
  };
  const commitAll = async (): Promise<void> => {
    // one turn of the event loop, so that requests which are ready together share a commit
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      const batch = waiting.slice(0, maxBatch);
      waiting = waiting.slice(maxBatch);
      await commit(sequencer, batch, note);
    }
    committing = undefined;
  };
  return {
    append: (parts) =>
      new Promise((resolve, reject) => {
        if (waiting.length >= maxBacklog) throw new IstmoError('AUDIT_UNAVAILABLE');
        waiting.push({ parts: parts.map((text) => Buffer.from(text, 'utf8')), resolve, reject });
        committing ??= commitAll();
      }),
    growth: (oldSizes) => growthSince(storage, oldSizes),
    get size() {
      return sequencer.size;
    },
    get health() {
      return { writable, backlog: waiting.length, ...watch.seen };
    },
    get commits() {
      return commits;
    },
    verifierKey,
    close: async () => {
      watch.close();
      await committing;
      clearTimeout(probing);
      await sequencer.close();
    },
  };
}

/** Commits a batch and answers those who wait for it. @param note - told first whether it could be kept, how many were, and how long it took */
async function commit(
  sequencer: Sequencer,
  batch: readonly Waiting[],
  note: (kept: boolean, entries: number, seconds: number) => void,
): Promise<void> {
  const started = performance.now();
  try {
    const numbers = await sequencer.place(batch.map(({ parts }) => parts));
    note(true, batch.length, (performance.now() - started) / 1_000);
    batch.forEach(({ resolve }, position) => resolve({ index: numbers[position] ?? 0 }));
  } catch (cause) {
    note(false, 0, 0);
    for (const { reject } of batch) reject(new IstmoError('AUDIT_UNAVAILABLE', { cause }));
  }
}
