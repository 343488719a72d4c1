import type { Compared } from '../runs/compare.js';
import type { AtATime } from '../runs/concurrency.js';
import { growthOf, type HeapRun } from '../runs/heap.js';
import { cpuRatio, type Measurement } from '../runs/measurement.js';
import type { Profiled } from '../runs/profile.js';
import type { InRegion } from '../runs/states.js';
import { clientsText } from '../runs/turns.js';
import { queryNamed } from '../queries/queries.js';
import { subjectTitles } from '../subjects/subject.js';
import { megabytes, milliseconds, tableText } from './table.js';

/** CPU and wall time of all subjects, a table a query. */
export function comparisonText(cells: readonly Compared[]): string {
  const names = [...new Set(cells.map(({ query }) => query))];
  return names
    .map((name) => {
      const rows = cells.filter(({ query }) => query === name);
      const byHand = rows.find(({ subject }) => subject === 'by-hand');
      const head = [
        'subject',
        'CPU ms',
        '× by hand',
        'p50 ms',
        'p99 ms',
        'wall ms',
        'GC ms',
        'calls',
        'HTTP',
        'KB',
        'others',
      ];
      const body = rows.map((row) => [
        subjectTitles[row.subject],
        milliseconds(row.cpuMs),
        ratioText(row, byHand),
        milliseconds(row.p50Ms),
        milliseconds(row.p99Ms),
        milliseconds(row.wallMs),
        milliseconds(row.collectionMs),
        row.nodeCalls.toFixed(0),
        row.nodeExchanges.toFixed(1),
        (row.replyBytes / 1_000).toFixed(1),
        `${(row.others * 100).toFixed(0)} %`,
      ]);
      return `${name}: ${queryNamed(name).title}\n${tableText([head, ...body])}`;
    })
    .join('\n\n');
}

export function concurrencyText(rows: readonly AtATime[]): string {
  const head = [
    ...['query', 'clients', 'subject', 'CPU ms', '× by hand', 'p50 ms', 'p99 ms', 'p99 / p50'],
    ...['a second', 'calls', 'HTTP'],
  ];
  const body = rows.map((row) => [
    row.query,
    clientsText(row),
    row.subject,
    milliseconds(row.cpuMs),
    ratioText(row, rows.find(byHandBeside(row))),
    milliseconds(row.p50Ms),
    milliseconds(row.p99Ms),
    (row.p99Ms / row.p50Ms).toFixed(1),
    (1_000 / row.wallMs).toFixed(0),
    row.nodeCalls.toFixed(0),
    row.nodeExchanges.toFixed(1),
  ]);
  return `requests at a time\n${tableText([head, ...body])}`;
}

function byHandBeside({ query, concurrency, pauseMs }: AtATime) {
  return (row: AtATime): boolean =>
    row.subject === 'by-hand' &&
    row.query === query &&
    row.concurrency === concurrency &&
    row.pauseMs === pauseMs;
}

export function statesText(rows: readonly InRegion[]): string {
  const head = [
    ...['States', 'subject', 'CPU ms', '× by hand', 'p50 ms', 'p99 ms', 'ms a plan'],
    ...['heap MB', 'KB a plan'],
  ];
  const body = rows.map((row) => {
    const byHand = rows.find(({ subject, states }) => subject === 'by-hand' && states === row.states);
    return [
      String(row.states),
      row.subject,
      milliseconds(row.cpuMs),
      ratioText(row, byHand),
      milliseconds(row.p50Ms),
      milliseconds(row.p99Ms),
      ...planCells(row),
    ];
  });
  return `one record of each of so many States\n${tableText([head, ...body])}`;
}

function planCells({ plans }: InRegion): readonly string[] {
  if (plans === undefined) return ['', '', ''];
  const kilobytes = (plans.heapAfterBytes - plans.heapBeforeBytes) / plans.plans / 1_000;
  return [milliseconds(plans.planMs), megabytes(plans.heapBeforeBytes), kilobytes.toFixed(0)];
}

function ratioText(one: Measurement, other: Measurement | undefined): string {
  return other === undefined ? '' : cpuRatio(one, other).toFixed(2);
}

export function heapText(run: HeapRun): string {
  const head = ['requests', 'heap MB', 'resident MB'];
  const body = run.points.map(({ requests, heapUsedBytes, rssBytes }) => [
    String(requests),
    megabytes(heapUsedBytes),
    megabytes(rssBytes),
  ]);
  const growth = `each request leaves ${growthOf(run).toFixed(1)} bytes (second half)`;
  return `heap of ${run.subject} over ${run.query}, after collection: ${growth}\n${tableText([head, ...body])}`;
}

export function profileText({ subject, query, kind, states, requests, ...profile }: Profiled): string {
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
  const rows = (portions: typeof profile.groups): readonly (readonly string[])[] =>
    portions.map(({ name, share }) => [name, percent(share)]);
  const perRequest = Math.round(profile.weight / requests);
  const what =
    kind === 'time'
      ? `self time of the main thread, which was idle for ${percent(profile.idle)}`
      : `what it allocates, ${perRequest.toLocaleString('en')} bytes a request`;
  return [
    `profile of ${subject}, ${query}, ${String(states)} States, ${String(requests)} requests: ${what}`,
    tableText([['from', 'share'], ...rows(profile.groups)]),
    tableText([['function', 'share'], ...rows(profile.functions)]),
    tableText([['function with all that it calls', 'share'], ...rows(profile.calls)]),
  ].join('\n\n');
}
