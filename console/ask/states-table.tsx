import type { ReactNode } from 'react';
import type { Account } from '../answer.js';
import { countryName } from '../language.js';
import { useSession, useText } from '../session.js';
import { statuses } from './statuses.js';
import { texts } from '../texts.js';

/** Which States were asked, and how each answered. */
export function StatesTable({ states }: Pick<Account, 'states'>): ReactNode {
  const { language } = useSession();
  const text = useText();
  return (
    <table className="states">
      <caption>{text(texts.states)}</caption>
      <thead>
        <tr>
          <th scope="col">{text(texts.state)}</th>
          <th scope="col">{text(texts.status)}</th>
          <th scope="col" className="number">
            {text(texts.milliseconds)}
          </th>
        </tr>
      </thead>
      <tbody>
        {states.map(({ code, status, ms }) => (
          <tr key={code}>
            <th scope="row">
              <code>{code}</code> {countryName(code, language)}
            </th>
            <td>
              <span className={statuses[status]?.tone ?? 'failed'} title={status}>
                {statuses[status]?.[language] ?? status}
              </span>
            </td>
            <td className="number">{Math.round(ms)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
