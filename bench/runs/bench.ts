import type { LoadCalls } from '../load/main.js';
import { startWorker } from '../processes/worker.js';
import type { Progress } from '../report/progress.js';
import { type BenchRegion, startBenchRegion } from '../region/region.js';
import { type RunningSubject, startSubject } from '../subjects/running.js';
import type { SubjectName } from '../subjects/subject.js';
import type { Load } from './measure.js';

/** What the parts of a run share: the process that asks, and whom to tell. */
export interface Bench {
  readonly load: Load;
  readonly progress: Progress;
  /** Milliseconds to wait before each turn for others to leave the machine alone; 0 for none. */
  readonly patienceMs: number;
  /** How often each subject is measured with each query, where that was asked for. */
  readonly turns: number | undefined;
  /** Starts a region, closed at the end. */
  region(states: number): Promise<BenchRegion>;
  /** Starts a subject, stopped at the end. */
  subject(region: BenchRegion, name: SubjectName): Promise<RunningSubject>;
  /** Stops all that was started, the last first. */
  close(): Promise<void>;
}

/**
 * Node's switches for the process that asks. The answers that it has read lie outside of the heap until they are collected: with more
 * room for young objects V8 did so every hundred requests in a collection of 4 ms, at worst 20, which counted as the gateway's time.
 */
const shortPauses = ['--max-semi-space-size=1'];

export function openBench(
  progress: Progress,
  { patienceMs, turns }: Pick<Bench, 'patienceMs' | 'turns'>,
): Bench {
  const load = startWorker<LoadCalls>('load/main', shortPauses);
  let closed: Promise<void> | undefined;
  const closing: (() => Promise<void>)[] = [() => load.stop()];
  return {
    load,
    progress,
    patienceMs,
    turns,
    region: async (states) => {
      const region = await startBenchRegion(states);
      closing.push(() => region.close());
      return region;
    },
    subject: async (region, name) => {
      progress.begin(`starts ${name}, ${String(region.states.length)} States`);
      const subject = await startSubject(region, name);
      closing.push(() => subject.worker.stop());
      progress.end('answers');
      return subject;
    },
    // an interrupt and the end of the run that it breaks off may both ask for it
    close: () => (closed ??= closeAll(closing)),
  };
}

async function closeAll(closing: (() => Promise<void>)[]): Promise<void> {
  for (let close = closing.pop(); close !== undefined; close = closing.pop()) await close();
}
