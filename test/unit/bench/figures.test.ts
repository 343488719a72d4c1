import { describe, expect, it } from '@jest/globals';
import { type Called, sumByFunction } from '../../../bench/profile/functions.js';
import { groupProfile } from '../../../bench/profile/group.js';
import { goalsOf } from '../../../bench/report/goals.js';
import { median, quantile } from '../../../bench/report/statistics.js';
import { tableText } from '../../../bench/report/table.js';
import { growthOf } from '../../../bench/runs/heap.js';
import type { Turn } from '../../../bench/runs/measure.js';
import { cpuRatio, summarise } from '../../../bench/runs/measurement.js';

const turn = (cpuMs: number, latenciesMs: readonly number[] = [1]): Turn => ({
  cpuMs,
  wallMs: 2 * cpuMs,
  collectionMs: 0,
  nodeCalls: 9,
  nodeExchanges: 9,
  nodeBytes: 900,
  replyBytes: 1_000,
  loopBusy: 0.5,
  others: 0.25,
  latenciesMs,
});

describe('figures of the bench', () => {
  it('takes the middle, and the value that ninety-nine of a hundred do not exceed', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), quantile(values, 0.99), quantile(values, 0.5)]).toEqual([
      2, 2.5, 99, 50,
    ]);
  });

  it('comes to medians over the turns and to quantiles over all requests', () => {
    expect(summarise([turn(1, [1, 2]), turn(9, [3, 50]), turn(2, [4, 5])])).toEqual({
      cpuMs: 2,
      wallMs: 4,
      collectionMs: 0,
      nodeCalls: 9,
      nodeExchanges: 9,
      nodeBytes: 900,
      replyBytes: 1_000,
      loopBusy: 0.5,
      others: 0.25,
      p50Ms: 3,
      p99Ms: 50,
      requests: 6,
      cpuMsOfTurns: [1, 9, 2],
    });
  });

  it('compares turn with turn, so that a turn in which the machine was slow weighs on both', () => {
    const istmo = summarise([turn(3), turn(30), turn(4)]);
    const byHand = summarise([turn(2), turn(20), turn(1)]);
    expect(cpuRatio(istmo, byHand)).toBe(1.5);
  });

  it('tells growth from a heap that only settles', () => {
    const run = (late: (requests: number) => number) => ({
      subject: 'istmo' as const,
      query: '9x1',
      points: [0, 10, 20, 30, 40, 50].map((requests) => ({
        requests,
        heapUsedBytes: requests < 30 ? 7_000 : late(requests),
        rssBytes: 0,
      })),
    });
    expect([growthOf(run(() => 5_000)), growthOf(run((requests) => 5_000 + 40 * requests))]).toEqual([0, 40]);
  });

  it('says which goals a run reached, and is silent on those that it did not measure', () => {
    const cell = (subject: 'by-hand' | 'istmo' | 'hive-rust', cpuMs: number) => ({
      subject,
      query: '9x20',
      ...summarise([turn(cpuMs)]),
    });
    const machine = { node: 'v20', processors: 2, model: 'any', loadBefore: 0 };
    const compare = [cell('by-hand', 2), cell('istmo', 3), cell('hive-rust', 2.5)];
    expect(goalsOf({ at: '', machine, quick: true, missing: [], compare })).toEqual([
      { goal: '9x20: at most 1.5 × by hand', found: '1.50 ×', reached: true },
      { goal: '9x20: less than Hive with the Rust planner', found: '1.20 ×', reached: false },
    ]);
  });

  it('holds clients who go on at once against three times the p50, those who come independently against by hand', () => {
    const row = (subject: 'by-hand' | 'istmo', pauseMs: number, slowestMs: number) => ({
      ...{ subject, query: '9x1', concurrency: 64, pauseMs },
      ...summarise([
        turn(1, [...Array.from({ length: 97 }, () => 1), ...Array.from({ length: 3 }, () => slowestMs)]),
      ]),
    });
    const machine = { node: 'v20', processors: 2, model: 'any', loadBefore: 0 };
    const goals = (concurrency: readonly ReturnType<typeof row>[]) =>
      goalsOf({ at: '', machine, quick: true, missing: [], concurrency }).map(({ found, reached }) => [
        found,
        reached,
      ]);
    const all = [row('by-hand', 0, 5), row('by-hand', 100, 5), row('istmo', 0, 4), row('istmo', 100, 4)];
    expect(goals(all)).toEqual([
      ['4.0 ×', false],
      ['4.0 × beside 5.0 ×', true],
    ]);
    expect(
      goals([row('by-hand', 0, 9), row('by-hand', 100, 2), row('istmo', 0, 3), row('istmo', 100, 3)]),
    ).toEqual([
      ['3.0 ×', true],
      ['3.0 × beside 2.0 ×', false],
    ]);
    expect(goals([row('by-hand', 0, 9), row('istmo', 100, 3)])).toEqual([]);
  });

  it('sums a profile up by package, folder and part of Node, without the time that was idle', () => {
    const at = (name: string, url: string, own: number) => ({ name, url, line: 7, own, total: own + 2 });
    expect(
      groupProfile([
        at('(idle)', '', 20),
        at('(garbage collector)', '', 10),
        at('parse', '', 10),
        at('askStates', 'file:///x/dist/gateway/execute/ask-states.js', 30),
        at('', 'file:///x/node_modules/@apollo/gateway/dist/a.js', 10),
        at('', 'file:///x/node_modules/@apollo/gateway/dist/b.js', 10),
        at('sign', 'node:internal/crypto/sig', 5),
        at('end', 'node:_http_outgoing', 5),
      ]),
    ).toEqual({
      groups: [
        { name: 'istmo gateway/execute', share: 0.375 },
        { name: '@apollo/gateway', share: 0.25 },
        { name: '(garbage collector)', share: 0.125 },
        { name: 'native code (V8, system calls)', share: 0.125 },
        { name: 'node crypto', share: 0.0625 },
        { name: 'node http', share: 0.0625 },
      ],
      functions: [
        { name: 'askStates  gateway/execute/ask-states.js:7', share: 0.375 },
        { name: '(garbage collector)', share: 0.125 },
        { name: 'parse', share: 0.125 },
        { name: '(anonymous)  @apollo/gateway/dist/a.js:7', share: 0.125 },
        { name: '(anonymous)  @apollo/gateway/dist/b.js:7', share: 0.125 },
        { name: 'sign  node:internal/crypto/sig:7', share: 0.0625 },
        { name: 'end  node:_http_outgoing:7', share: 0.0625 },
      ],
      calls: [{ name: 'askStates  gateway/execute/ask-states.js:7', share: 0.4 }],
      idle: 0.2,
      weight: 80,
    });
  });

  it('sums what a function and all that it calls weigh, once where it calls itself', () => {
    const called = (functionName: string, own: number, ...calls: Called[]): Called => ({
      frame: { functionName, url: `file:///x/dist/${functionName}.js`, lineNumber: 6 },
      own,
      calls,
    });
    const tree = called(
      'run',
      1,
      called('walk', 2, called('walk', 3, called('parse', 4))),
      called('parse', 5),
    );
    expect(sumByFunction(tree).map(({ name, own, total }) => [name, own, total])).toEqual([
      ['run', 1, 15],
      ['walk', 5, 9],
      ['parse', 9, 9],
    ]);
  });

  it('sets tables with figures to the right', () => {
    expect(
      tableText([
        ['subject', 'ms'],
        ['by hand', '1.30'],
        ['x', '12.0'],
      ]),
    ).toBe('subject    ms\n-------  ----\nby hand  1.30\nx        12.0');
  });
});
