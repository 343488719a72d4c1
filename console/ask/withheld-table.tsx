import { Fragment, type ReactNode } from 'react';
import { leaveDraft } from '../agreements/draft.js';
import type { Account } from '../answer.js';
import { reasonInWords } from '../reasons.js';
import { useSession, useText } from '../session.js';
import { texts } from '../texts.js';

/** What is missing from the answer, and why. */
export function WithheldTable({ withheld }: Pick<Account, 'withheld'>): ReactNode {
  const { language, declaration } = useSession();
  const text = useText();
  return (
    <table className="withheld">
      <caption>
        {text(texts.withheld)} ({withheld.length})
      </caption>
      <thead>
        <tr>
          <th scope="col">{text(texts.state)}</th>
          <th scope="col">{text(texts.coordinate)}</th>
          <th scope="col">{text(texts.reason)}</th>
          <th scope="col">{text(texts.agreement)}</th>
        </tr>
      </thead>
      <tbody>
        {withheld.map(({ state, coordinate, reason, agreement, records }, index) => (
          <tr key={index}>
            <th scope="row">
              <code>{state}</code>
            </th>
            <td>
              <Coordinate coordinate={coordinate} />
              {records !== undefined && (
                <small title={records.join('\n')}>
                  {' '}
                  {text(texts.inRecords)} {records.length}
                </small>
              )}
            </td>
            <td title={reason}>
              <Reason
                state={state}
                coordinate={coordinate}
                purpose={declaration.purpose}
                words={reasonInWords(reason, language)}
              />
            </td>
            <td>{agreement ?? '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** May break at its dot, so that narrow panes need not break names. */
function Coordinate({ coordinate }: { readonly coordinate: string }): ReactNode {
  const [type, ...fields] = coordinate.split('.');
  return (
    <code>
      {type}
      {fields.map((field) => (
        <Fragment key={field}>
          <wbr />.{field}
        </Fragment>
      ))}
    </code>
  );
}

interface ReasonProps {
  readonly state: string;
  readonly coordinate: string;
  readonly purpose: string;
  readonly words: string;
}

/** A reason, which leads to the page that explains it where it is about one field. */
function Reason({ state, coordinate, purpose, words }: ReasonProps): ReactNode {
  const text = useText();
  if (!coordinate.includes('.')) return words;
  return (
    <a
      href="#/agreements/why"
      title={text(texts.explainThis)}
      onClick={() => {
        leaveDraft({ state, coordinate, purpose });
      }}
    >
      {words}
    </a>
  );
}
