import type { AuditEntry } from '../../audit/entry.js';
import type { Answer } from './answer.js';
import type { Question } from './questions.js';
import { rowsOf, table } from './table.js';

/** A question, its answer and what the log says of it, for a reader. */
export function report({ title }: Question, answer: Answer, entry: AuditEntry): string {
  const { as, purpose, data, states, auditEntry } = answer;
  return `
■ ${title.en}
  ${title.es}
  as / como ${as}, for / para ${purpose}

${table(rowsOf(data))}

  States / Estados: ${states.map(({ code, status, ms }) => `${code} ${status} (${String(ms)} ms)`).join(', ')}
  Withheld / Reservado:
${table(withheldRows(answer))}
  Log entry / Asiento de bitácora: ${String(auditEntry)}, ${whoAndHow(entry)}
${table(entryRows(entry))}`;
}

/** Each coordinate and reason once. */
function withheldRows({ withheld }: Answer): readonly Readonly<Record<string, unknown>>[] {
  const rows = withheld.map(({ state, coordinate, reason, records }) => ({
    state,
    coordinate,
    reason,
    records: records?.length ?? 'all',
  }));
  return [...new Map(rows.map((row) => [`${row.state} ${row.coordinate} ${row.reason}`, row])).values()];
}

function whoAndHow({ data: { requester, case: caseNumber, outcome } }: AuditEntry): string {
  return `${requester?.agency ?? '·'} ${requester?.officer ?? '·'}, ${caseNumber ?? '·'}: ${outcome.result}`;
}

/** What each State disclosed: a State that was asked more than once has more than one line. */
function entryRows({ data: { states } }: AuditEntry): readonly Readonly<Record<string, unknown>>[] {
  return states.map(({ code, records, shown, withheld, agreements }) => ({
    state: code,
    records:
      Object.entries(records)
        .map(([type, ids]) => `${String(ids.length)} ${type}`)
        .join(', ') || '0',
    shown: shown.length,
    withheld: withheld.length,
    agreements: agreements.join(', '),
  }));
}
