import type { AuditRun } from '../runs/audit.js';
import type { Goal } from './goal.js';
import { median } from './statistics.js';
import { milliseconds, tableText } from './table.js';

/** Medians over the turns, a keeper. */
function writtenBy({ written }: AuditRun) {
  return [...new Set(written.map(({ keeper }) => keeper))].map((keeper) => {
    const turns = written.filter((one) => one.keeper === keeper);
    const middle = (of: 'aSecond' | 'cpuMs' | 'busyMs'): number => median(turns.map((one) => one[of]));
    return { keeper, aSecond: middle('aSecond'), cpuMs: middle('cpuMs'), busyMs: middle('busyMs') };
  });
}

export function auditText(run: AuditRun): string {
  const writing = [
    [
      '64 at a time, nine States each',
      'entries a second',
      'CPU ms an entry',
      'of which it holds requests up',
    ],
    ...writtenBy(run).map(({ keeper, aSecond, cpuMs, busyMs }) => [
      keeper,
      aSecond.toFixed(0),
      cpuMs.toFixed(3),
      busyMs.toFixed(3),
    ]),
  ];
  const { entries, verifySeconds, indexSeconds, pages } = run.read;
  const reading = [
    [`a page of fifty, by …, of ${String(entries)}`, 'ms', 'found'],
    ...pages.map(({ by, ms, found }) => [by, milliseconds(ms), String(found)]),
  ];
  return [
    tableText(writing),
    `all ${String(entries)} verified in ${verifySeconds.toFixed(1)} s; index made anew in ${indexSeconds.toFixed(1)} s`,
    tableText(reading),
  ].join('\n\n');
}

export function auditGoals(run: AuditRun): readonly Goal[] {
  const logs = writtenBy(run).filter(({ keeper }) => keeper.startsWith('the log'));
  const { entries, verifySeconds, pages } = run.read;
  const slowest = Math.max(...pages.map(({ ms }) => ms));
  return [
    ...logs.flatMap(({ keeper, aSecond, cpuMs }) => [
      {
        goal: `${keeper}: at least 5,000 entries a second`,
        found: aSecond.toFixed(0),
        reached: aSecond >= 5_000,
      },
      { goal: `${keeper}: at most 0.15 ms CPU an entry`, found: cpuMs.toFixed(3), reached: cpuMs <= 0.15 },
    ]),
    ...(entries >= 1_000_000
      ? [
          {
            goal: 'verifies a million in 60 s',
            found: `${verifySeconds.toFixed(1)} s`,
            reached: verifySeconds < 60,
          },
        ]
      : []),
    { goal: 'a page by any filter under 100 ms', found: `${slowest.toFixed(1)} ms`, reached: slowest < 100 },
  ];
}
