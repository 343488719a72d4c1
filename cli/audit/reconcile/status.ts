import { renameSync, writeFileSync } from 'node:fs';
import { exitCodes, type Run } from './run.js';

/** Where whoever watches over the comparison reads how its last run ended. Numbers only: no record, no officer. */
export interface StatusFiles {
  /** Of JSON. */
  readonly status: string | undefined;
  /** Of the text format that Prometheus reads, for the textfile collector of its node exporter. */
  readonly metrics: string | undefined;
}

/** @param next - when it runs again */
export function writeStatus(files: StatusFiles, run: Run, next: string | undefined): void {
  const status = { ...run, exitCode: exitCodes[run.result], ...(next !== undefined && { next }) };
  if (files.status !== undefined) replaceFile(files.status, `${JSON.stringify(status, null, 2)}\n`);
  if (files.metrics !== undefined) replaceFile(files.metrics, metricsText(run));
}

/** Whoever reads it finds the one before or the new one, whole. */
function replaceFile(path: string, text: string): void {
  const draft = `${path}.draft`;
  writeFileSync(draft, text, { mode: 0o644 });
  renameSync(draft, path);
}

/** @see Prometheus, "Exposition formats", text-based format */
function metricsText({ state, finishedAt, result, agreed, found, read }: Run): string {
  const of = `state="${state}"`;
  return [
    '# HELP istmo_reconcile_last_run_seconds When the last run ended, in seconds since 1970.',
    '# TYPE istmo_reconcile_last_run_seconds gauge',
    `istmo_reconcile_last_run_seconds{${of}} ${String(Math.floor(Date.parse(finishedAt) / 1_000))}`,
    '# HELP istmo_reconcile_exit_code 0: both logs say the same; 1: they do not; 2: they could not be compared.',
    '# TYPE istmo_reconcile_exit_code gauge',
    `istmo_reconcile_exit_code{${of}} ${String(exitCodes[result])}`,
    '# HELP istmo_reconcile_agreed Requests of which both logs say the same.',
    '# TYPE istmo_reconcile_agreed gauge',
    `istmo_reconcile_agreed{${of}} ${String(agreed)}`,
    '# HELP istmo_reconcile_findings Requests of which they do not, by kind.',
    '# TYPE istmo_reconcile_findings gauge',
    ...Object.entries(found).map(
      ([kind, count]) => `istmo_reconcile_findings{${of},kind="${kind}"} ${String(count)}`,
    ),
    '# HELP istmo_reconcile_read_entries Entries of the State that were read.',
    '# TYPE istmo_reconcile_read_entries gauge',
    ...Object.entries(read).map(
      ([side, count]) => `istmo_reconcile_read_entries{${of},side="${side}"} ${String(count)}`,
    ),
    '',
  ].join('\n');
}
