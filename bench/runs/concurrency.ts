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
}

const states = 9;

/** Measures subjects with 1, 4, 16 and 64 requests at a time. */
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
    for (const concurrency of [1, 4, 16, 64]) {
      const measured = await measureInTurn(bench, subjects, query, {
        warmUp: quick ? 20 : 200,
        turns: quick ? 2 : 5,
        requests: quick ? 100 : 400,
        concurrency,
      });
      measured.forEach((measurement, index) => {
        const subject = names[index];
        if (subject !== undefined) rows.push({ subject, query: query.name, concurrency, ...measurement });
      });
    }
  }
  return rows;
}
