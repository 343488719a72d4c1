import { Session } from 'node:inspector/promises';
import { type EventLoopUtilization, performance, PerformanceObserver } from 'node:perf_hooks';

export interface SampleRequest {
  /** Collects garbage first, so that memory is what is still in use; for processes with `--expose-gc`. */
  readonly collect: boolean;
}

/** A process as it stands: differences of two say what lay between. */
export interface Sample {
  /** User and system, of all its threads. */
  readonly cpuMs: number;
  readonly heapUsedBytes: number;
  readonly rssBytes: number;
  /** Garbage collections so far, and the time that they took. */
  readonly collections: number;
  readonly collectionMs: number;
  readonly loop: EventLoopUtilization;
}

let collections = 0;
let collectionMs = 0;
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) {
    collections += 1;
    collectionMs += duration;
  }
}).observe({ entryTypes: ['gc'] });

export function sample({ collect }: SampleRequest): Sample {
  if (collect) globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const { heapUsed, rss } = process.memoryUsage();
  return {
    cpuMs: (user + system) / 1000,
    heapUsedBytes: heapUsed,
    rssBytes: rss,
    collections,
    collectionMs,
    loop: performance.eventLoopUtilization(),
  };
}

/** One function of a profile, and the samples in which it was at the top of the stack. */
export interface ProfiledFunction {
  readonly name: string;
  readonly url: string;
  readonly line: number;
  readonly samples: number;
}

const profiling = new Session();

/** Samples where the process's main thread is, from now on, ten times a millisecond. */
export async function startProfile(): Promise<void> {
  profiling.connect();
  await profiling.post('Profiler.enable');
  await profiling.post('Profiler.setSamplingInterval', { interval: 100 });
  await profiling.post('Profiler.start');
}

export async function stopProfile(): Promise<readonly ProfiledFunction[]> {
  const { profile } = await profiling.post('Profiler.stop');
  profiling.disconnect();
  return profile.nodes.map(({ callFrame, hitCount = 0 }) => ({
    name: callFrame.functionName,
    url: callFrame.url,
    line: callFrame.lineNumber + 1,
    samples: hitCount,
  }));
}
