import type { ReactNode } from 'react';
import { countryName } from '../language.js';
import { useSession, useText } from '../session.js';
import { agreementTexts as texts, levelMarks, levelTexts } from './agreement-texts.js';
import { AgencyTable } from './agency-table.js';
import { compare, type ComparedField, countryOf, type GivenByStates, levels } from './balance.js';
import type { AgencySharing } from './sharing.js';

interface ComparisonProps {
  readonly state: string;
  readonly other: string;
  readonly given: GivenByStates;
  readonly sharing: readonly AgencySharing[];
}

/** What two States give each other, field beside field, then agency by agency. */
export function Comparison({ state, other, given, sharing }: ComparisonProps): ReactNode {
  const { language } = useSession();
  const text = useText();
  const records = compare(given(state, other), given(other, state));
  const between = sharing.filter(
    (one) =>
      (one.state === state && countryOf(one.agency) === other) ||
      (one.state === other && countryOf(one.agency) === state),
  );
  const names = [state, other].map((code) => countryName(code, language));
  return (
    <section className="comparison" aria-live="polite">
      <h2>{names.join(' · ')}</h2>
      {records.length === 0 && <p className="empty">{text(texts.neither)}</p>}
      {records.length > 0 && (
        <>
          <p className="quiet">
            {text(texts.oneway)}
            {levels
              .filter((level) => level !== 'SHOWN')
              .map((level) => ` ${levelMarks[level]} ${text(levelTexts[level])}.`)
              .join('')}
          </p>
          <div className="table" tabIndex={0} role="region" aria-label={names.join(' · ')}>
            <table className="compared">
              <thead>
                <tr>
                  <th scope="col">{text(texts.record)}</th>
                  {[names, [...names].reverse()].map(([giver = '', receiver = '']) => (
                    <th scope="col" key={giver}>
                      {giver} → {receiver}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {records.map(({ record, gives, gets }) => (
                  <tr key={record}>
                    <th scope="row">
                      <code>{record}</code>
                    </th>
                    <td>
                      <Fields fields={gives} />
                    </td>
                    <td>
                      <Fields fields={gets} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <AgencyTable sharing={between} />
        </>
      )}
    </section>
  );
}

function Fields({ fields }: { readonly fields: readonly ComparedField[] }): ReactNode {
  const text = useText();
  if (fields.length === 0) return <span className="quiet">{text(texts.nothing)}</span>;
  return (
    <ul className="tags">
      {fields.map(({ field, level, isMore }) => (
        <li key={field} className={isMore ? 'tag oneway' : 'tag'}>
          <code>{field}</code>
          {level !== 'SHOWN' && (
            <span role="img" aria-label={text(levelTexts[level])} title={text(levelTexts[level])}>
              {' '}
              {levelMarks[level]}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
