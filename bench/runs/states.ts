import { oneStateQuery, recordsQuery } from '../queries/records.js';
import type { BenchRegion } from '../region/region.js';
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

/**
 * Measures subjects in regions of 1, 3, 9, 27 and 81 States. What plans cost is measured last, of all regions in turn, so that an hour of the
 * machine that is slow weighs on all.
 */
export async function inRegions(
  bench: Bench,
  names: readonly SubjectName[],
  quick: boolean,
): Promise<readonly InRegion[]> {
  const rows = new Map<RunningSubject, InRegion>();
  const regions: BenchRegion[] = [];
  for (const states of quick ? [1, 9, 81] : [1, 3, 9, 27, 81]) {
    const region = await bench.region(states);
    regions.push(region);
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
      rows.set(subject, { subject: subject.name, states, ...measurement });
    }
    for (const subject of subjects) if (isByHand(subject.name)) await subject.worker.stop();
  }
  const planning = [...rows.keys()].filter(({ name }) => !isByHand(name));
  const costs = await planCosts(bench, planning, quick);
  for (const { worker } of planning) await worker.stop();
  for (const region of regions) await region.close();
  return [...rows].map(([subject, row]) => {
    const plans = costs.get(subject);
    return plans === undefined ? row : { ...row, plans };
  });
}

async function planCosts(
  bench: Bench,
  subjects: readonly RunningSubject[],
  quick: boolean,
): Promise<ReadonlyMap<RunningSubject, PlanCost>> {
  const [turns, requests] = quick ? [3, 30] : [7, 100];
  const measured: { readonly subject: RunningSubject; readonly before: number; readonly planMs: number[] }[] =
    [];
  for (const subject of subjects) {
    bench.progress.begin(`plans, warm-up, ${labelOf(subject)}`);
    for (const query of questionsOf(subject)) await warmUp(bench.load, subject, query, requests, concurrency);
    const { heapUsedBytes } = await subject.worker.call('sample', { collect: true });
    measured.push({ subject, before: heapUsedBytes, planMs: [] });
    bench.progress.end('done');
  }
  for (let turn = 1; turn <= turns; turn += 1)
    for (const { subject, planMs } of measured) {
      bench.progress.begin(`plans, turn ${String(turn)} of ${String(turns)}, ${labelOf(subject)}`);
      const [known, cold] = questionsOf(subject);
      const { cpuMs: knownMs } = await measureTurn(bench.load, subject, known, requests, concurrency);
      const { cpuMs: coldMs } = await measureTurn(bench.load, subject, cold, requests, concurrency);
      planMs.push(coldMs - knownMs);
      bench.progress.end(`${(coldMs - knownMs).toFixed(2)} ms a plan`);
    }
  const costs = new Map<RunningSubject, PlanCost>();
  for (const { subject, before, planMs } of measured) {
    const { heapUsedBytes } = await subject.worker.call('sample', { collect: true });
    costs.set(subject, {
      planMs: median(planMs),
      heapBeforeBytes: before,
      heapAfterBytes: heapUsedBytes,
      // each turn opens its connections with one request of each
      plans: turns * (requests + concurrency),
    });
  }
  return costs;
}

function labelOf({ name, region }: RunningSubject): string {
  return `${name}, ${String(region.states.length)} States`;
}

type Asked = ReturnType<typeof oneStateQuery>;

/** To one State: a question that is known, and one that was never asked before. */
function questionsOf({ region }: RunningSubject): readonly [known: Asked, cold: Asked] {
  const [state = 'GT'] = region.states;
  return [oneStateQuery(state, false), oneStateQuery(state, true)];
}
