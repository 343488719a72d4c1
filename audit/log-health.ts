import { type Warning, warningKinds } from '../common/warnings.js';
import type { QueueState } from './storage/storage.js';

/** How a log does. */
export interface LogHealth {
  /** Whether the last commit succeeded, and what is stored can be seen since. */
  readonly writable: boolean;
  /** Entries of this process that wait for a commit. */
  readonly backlog: number;
  /** What all who share the log have put into its queue; absent where it has one writer. */
  readonly queue?: QueueState;
  /** Bytes that it takes, and that are left for it; absent where that cannot be known. */
  readonly usedBytes?: number;
  readonly freeBytes?: number;
  /** How long those last at the rate of the last day; absent where nothing came. */
  readonly daysLeft?: number;
}

/** A tenth of the entries that may wait. */
const highBacklog = 2_000;
/** A quarter of what an entry may wait before it is refused. */
const lagMs = 2_000;
/** A day of ten entries a second, each of a kilobyte, takes about as much. */
const lowDiskBytes = 1024 ** 3;
const fewDays = 14;

/** What is to be seen to. @param refusals - witnesses that have seen this log otherwise */
export function warningsOf(health: LogHealth, refusals = 0): readonly Warning[] {
  const { writable, backlog, queue, freeBytes = Infinity, daysLeft = Infinity } = health;
  const warnings: Warning[] = [];
  if (!writable) warnings.push('NOT_WRITABLE');
  if (Math.max(backlog, queue?.waiting ?? 0) >= highBacklog) warnings.push('BACKLOG_HIGH');
  if (queue !== undefined && queue.oldestMs >= lagMs) warnings.push('QUEUE_LAGS');
  if (freeBytes < lowDiskBytes) warnings.push('DISK_LOW');
  if (daysLeft < fewDays) warnings.push('DISK_FILLS');
  if (refusals > 0) warnings.push('WITNESS_REFUSES');
  return warnings;
}

/** What `/ready` says. */
export interface Readiness {
  readonly ready: boolean;
  readonly log: LogHealth;
  readonly warnings: readonly { readonly code: Warning; readonly en: string; readonly es: string }[];
}

export function readinessOf(log: LogHealth, warnings: readonly Warning[]): Readiness {
  return {
    ready: log.writable,
    log,
    warnings: warnings.map((code) => ({ code, ...warningKinds[code] })),
  };
}

/** Looks at a log's health again and again, and tells when its warnings change. @returns ends the watch */
export function watchLog(
  log: { readonly health: LogHealth },
  tell: (warnings: readonly Warning[], health: LogHealth, text: string) => void,
  everyMs = 1_000,
): () => void {
  let told = '';
  const timer = setInterval(() => {
    const { health } = log;
    const warnings = warningsOf(health);
    if (warnings.join() === told) return;
    told = warnings.join();
    const texts = warnings.map((code) => `${warningKinds[code].en} / ${warningKinds[code].es}`);
    tell(warnings, health, texts.join('; '));
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
