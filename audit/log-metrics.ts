import type { MetricKinds } from '../common/metrics/kinds.js';
import type { Metrics } from '../common/metrics/metrics.js';
import { type Warning, warningKinds } from '../common/warnings.js';
import { parseCheckpoint } from './checkpoint.js';
import { commitBounds } from './commit-figures.js';
import type { AuditLog } from './log.js';
import type { WitnessedLog } from './witnessed.js';

/** How a log does, for whoever watches over it. */
export const logKinds = {
  istmo_warning: {
    type: 'gauge',
    labels: ['warning'],
    en: 'Whether each warning of `/ready` holds: 1 or 0.',
    es: 'Si cada aviso de `/ready` está en pie: 1 o 0.',
  },
  istmo_log_entries: {
    type: 'gauge',
    labels: [],
    en: 'Entries of the log, as far as this process knows.',
    es: 'Asientos de la bitácora, hasta donde sabe este proceso.',
  },
  istmo_log_backlog_entries: {
    type: 'gauge',
    labels: [],
    en: 'Entries of this process that wait for a commit.',
    es: 'Asientos de este proceso que esperan confirmación en disco.',
  },
  istmo_log_commit_entries: {
    type: 'histogram',
    labels: [],
    bounds: commitBounds.entries,
    en: 'Entries of this process that shared a commit.',
    es: 'Asientos de este proceso que compartieron una confirmación.',
  },
  istmo_log_commit_seconds: {
    type: 'histogram',
    labels: [],
    bounds: commitBounds.seconds,
    en: 'How long a commit took, its sync and the number included.',
    es: 'Cuánto tardó una confirmación, con su escritura a disco y el número.',
  },
  istmo_log_commits_failed_total: {
    type: 'counter',
    labels: [],
    en: 'Commits that failed: what waited for them was not disclosed.',
    es: 'Confirmaciones fallidas: lo que las esperaba no se divulgó.',
  },
  istmo_log_queue_entries: {
    type: 'gauge',
    labels: [],
    en: 'Disclosures in the queue of a log that gateways share.',
    es: 'Divulgaciones en la cola de una bitácora compartida entre pasarelas.',
  },
  istmo_log_queue_oldest_seconds: {
    type: 'gauge',
    labels: [],
    en: 'For how long the oldest of them has waited for its number.',
    es: 'Cuánto lleva la más antigua esperando su número.',
  },
  istmo_log_used_bytes: {
    type: 'gauge',
    labels: [],
    en: 'Bytes that the log takes.',
    es: 'Bytes que ocupa la bitácora.',
  },
  istmo_log_free_bytes: {
    type: 'gauge',
    labels: [],
    en: 'Bytes that are left for it: of its disk, and of `ISTMO_LOG_MAX_BYTES`.',
    es: 'Bytes que le quedan: de su disco y de `ISTMO_LOG_MAX_BYTES`.',
  },
  istmo_log_days_left: {
    type: 'gauge',
    labels: [],
    en: 'How many days those last at the rate of the last day.',
    es: 'Cuántos días alcanzan al ritmo del último día.',
  },
  istmo_witnessed_entries: {
    type: 'gauge',
    labels: [],
    en: 'Entries of the newest checkpoint that witnesses cosigned.',
    es: 'Asientos del último punto de control que refrendaron los testigos.',
  },
  istmo_witness_refusals: {
    type: 'gauge',
    labels: [],
    en: 'Witnesses that saw another log in the name of this one.',
    es: 'Testigos que vieron otra bitácora a nombre de esta.',
  },
} as const satisfies MetricKinds;

export interface WatchedLog {
  readonly log: Pick<AuditLog, 'health' | 'size' | 'commits'>;
  readonly witnessed: Pick<WitnessedLog, 'cosigned' | 'refusals'>;
  readonly warnings: () => readonly Warning[];
}

/** Has the metrics of a log read from it; what is not known is left out. */
export function readLog(
  metrics: Pick<Metrics<keyof typeof logKinds>, 'read'>,
  { log, witnessed, warnings }: WatchedLog,
): void {
  const value = (name: keyof typeof logKinds, of: () => number | undefined): void =>
    metrics.read(name, () => {
      const now = of();
      return now === undefined ? [] : [[[], now]];
    });
  metrics.read('istmo_warning', () => {
    const holding = new Set<string>(warnings());
    return Object.keys(warningKinds).map((warning) => [[warning], Number(holding.has(warning))]);
  });
  value('istmo_log_entries', () => log.size);
  value('istmo_log_backlog_entries', () => log.health.backlog);
  metrics.read('istmo_log_commit_entries', () => [[[], log.commits.entries]]);
  metrics.read('istmo_log_commit_seconds', () => [[[], log.commits.seconds]]);
  value('istmo_log_commits_failed_total', () => log.commits.failed);
  value('istmo_log_queue_entries', () => log.health.queue?.waiting);
  value('istmo_log_queue_oldest_seconds', () => inSeconds(log.health.queue?.oldestMs));
  value('istmo_log_used_bytes', () => log.health.usedBytes);
  value('istmo_log_free_bytes', () => log.health.freeBytes);
  value('istmo_log_days_left', () => log.health.daysLeft);
  value('istmo_witnessed_entries', () => sizeOf(witnessed.cosigned));
  value('istmo_witness_refusals', () => witnessed.refusals.size);
}

function inSeconds(ms: number | undefined): number | undefined {
  return ms === undefined ? undefined : ms / 1_000;
}

function sizeOf(note: string | undefined): number | undefined {
  return note === undefined ? undefined : parseCheckpoint(note)?.size;
}
