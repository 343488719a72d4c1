import type { BenchQuery } from '../queries/query.js';
import type { ProfileKind } from '../subjects/meter.js';
import type { SubjectName } from '../subjects/subject.js';
import { groupProfile, type ProfileSummary } from '../profile/group.js';
import type { Bench } from './bench.js';
import { send, warmUp } from './measure.js';

/** Where a subject's CPU time goes with a query, or what allocates. */
export interface Profiled extends ProfileSummary {
  readonly subject: SubjectName;
  readonly query: string;
  readonly kind: ProfileKind;
  readonly states: number;
  readonly requests: number;
}

/** What of it is profiled. */
export interface ProfileOptions {
  readonly quick: boolean;
  readonly states: number;
  readonly kind: ProfileKind;
}

const concurrency = 16;

/** Profiles a subject with a query, once it is warm. */
export async function profile(
  bench: Bench,
  name: SubjectName,
  query: BenchQuery,
  { quick, states, kind }: ProfileOptions,
): Promise<Profiled> {
  const requests = quick ? 300 : 2_000;
  const subject = await bench.subject(await bench.region(states), name);
  bench.progress.begin(`profile, ${name}, ${query.name}`);
  await warmUp(bench.load, subject, query, requests, concurrency);
  await subject.worker.call('startProfile', kind);
  await send(bench.load, subject, query, requests);
  const functions = await subject.worker.call('stopProfile', kind);
  bench.progress.end(`${String(requests)} requests`);
  return { subject: name, query: query.name, kind, states, requests, ...groupProfile(functions) };
}
