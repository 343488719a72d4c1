import { Worker } from 'node:worker_threads';
import { IstmoError } from '../../common/errors.js';
import { fromRoot } from '../../common/root.js';
import { type CommitFigures, noCommits } from '../commit-figures.js';
import type { Growth } from '../growth.js';
import { type AuditLog, maxBacklog } from '../log.js';
import type { LogHealth } from '../log-health.js';
import { entryParts } from '../split-entry.js';
import { gatherEntries, type Gathering } from './gathering.js';
import type { FromLog, LogThreadOptions, ToLog } from './messages.js';

type Grown = Extract<FromLog, { readonly grown: unknown }>['grown'];

interface Waiting {
  readonly resolve: (appended: { readonly index: number }) => void;
  readonly reject: (error: IstmoError) => void;
}

/**
 * Opens a log in a thread of its own: while it waits for the disk, this thread goes on. Entries that come close together share a
 * commit: see {@link gatherEntries}.
 *
 * @param toCome - ids of requests under way that will add an entry (`data.requestId`), put in by whoever takes the requests; one
 *   whose entry is added is taken out. Without it nothing waits for another
 * @throws Error where what is stored is not what its last checkpoint, signed by this key, commits to
 */
export async function openLogThread(
  options: LogThreadOptions,
  toCome: Set<string> = new Set(),
): Promise<AuditLog> {
  const worker = new Worker(fromRoot('dist', 'audit', 'thread', 'worker.js'), { workerData: options });
  const { verifierKey, size } = await whenReady(worker);
  return new LogThread(worker, verifierKey, size, toCome);
}

function whenReady(worker: Worker): Promise<{ readonly verifierKey: string; readonly size: number }> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (message: FromLog) => {
      worker.off('error', reject);
      if ('ready' in message) resolve(message.ready);
      else reject(new Error('failed' in message ? message.failed : 'the log does not start'));
    });
  });
}

class LogThread implements AuditLog {
  readonly verifierKey: string;
  size: number;
  commits: CommitFigures = noCommits();
  private reported: LogHealth = { writable: true, backlog: 0 };
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private readonly asking = new Map<number, (answer: Grown) => void>();
  private outgoing: { readonly id: number; readonly parts: readonly string[] }[] = [];
  private next = 0;
  private readonly toCome: Set<string>;
  private readonly gathering: Gathering;
  private readonly exited: Promise<void>;

  constructor(worker: Worker, verifierKey: string, size: number, toCome: Set<string>) {
    this.toCome = toCome;
    this.gathering = gatherEntries(
      () => this.send(),
      () => toCome.size,
    );
    this.worker = worker;
    this.verifierKey = verifierKey;
    this.size = size;
    worker.on('message', (message: FromLog) => this.take(message));
    worker.on('error', (error) => this.fail(error));
    this.exited = new Promise((resolve) =>
      worker.once('exit', () => {
        this.fail(new Error("the log's thread has ended"));
        resolve();
      }),
    );
  }

  /** What waits here counts too: a thread that hangs in the disk reports nothing. */
  get health(): LogHealth {
    return { ...this.reported, backlog: Math.max(this.reported.backlog, this.waiting.size) };
  }

  append(entry: Parameters<AuditLog['append']>[0]): Promise<{ readonly index: number }> {
    this.toCome.delete(entry.data.requestId);
    if (this.waiting.size >= maxBacklog) return Promise.reject(new IstmoError('AUDIT_UNAVAILABLE'));
    return new Promise((resolve, reject) => {
      const id = this.next;
      this.next += 1;
      this.outgoing.push({ id, parts: entryParts(entry) });
      this.gathering.added();
      this.waiting.set(id, { resolve, reject });
    });
  }

  growth(oldSizes: readonly number[]): Promise<Growth | undefined> {
    return new Promise((resolve, reject) => {
      const id = this.next;
      this.next += 1;
      this.asking.set(id, ({ growth, fault }) => {
        if (fault === undefined) resolve(growth);
        else reject(new IstmoError('AUDIT_UNAVAILABLE', { cause: new Error(fault) }));
      });
      this.worker.postMessage({ growth: { id, oldSizes } } satisfies ToLog);
    });
  }

  async close(): Promise<void> {
    this.gathering.sendNow();
    this.worker.postMessage({ end: true } satisfies ToLog);
    await this.exited;
  }

  private send(): void {
    const add = this.outgoing;
    this.outgoing = [];
    if (add.length > 0) this.worker.postMessage({ add } satisfies ToLog);
  }

  private take(message: FromLog): void {
    if ('grown' in message) {
      this.asking.get(message.grown.id)?.(message.grown);
      this.asking.delete(message.grown.id);
    }
    if (!('added' in message)) return;
    this.size = message.size;
    this.reported = message.health;
    if (message.commits !== undefined) this.commits = message.commits;
    for (const added of message.added) {
      const waiting = this.waiting.get(added.id);
      this.waiting.delete(added.id);
      if ('index' in added) waiting?.resolve({ index: added.index });
      else waiting?.reject(new IstmoError('AUDIT_UNAVAILABLE', { cause: new Error(added.fault) }));
    }
  }

  /** Nothing more is kept: every entry is refused, so that nothing is disclosed. */
  private fail(cause: Error): void {
    this.reported = { writable: false, backlog: 0 };
    for (const { reject } of this.waiting.values()) reject(new IstmoError('AUDIT_UNAVAILABLE', { cause }));
    this.waiting.clear();
    for (const [id, answer] of this.asking) answer({ id, fault: cause.message });
    this.asking.clear();
  }
}
