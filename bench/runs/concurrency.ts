import type { BenchQuery } from '../queries/query.js';
import type { RunningSubject } from '../subjects/running.js';
import type { SubjectName } from '../subjects/subject.js';
import type { Bench } from './bench.js';
import { warmUp } from './measure.js';
import type { Measurement } from './measurement.js';
import { measureInTurn } from './turns.js';

/** A subject and a query, some requests at a time. */
export interface AtATime extends Measurement {
  readonly subject: SubjectName;
  readonly query: string;
  readonly concurrency: number;
  /** Of each of so many clients before each request, on average; 0: they go on at once. */
  readonly pauseMs: number;
}

const states = 9;

/** Clients who go on at once come in bursts, as answers leave together; those who pause come independently of one another. */
const crowds = [
  ...[1, 4, 16, 64].map((concurrency) => ({ concurrency, pauseMs: 0 })),
  { concurrency: 64, pauseMs: 100 },
];

/** Measures subjects with 1, 4, 16 and 64 requests at a time, and with 64 clients who pause before each request. */
export async function atATime(
  bench: Bench,
  names: readonly SubjectName[],
  asked: readonly BenchQuery[],
  quick: boolean,
): Promise<readonly AtATime[]> {
  const region = await bench.region(states);
  const subjects: RunningSubject[] = [];
  for (const name of names) subjects.push(await bench.subject(region, name));
  const rows: AtATime[] = [];
  for (const query of asked) {
    bench.progress.begin(`first warm-up, ${query.name}`);
    for (const subject of subjects) await warmUp(bench.load, subject, query, quick ? 200 : 2_000, 16);
    bench.progress.end('done');
    for (const crowd of crowds) {
      const measured = await measureInTurn(bench, subjects, query, {
        warmUp: quick ? 20 : 200,
        turns: quick ? 2 : 5,
        // of fewer the p99 is that of a few bursts
        requests: quick ? 100 : 1_000,
        ...crowd,
      });
      measured.forEach((measurement, index) => {
        const subject = names[index];
        if (subject !== undefined) rows.push({ subject, query: query.name, ...crowd, ...measurement });
      });
    }
  }
  return rows;
}
