import { isDeepStrictEqual } from 'node:util';
import type { BenchQuery } from '../queries/query.js';
import { dataOf, type RunningSubject } from '../subjects/running.js';
import type { SubjectName } from '../subjects/subject.js';
import type { Bench } from './bench.js';
import { warmUp } from './measure.js';
import type { Measurement } from './measurement.js';
import { type Amount, measureInTurn } from './turns.js';

/** One cell of the table: a subject, a query. */
export interface Compared extends Measurement {
  readonly subject: SubjectName;
  readonly query: string;
}

const states = 9;
const concurrency = 16;

/** How much of each query is sent. A cold plan costs more than ten known ones, so fewer are asked for at a time. */
function amountOf(query: BenchQuery, quick: boolean): Amount {
  if (query.name === 'cold')
    return quick
      ? { warmUp: 16, turns: 3, requests: 12, concurrency: 4 }
      : { warmUp: 200, turns: 10, requests: 50, concurrency: 4 };
  return quick
    ? { warmUp: 30, turns: 5, requests: 30, concurrency }
    : { warmUp: 1_000, turns: 11, requests: 300, concurrency };
}

/** Before the first query: V8 compiles what is hot some thousand requests long, and a server runs for days. */
const firstWarmUp = { quick: 200, full: 8_000 };

/**
 * Measures every subject with every query. All are started, must give the same answer, and are then asked in turn.
 *
 * @throws Error where one answers something else than the program by hand
 */
export async function compare(
  bench: Bench,
  names: readonly SubjectName[],
  asked: readonly BenchQuery[],
  quick: boolean,
): Promise<readonly Compared[]> {
  const subjects = await startAgreeing(bench, names, asked);
  bench.progress.begin('first warm-up');
  for (const subject of subjects)
    for (const query of asked.slice(0, 1))
      await warmUp(bench.load, subject, query, quick ? firstWarmUp.quick : firstWarmUp.full, concurrency);
  bench.progress.end('done');
  const cells: Compared[] = [];
  for (const query of asked) {
    const measured = await measureInTurn(bench, subjects, query, amountOf(query, quick));
    measured.forEach((measurement, index) => {
      const subject = names[index];
      if (subject !== undefined) cells.push({ subject, query: query.name, ...measurement });
    });
  }
  return cells;
}

/** Starts subjects. Who answers less has less to do: all must give the same data as the program by hand. */
async function startAgreeing(
  bench: Bench,
  names: readonly SubjectName[],
  asked: readonly BenchQuery[],
): Promise<readonly RunningSubject[]> {
  const region = await bench.region(states);
  const byHand = await bench.subject(region, 'by-hand');
  const subjects: RunningSubject[] = [];
  for (const name of names) {
    const subject = name === 'by-hand' ? byHand : await bench.subject(region, name);
    subjects.push(subject);
    for (const query of asked) await mustAgree(byHand, subject, query);
  }
  return subjects;
}

async function mustAgree(byHand: RunningSubject, subject: RunningSubject, query: BenchQuery): Promise<void> {
  const [expected, data] = [await dataOf(byHand, query), await dataOf(subject, query)];
  if (isDeepStrictEqual(data, expected)) return;
  throw new Error(
    `${subject.name}, ${query.name}: not what the program by hand answers\n${JSON.stringify(data)}\n${JSON.stringify(expected)}`,
  );
}
