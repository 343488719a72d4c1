import { auditText } from './audit-text.js';
import { goalsOf } from './goals.js';
import type { Report } from './report.js';
import { tableText } from './table.js';
import { comparisonText, concurrencyText, heapText, profileText, statesText } from './texts.js';

/** A run's findings, to be read. */
export function reportText(report: Report): string {
  const { node, processors, model, loadBefore } = report.machine;
  return [
    `Node ${node}, ${String(processors)} × ${model}; medians, a request${report.quick ? '; --quick: rough' : ''}`,
    ...(loadBefore > processors / 4
      ? [`The machine had other work (load ${loadBefore.toFixed(1)}): times are too high, ratios less so.`]
      : []),
    ...report.missing.map(({ subject, reason }) => `not measured: ${subject}: ${reason}`),
    ...(report.compare === undefined ? [] : [comparisonText(report.compare)]),
    ...(report.concurrency === undefined ? [] : [concurrencyText(report.concurrency)]),
    ...(report.states === undefined ? [] : [statesText(report.states)]),
    ...(report.heap ?? []).map(heapText),
    ...(report.profile ?? []).map(profileText),
    ...(report.audit === undefined ? [] : [auditText(report.audit)]),
    ...goalsText(report),
  ].join('\n\n');
}

function goalsText(report: Report): readonly string[] {
  const goals = goalsOf(report);
  if (goals.length === 0) return [];
  const rows = goals.map(({ goal, found, reached }) => [goal, found, reached ? 'reached' : 'NOT reached']);
  return [tableText([['goal', 'found', ''], ...rows])];
}
