import { request } from 'undici';
import { benchAsker } from '../nodes/agreements.js';
import { startWorker, type Worker } from '../processes/worker.js';
import type { BenchQuery, Question } from '../queries/query.js';
import type { BenchRegion } from '../region/region.js';
import type { SubjectCalls } from './main.js';
import { isOrdinary, nodeOptionsOf, type SubjectName, subjectNames } from './subject.js';

/** A subject that answers, in a process of its own. */
export interface RunningSubject {
  readonly name: SubjectName;
  readonly region: BenchRegion;
  readonly url: string;
  readonly worker: Worker<SubjectCalls>;
  /** The next `count` request bodies of a query. An operation that must be new to a subject is never asked twice. */
  bodies(query: Pick<BenchQuery, 'at' | 'ordinaryAt'>, count: number): readonly string[];
}

/** What every request declares. */
export const declaration: Readonly<Record<string, string>> = {
  'istmo-purpose': benchAsker.purpose,
  'istmo-case': 'BENCH-1',
};

export async function startSubject(region: BenchRegion, name: SubjectName): Promise<RunningSubject> {
  const worker = startWorker<SubjectCalls>('subjects/main', ['--expose-gc', ...nodeOptionsOf(name)]);
  const { nodes, directoryUrl, regionFile, signingKeyFile, logKeyFile } = region;
  const url = await worker.call('start', {
    ...{ subject: name, nodes, directoryUrl, regionFile, signingKeyFile, logKeyFile },
    logUrl: region.logUrl(`log-${name}`),
  });
  // what is new to one is new to the nodes, too: none asks what another asked before
  let position = subjectNames.indexOf(name) * 1_000_000;
  return {
    name,
    region,
    url,
    worker,
    bodies: (query, count) =>
      Array.from({ length: count }, () => {
        position += 1;
        return JSON.stringify(questionAt(region, name, query, position));
      }),
  };
}

function questionAt(
  region: BenchRegion,
  name: SubjectName,
  query: Pick<BenchQuery, 'at' | 'ordinaryAt'>,
  position: number,
): Question {
  return isOrdinary(name) ? query.ordinaryAt(position, region.states) : query.at(position);
}

/** A position that no measurement comes to. */
const farAway = 100_000_000;

/** Asks a query once. @returns the answer's data, in the form of the region's */
export async function dataOf(subject: RunningSubject, query: BenchQuery): Promise<unknown> {
  const { region } = subject;
  const { statusCode, body } = await request(subject.url, {
    method: 'POST',
    headers: {
      ...declaration,
      'content-type': 'application/json',
      authorization: region.authorizations[0] ?? '',
    },
    body: JSON.stringify(questionAt(region, subject.name, query, farAway)),
  });
  const text = await body.text();
  const { data, errors } = JSON.parse(text) as Readonly<Record<string, unknown>>;
  if (statusCode !== 200 || errors !== undefined || data == null)
    throw new Error(`${subject.name}, ${query.name}: HTTP ${String(statusCode)} ${text.slice(0, 1_000)}`);
  return isOrdinary(subject.name)
    ? query.fromOrdinary(data as Readonly<Record<string, unknown>>, region.states)
    : data;
}
