import type { BenchQuery } from '../queries/query.js';
import { megabytes } from '../report/table.js';
import type { SubjectName } from '../subjects/subject.js';
import type { Bench } from './bench.js';
import { send, warmUp } from './measure.js';

/** Memory after so many requests, garbage collected. */
export interface HeapPoint {
  readonly requests: number;
  readonly heapUsedBytes: number;
  readonly rssBytes: number;
}

export interface HeapRun {
  readonly subject: SubjectName;
  readonly query: string;
  readonly points: readonly HeapPoint[];
}

const concurrency = 16;
const steps = 20;

/** Sends many requests and looks at the heap in between. */
export async function heapOver(
  bench: Bench,
  name: SubjectName,
  query: BenchQuery,
  requests: number,
): Promise<HeapRun> {
  const subject = await bench.subject(await bench.region(9), name);
  await warmUp(bench.load, subject, query, Math.min(2_000, requests), concurrency);
  const points: HeapPoint[] = [];
  for (let step = 0; step <= steps; step += 1) {
    if (step > 0) {
      bench.progress.begin(`heap, ${name}, ${query.name}, step ${String(step)} of ${String(steps)}`);
      await send(bench.load, subject, query, Math.round(requests / steps));
    }
    const { heapUsedBytes, rssBytes } = await subject.worker.call('sample', { collect: true });
    points.push({ requests: step * Math.round(requests / steps), heapUsedBytes, rssBytes });
    if (step > 0) bench.progress.end(`${megabytes(heapUsedBytes)} MB in use`);
  }
  return { subject: name, query: query.name, points };
}

/** Bytes of heap that each request leaves, by the straight line that fits the second half of the points best. */
export function growthOf({ points }: HeapRun): number {
  const late = points.slice(Math.floor(points.length / 2));
  const meanX = late.reduce((total, { requests }) => total + requests, 0) / late.length;
  const meanY = late.reduce((total, { heapUsedBytes }) => total + heapUsedBytes, 0) / late.length;
  const over = late.reduce((total, { requests, heapUsedBytes }) => {
    return total + (requests - meanX) * (heapUsedBytes - meanY);
  }, 0);
  const under = late.reduce((total, { requests }) => total + (requests - meanX) ** 2, 0);
  return over / under;
}
