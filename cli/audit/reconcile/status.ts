import { renameSync, writeFileSync } from 'node:fs';
import { namesOf } from '../../../common/metrics/kinds.js';
import { metricText, type Sample } from '../../../common/metrics/text.js';
import { reconcileKinds } from './metric-kinds.js';
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

function metricsText({ state, finishedAt, result, agreed, found, read }: Run): string {
  const samples: Readonly<Record<keyof typeof reconcileKinds, readonly Sample[]>> = {
    istmo_reconcile_last_run_seconds: [[[state], Math.floor(Date.parse(finishedAt) / 1_000)]],
    istmo_reconcile_exit_code: [[[state], exitCodes[result]]],
    istmo_reconcile_agreed: [[[state], agreed]],
    istmo_reconcile_findings: Object.entries(found).map(([kind, count]) => [[state, kind], count]),
    istmo_reconcile_read_entries: Object.entries(read).map(([side, count]) => [[state, side], count]),
  };
  return namesOf(reconcileKinds)
    .map((name) => metricText(name, reconcileKinds[name], samples[name]))
    .join('');
}
