import { oneStateQuery, recordsQuery } from '../queries/records.js';
import type { RunningSubject } from '../subjects/running.js';
import { isByHand, type SubjectName } from '../subjects/subject.js';
import type { Bench } from './bench.js';
import { measureTurn, warmUp } from './measure.js';
import type { Measurement } from './measurement.js';
import { median } from '../report/statistics.js';
import { measureInTurn } from './turns.js';

/** A subject in a region of some States. */
export interface InRegion extends Measurement {
  readonly subject: SubjectName;
  readonly states: number;
  /** Absent where nothing is planned. */
  readonly plans?: PlanCost;
}

/** What plans cost, seen from outside. */
export interface PlanCost {
  /** CPU time of an operation that was never asked before, beyond that of a known one; both ask one State. */
  readonly planMs: number;
  /** Heap in use before, and after this many plans; without garbage. */
  readonly heapBeforeBytes: number;
  readonly heapAfterBytes: number;
  readonly plans: number;
}

const concurrency = 4;

/** Measures subjects in regions of 1, 3, 9, 27 and 81 States. */
export async function inRegions(
  bench: Bench,
  names: readonly SubjectName[],
  quick: boolean,
): Promise<readonly InRegion[]> {
  const rows: InRegion[] = [];
  for (const states of quick ? [1, 9, 81] : [1, 3, 9, 27, 81]) {
    const region = await bench.region(states);
    const subjects: RunningSubject[] = [];
    for (const name of names) subjects.push(await bench.subject(region, name));
    const query = recordsQuery(`${String(states)}x1`, 'one record of each State', 1);
    const measured = await measureInTurn(bench, subjects, query, {
      warmUp: quick ? 100 : 500,
      turns: quick ? 2 : 5,
      requests: quick ? 20 : 100,
      concurrency,
    });
    for (const [index, subject] of subjects.entries()) {
      const measurement = measured[index];
      if (measurement === undefined) continue;
      const plans = isByHand(subject.name) ? undefined : await planCost(bench, subject, quick);
      rows.push({ subject: subject.name, states, ...measurement, ...(plans && { plans }) });
    }
    for (const subject of subjects) await subject.worker.stop();
    await region.close();
  }
  return rows;
}

async function planCost(bench: Bench, subject: RunningSubject, quick: boolean): Promise<PlanCost> {
  const [state = 'GT'] = subject.region.states;
  const [known, cold] = [oneStateQuery(state, false), oneStateQuery(state, true)];
  const [turns, requests] = quick ? [3, 30] : [5, 100];
  bench.progress.begin(`plans, ${subject.name}, ${String(subject.region.states.length)} States`);
  await warmUp(bench.load, subject, known, requests, concurrency);
  await warmUp(bench.load, subject, cold, requests, concurrency);
  const before = await subject.worker.call('sample', { collect: true });
  const differences: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const { cpuMs: knownMs } = await measureTurn(bench.load, subject, known, requests, concurrency);
    const { cpuMs: coldMs } = await measureTurn(bench.load, subject, cold, requests, concurrency);
    differences.push(coldMs - knownMs);
  }
  const after = await subject.worker.call('sample', { collect: true });
  bench.progress.end(`${median(differences).toFixed(2)} ms a plan`);
  return {
    planMs: median(differences),
    heapBeforeBytes: before.heapUsedBytes,
    heapAfterBytes: after.heapUsedBytes,
    // each turn opens its connections with one request of each
    plans: turns * (requests + concurrency),
  };
}
