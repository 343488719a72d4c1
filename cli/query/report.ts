import { rowsOf, table } from '../demo/table.js';
import { outcomeOf, type Reply } from './reply.js';

/** Rows of a table at most: more are asked for by page. */
const mostRows = 200;

const outcomes = {
  FULL: 'full: every State that was asked answered / completa: contestó cada Estado al que se preguntó',
  PARTIAL: 'partial / parcial',
  REFUSED: 'refused / rechazada',
} as const;

/** An answer for a reader: each part of it a table, how each State answered, what is missing and why. */
export function report(reply: Reply): string {
  const { data, errors = [], extensions } = reply;
  const { states = [], withheld = [], audit } = extensions?.istmo ?? {};
  return [
    ...Object.entries(data ?? {}).map(([name, value]) => `${name}\n${table(rowsOf(value), mostRows)}\n`),
    ...(states.length === 0
      ? []
      : [
          `States / Estados\n${table(
            states.map(({ code, status, ms }) => ({ state: code, status, ms })),
            mostRows,
          )}\n`,
        ]),
    ...(withheld.length === 0 ? [] : [`Withheld / Reservado\n${table(withheldRows(withheld), mostRows)}\n`]),
    ...errors.map(errorText),
    `${outcomes[outcomeOf(reply)]}${audit === undefined ? '' : `; log entry / asiento ${String(audit.entry)}`}`,
  ].join('\n');
}

type WithheldItem = NonNullable<NonNullable<Reply['extensions']>['istmo']>['withheld'][number];

/** By State and reason: which fields are missing. */
function withheldRows(withheld: readonly WithheldItem[]): readonly Readonly<Record<string, unknown>>[] {
  const rows = new Map<string, { state: string; reason: string; fields: string[] }>();
  for (const { state, reason, coordinate, records } of withheld) {
    const row = rows.get(`${state} ${reason}`) ?? { state, reason, fields: [] };
    rows.set(`${state} ${reason}`, row);
    row.fields.push(records === undefined ? coordinate : `${coordinate} (${String(records.length)})`);
  }
  return [...rows.values()].map(({ fields, ...row }) => ({
    ...row,
    fields: [...new Set(fields)].join(', '),
  }));
}

/** One line an error, in both languages. */
function errorText({ message, path, extensions }: NonNullable<Reply['errors']>[number]): string {
  const at = path === undefined ? '' : ` (${path.join('.')})`;
  const state = extensions?.state === undefined ? '' : `${extensions.state}: `;
  return `✗ ${state}${message}${extensions?.es === undefined ? '' : ` / ${extensions.es}`}${at}`;
}
