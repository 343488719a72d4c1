import type { BenchQuery } from '../queries/query.js';
import { milliseconds } from '../report/table.js';
import type { RunningSubject } from '../subjects/running.js';
import type { Bench } from './bench.js';
import { measureTurn, type Turn, warmUp } from './measure.js';
import { untilQuiet } from './machine.js';
import { type Measurement, summarise } from './measurement.js';

/** How much is sent. */
export interface Amount {
  readonly warmUp: number;
  readonly turns: number;
  /** Of each turn. */
  readonly requests: number;
  readonly concurrency: number;
  /** Milliseconds for which each of so many clients pauses before a request, on average; absent: none does. */
  readonly pauseMs?: number;
}

/** Measures subjects with a query in turn: A B C … A B C …, as many turns as are asked for. */
export async function measureInTurn(
  { load, progress, patienceMs, ...bench }: Bench,
  subjects: readonly RunningSubject[],
  query: BenchQuery,
  { requests, concurrency, pauseMs = 0, ...amount }: Amount,
): Promise<readonly Measurement[]> {
  const turns = bench.turns ?? amount.turns;
  const label = `${query.name}, ${clientsText({ concurrency, pauseMs })}`;
  progress.begin(`${label}, warm-up`);
  for (const subject of subjects) await warmUp(load, subject, query, amount.warmUp, concurrency);
  progress.end('done');
  const measured: Turn[][] = subjects.map(() => []);
  for (let turn = 1; turn <= turns; turn += 1) {
    progress.begin(`${label}, turn ${String(turn)} of ${String(turns)}`);
    for (const [index, subject] of subjects.entries()) {
      if (patienceMs > 0) await untilQuiet(patienceMs);
      measured[index]?.push(await measureTurn(load, subject, query, requests, concurrency, pauseMs));
    }
    progress.end(subjects.map(({ name }, index) => `${name} ${cpuOf(measured[index])}`).join(', '));
  }
  return measured.map(summarise);
}

/** How many ask, and how. */
export function clientsText({ concurrency, pauseMs = 0 }: Pick<Amount, 'concurrency' | 'pauseMs'>): string {
  return pauseMs > 0
    ? `${String(concurrency)} clients that pause ${String(pauseMs)} ms`
    : `${String(concurrency)} at a time`;
}

function cpuOf(turns: readonly Turn[] | undefined): string {
  return milliseconds(turns?.at(-1)?.cpuMs ?? Number.NaN);
}
