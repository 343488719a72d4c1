import { chmodSync, copyFileSync, existsSync, type FSWatcher, statSync, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { HistoryMark } from '../../audit/entry.js';
import type { PrivateKey } from '../../common/keys.js';
import type { HistoryEntry } from '../../policy/history/in-force.js';
import {
  type AgreementContext,
  type AgreementSet,
  loadSigned,
  loadUnsigned,
  setInForceAt,
  signAgreements,
} from './agreements.js';
import type { AgreementsConfig } from './config.js';
import { SetUpError } from './set-up-error.js';

/** Agreements as they are now, and as they are published. */
export interface InForce {
  readonly set: AgreementSet;
  /** A JWS of the State's. */
  readonly signed: string;
}

/** A State's agreements while its node runs. */
export interface LiveAgreements {
  /** The last good set. A request keeps the one that it began with. */
  readonly current: InForce;
  /**
   * What was in force at a moment, as a JWS of the State's; undefined where agreements are taken as written, without a history.
   *
   * @param at - milliseconds since 1970
   */
  signedAt(at: number): Promise<string | undefined>;
  /** What is wrong with what stands there now, where that is not what is in force. */
  readonly fault: SetUpError | undefined;
  /** Looks now; what stands there is in force once this resolves. */
  refresh(): Promise<void>;
  close(): void;
}

export interface LiveOptions extends AgreementContext {
  readonly config: AgreementsConfig;
  readonly key: PrivateKey;
  /** How far the history went when the node last served by it. */
  readonly remembered?: HistoryMark | undefined;
  /** Told of each new set. */
  readonly onChange: (set: AgreementSet) => void;
  /** Told once of each fault that keeps the last good set in force. */
  readonly onFault: (error: SetUpError) => void;
  /** Milliseconds between two looks, beside being told by the file system: some shared folders tell nobody. */
  readonly lookEveryMs?: number;
}

/**
 * Opens a State's agreements and keeps them up to date: what is published or revoked is in force at once, without a restart.
 * What is wrong changes nothing.
 *
 * @throws SetUpError where there is no good set to begin with
 */
export async function openAgreements(options: LiveOptions): Promise<LiveAgreements> {
  const { config, state, key } = options;
  if (config.kind === 'SIGNED') beginHistory(config);
  let known: readonly HistoryEntry[] = [];
  const load = async (): Promise<AgreementSet> => {
    if (config.kind === 'UNSIGNED') return loadUnsigned(config.folder, options);
    const { remembered } = options;
    const { set, entries } = await loadSigned(config.historyFile, options, {
      entries: known,
      remembered,
      key: key.kid,
    });
    known = entries;
    return set;
  };
  const inForce = async (set: AgreementSet): Promise<InForce> => ({
    set,
    signed: await signAgreements(set, state, key),
  });
  let current = await inForce(await load());
  let fault: SetUpError | undefined;
  const refresh = async (): Promise<void> => {
    try {
      const set = await load();
      fault = undefined;
      if (set.digest === current.set.digest && set.history?.head === current.set.history?.head) return;
      current = await inForce(set);
      options.onChange(set);
    } catch (error) {
      if (!(error instanceof SetUpError)) throw error;
      if (fault?.message !== error.message) options.onFault(error);
      fault = error;
    }
  };
  const look = oneAtATime(refresh);
  const stop = watchPath(config, options.lookEveryMs ?? 1_000, () => void look());
  return {
    get current() {
      return current;
    },
    signedAt: async (at) =>
      config.kind === 'UNSIGNED' ? undefined : signAgreements(setInForceAt(known, at), state, key, at),
    get fault() {
      return fault;
    },
    refresh: look,
    close: stop,
  };
}

/** Where the node keeps the history itself, it begins with what it was given. */
function beginHistory({ historyFile, firstFile }: Extract<AgreementsConfig, { kind: 'SIGNED' }>): void {
  if (firstFile === undefined || existsSync(historyFile)) return;
  copyFileSync(firstFile, historyFile);
  chmodSync(historyFile, 0o600);
}

/** Runs again what was asked for while it ran, and never two at a time. Resolves after a run that began when it was asked for, or later. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const run = (): Promise<void> => {
    running = work().finally(() => {
      running = undefined;
    });
    return running;
  };
  return () => {
    if (running === undefined) return run();
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return run();
      });
    return next;
  };
}

/** Tells when a file, or what a folder holds, may have changed. */
function watchPath(config: AgreementsConfig, everyMs: number, changed: () => void): () => void {
  const folder = config.kind === 'UNSIGNED' ? config.folder : dirname(config.historyFile);
  const name = config.kind === 'UNSIGNED' ? undefined : basename(config.historyFile);
  const watcher: FSWatcher = watch(folder, (_event, file) => {
    if (name === undefined || file === null || file === name) changed();
  });
  watcher.on('error', () => watcher.close());
  let seen = stampOf(config);
  const timer = setInterval(() => {
    const stamp = stampOf(config);
    if (stamp !== seen) changed();
    seen = stamp;
  }, everyMs);
  timer.unref();
  return () => {
    watcher.close();
    clearInterval(timer);
  };
}

/** Changes with what the file system says of it. */
function stampOf(config: AgreementsConfig): string {
  const path = config.kind === 'UNSIGNED' ? config.folder : config.historyFile;
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? '' : `${String(found.mtimeMs)} ${String(found.size)} ${String(found.ino)}`;
}
