import type { HeapProfiler } from 'node:inspector';
import { Session } from 'node:inspector/promises';
import { type EventLoopUtilization, performance, PerformanceObserver } from 'node:perf_hooks';
import { type Called, type ProfiledFunction, sumByFunction } from '../profile/functions.js';

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

/** What is sampled: where the main thread is, or what allocates. */
export type ProfileKind = 'time' | 'memory';

const profiling = new Session();

/** Samples where the process's main thread is, ten times a millisecond, or what it allocates, from now on. */
export async function startProfile(kind: ProfileKind): Promise<void> {
  profiling.connect();
  if (kind === 'memory') {
    await profiling.post('HeapProfiler.startSampling', {
      samplingInterval: 4_096,
      includeObjectsCollectedByMajorGC: true,
      includeObjectsCollectedByMinorGC: true,
    });
    return;
  }
  await profiling.post('Profiler.enable');
  await profiling.post('Profiler.setSamplingInterval', { interval: 100 });
  await profiling.post('Profiler.start');
}

export async function stopProfile(kind: ProfileKind): Promise<readonly ProfiledFunction[]> {
  const root = kind === 'memory' ? await allocationTree() : await timeTree();
  profiling.disconnect();
  return sumByFunction(root);
}

async function timeTree(): Promise<Called> {
  const { profile } = await profiling.post('Profiler.stop');
  const byId = new Map(profile.nodes.map((node) => [node.id, node]));
  const called = (id: number): Called => {
    const node = byId.get(id);
    if (node === undefined) throw new Error(`no node ${String(id)} in the profile`);
    return { frame: node.callFrame, own: node.hitCount ?? 0, calls: (node.children ?? []).map(called) };
  };
  return called(profile.nodes[0]?.id ?? 0);
}

async function allocationTree(): Promise<Called> {
  const { profile } = await profiling.post('HeapProfiler.stopSampling');
  const called = ({ callFrame, selfSize, children }: HeapProfiler.SamplingHeapProfileNode): Called => ({
    frame: callFrame,
    own: selfSize,
    calls: children.map(called),
  });
  return called(profile.head);
}
