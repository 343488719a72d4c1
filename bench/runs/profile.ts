import type { BenchQuery } from '../queries/query.js';
import type { SubjectName } from '../subjects/subject.js';
import { groupProfile, type ProfileSummary } from '../profile/group.js';
import type { Bench } from './bench.js';
import { send, warmUp } from './measure.js';

/** Where a subject's CPU time goes with a query. */
export interface Profiled extends ProfileSummary {
  readonly subject: SubjectName;
  readonly query: string;
  readonly requests: number;
}

const concurrency = 16;

/** Profiles a subject with a query, once it is warm. */
export async function profile(
  bench: Bench,
  name: SubjectName,
  query: BenchQuery,
  quick: boolean,
): Promise<Profiled> {
  const requests = quick ? 300 : 2_000;
  const subject = await bench.subject(await bench.region(9), name);
  bench.progress.begin(`profile, ${name}, ${query.name}`);
  await warmUp(bench.load, subject, query, requests, concurrency);
  await subject.worker.call('startProfile', undefined);
  await send(bench.load, subject, query, requests);
  const functions = await subject.worker.call('stopProfile', undefined);
  bench.progress.end(`${String(requests)} requests`);
  return { subject: name, query: query.name, requests, ...groupProfile(functions) };
}
