import type { Compared } from '../runs/compare.js';
import type { AtATime } from '../runs/concurrency.js';
import { growthOf } from '../runs/heap.js';
import { clientsText } from '../runs/turns.js';
import { cpuRatio } from '../runs/measurement.js';
import type { InRegion } from '../runs/states.js';
import type { SubjectName } from '../subjects/subject.js';
import { auditGoals } from './audit-text.js';
import type { Goal } from './goal.js';
import type { Report } from './report.js';

/** Bytes that a request may leave on the heap: what is less cannot be told from noise. */
const noGrowthBytes = 20;

/** Holds a run against the goals, as far as it measured what they are about. */
export function goalsOf({
  compare = [],
  concurrency = [],
  states = [],
  heap = [],
  audit,
}: Report): readonly Goal[] {
  return [
    ...['9x1', '9x20'].flatMap((query) => [
      ...atMost(compare, query, 'by-hand', 1.5, 'at most 1.5 × by hand'),
      ...atMost(compare, query, 'floor-proved', 1.5, 'at most 1.5 × what the named parts take by themselves'),
      ...atMost(compare, query, 'apollo-gateway', 0.25, 'at least 4 × less than @apollo/gateway as it comes'),
      ...atMost(compare, query, 'apollo-gateway-routed', 0.25, 'at least 4 × less than it, routed by owner'),
      ...atMost(compare, query, 'hive-rust', 1, 'less than Hive with the Rust planner'),
    ]),
    ...concurrency
      .filter(({ subject }) => subject === 'istmo')
      .flatMap((row) => (row.pauseMs === 0 ? [steady(row)] : asSteadyAsByHand(row, concurrency))),
    ...plansAlike(states.filter(({ subject }) => subject === 'istmo')),
    ...heap.map((run) => ({
      goal: `${run.query}: no growth of the heap`,
      found: `${growthOf(run).toFixed(1)} bytes a request`,
      reached: growthOf(run) < noGrowthBytes,
    })),
    ...(audit === undefined ? [] : auditGoals(audit)),
  ];
}

function atMost(
  cells: readonly Compared[],
  name: string,
  other: SubjectName,
  most: number,
  goal: string,
): readonly Goal[] {
  const istmo = cells.find(({ query, subject }) => query === name && subject === 'istmo');
  const base = cells.find(({ query, subject }) => query === name && subject === other);
  if (istmo === undefined || base === undefined) return [];
  const found = cpuRatio(istmo, base);
  return [{ goal: `${name}: ${goal}`, found: `${found.toFixed(2)} ×`, reached: found <= most }];
}

function steady({ query, p50Ms, p99Ms, ...clients }: AtATime): Goal {
  return {
    goal: `${query}, ${clientsText(clients)}: p99 within 3 × p50`,
    found: `${(p99Ms / p50Ms).toFixed(1)} ×`,
    reached: p99Ms <= 3 * p50Ms,
  };
}

/**
 * Clients who come independently of one another also wait for one another: a queue whose every answer takes the same time has a
 * p99 of 2.9 to 4.4 × its p50 where it is busy for 0.3 to 0.7 of the time. So it is held against what by hand has.
 */
function asSteadyAsByHand(
  { query, pauseMs, p50Ms, p99Ms, concurrency }: AtATime,
  rows: readonly AtATime[],
): readonly Goal[] {
  const byHand = rows.find(
    (row) =>
      row.subject === 'by-hand' &&
      row.query === query &&
      row.pauseMs === pauseMs &&
      row.concurrency === concurrency,
  );
  if (byHand === undefined) return [];
  const [found, base] = [p99Ms / p50Ms, byHand.p99Ms / byHand.p50Ms];
  return [
    {
      goal: `${query}, ${clientsText({ concurrency, pauseMs })}: p99 / p50 at most that of by hand`,
      found: `${found.toFixed(1)} × beside ${base.toFixed(1)} ×`,
      reached: found <= base,
    },
  ];
}

/** Whether plans in the largest region cost about what they cost in the smallest. */
function plansAlike(rows: readonly InRegion[]): readonly Goal[] {
  const planned = rows.flatMap(({ states, plans }) => (plans === undefined ? [] : [{ states, plans }]));
  const [least, most] = [planned[0], planned.at(-1)];
  if (least === undefined || most === undefined || least === most) return [];
  const of = `${String(most.states)} States beside ${String(least.states)}`;
  const time = most.plans.planMs / least.plans.planMs;
  const memory = kept(most.plans) / kept(least.plans);
  return [
    { goal: `planning time, ${of}`, found: `${time.toFixed(2)} ×`, reached: time < 1.25 },
    { goal: `memory of a plan, ${of}`, found: `${memory.toFixed(2)} ×`, reached: memory < 1.25 },
  ];
}

function kept({ heapBeforeBytes, heapAfterBytes }: NonNullable<InRegion['plans']>): number {
  return heapAfterBytes - heapBeforeBytes;
}
