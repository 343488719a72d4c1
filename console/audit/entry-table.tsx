import type { ReactNode } from 'react';
import { Moment } from '../parts/moment.js';
import { useSession, useText } from '../session.js';
import { auditTexts as texts } from './audit-texts.js';
import { codeInWords, entryTypes, inWords, outcomes, purposeInWords } from './codes.js';
import type { EntryRow } from './entries.js';

const tones: Readonly<Record<string, string>> = { ANSWERED: 'good', PARTIAL: 'decided', REFUSED: 'failed' };

/** Entries as a table, each leading to its page. */
export function EntryTable({ entries }: { readonly entries: readonly EntryRow[] }): ReactNode {
  const { language } = useSession();
  const text = useText();
  return (
    <div className="table" tabIndex={0} role="region" aria-label={text(texts.entries)}>
      <table className="entries">
        <thead>
          <tr>
            <th scope="col">{text(texts.number)}</th>
            <th scope="col">{text(texts.time)}</th>
            <th scope="col">{text(texts.agency)}</th>
            <th scope="col">{text(texts.officer)}</th>
            <th scope="col">{text(texts.purpose)}</th>
            <th scope="col">{text(texts.case)}</th>
            <th scope="col">{text(texts.states)}</th>
            <th scope="col" className="number">
              {text(texts.records)}
            </th>
            <th scope="col">{text(texts.outcome)}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.number}>
              <th scope="row">
                <a href={`#/audit/entry/${String(entry.number)}`}>{entry.number}</a>
              </th>
              <td>
                <Moment at={entry.time} />
              </td>
              <td>{entry.agency ?? '—'}</td>
              <td>{entry.officer ?? '—'}</td>
              <td>{whatFor(entry, language)}</td>
              <td>{entry.case ?? '—'}</td>
              <td>{entry.states.map(({ code }) => code).join(' ')}</td>
              <td className="number">{entry.states.flatMap(({ records }) => records).length}</td>
              <td title={entry.code ?? entry.outcome}>
                <span className={tones[entry.outcome] ?? 'failed'}>
                  {entry.code === null
                    ? inWords(outcomes, entry.outcome, language)
                    : codeInWords(entry.code, language)}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The purpose of a query; what else it is, where it is none. */
function whatFor({ type, purpose }: EntryRow, language: 'es' | 'en'): string {
  return purpose === null ? inWords(entryTypes, type, language) : purposeInWords(purpose, language);
}
