import type { AuditEntry } from './entry.js';

const columns: readonly (readonly [name: string, value: (entry: AuditEntry) => string | undefined])[] = [
  ['time', ({ time }) => time],
  ['type', ({ type }) => type],
  ['agency', ({ data }) => data.requester?.agency],
  ['officer', ({ data }) => data.requester?.officer],
  ['purpose', ({ data }) => data.purpose],
  ['case', ({ data }) => data.case],
  ['outcome', ({ data }) => data.outcome.result],
  ['code', ({ data }) => data.outcome.code],
  ['states', ({ data }) => data.states.map(({ code }) => code).join(' ')],
  ['records', ({ data }) => data.states.flatMap(({ records }) => Object.values(records).flat()).join(' ')],
  ['shown', ({ data }) => data.states.flatMap(({ shown }) => shown).join(' ')],
  [
    'withheld',
    ({ data }) =>
      data.states
        .flatMap(({ withheld }) => withheld.map(({ coordinate, reason }) => `${coordinate}=${reason}`))
        .join(' '),
  ],
];

export const csvHeader: string = ['number', ...columns.map(([name]) => name)].join(',');

/** A line of RFC 4180, without its end. */
export function csvRow(number: number, entry: AuditEntry): string {
  return [String(number), ...columns.map(([, value]) => csvField(value(entry) ?? ''))].join(',');
}

/** A text that a spreadsheet would take for a formula is given as text. */
function csvField(text: string): string {
  const harmless = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
