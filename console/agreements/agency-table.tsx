import type { ReactNode } from 'react';
import { type Purpose, purposes } from '../purposes.js';
import { useText } from '../session.js';
import { agreementTexts as texts, levelTexts, maskTexts } from './agreement-texts.js';
import type { AgencySharing, RecordSharing } from './sharing.js';

/** What States give to agencies, by record type and purpose, with the agreements that say so. */
export function AgencyTable({ sharing }: { readonly sharing: readonly AgencySharing[] }): ReactNode {
  const text = useText();
  return (
    <details>
      <summary>{text(texts.byAgency)}</summary>
      <div className="table" tabIndex={0} role="region" aria-label={text(texts.byAgency)}>
        <table>
          <thead>
            <tr>
              <th scope="col">{text(texts.agency)}</th>
              <th scope="col">{text(texts.record)}</th>
              <th scope="col">{text(texts.purpose)}</th>
              <th scope="col">{text(texts.shown)}</th>
              <th scope="col">{text(texts.agreements)}</th>
            </tr>
          </thead>
          <tbody>
            {sharing.flatMap(({ state, agency, records }) =>
              records.map((record) => (
                <tr key={`${state} ${agency} ${record.record} ${record.purpose}`}>
                  <th scope="row">
                    {state} → {agency}
                  </th>
                  <td>
                    <code>{record.record}</code>
                  </td>
                  <td>{text(purposes[record.purpose as Purpose])}</td>
                  <td>
                    <Shown record={record} />
                  </td>
                  <td>{record.agreements.join(', ')}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function Shown({
  record: { shown, masked, conditional, hitOn },
}: {
  readonly record: RecordSharing;
}): ReactNode {
  const text = useText();
  const some = (field: string): string => (conditional.includes(field) ? ` (${text(levelTexts.SOME)})` : '');
  return [
    ...shown.map((field) => `${field}${some(field)}`),
    ...masked.map(({ field, mask }) => {
      const words = maskTexts[mask];
      return `${field}: ${words === undefined ? mask : text(words)}${some(field)}`;
    }),
    ...hitOn.map((field) => `${field}: ${text(levelTexts.HIT)}`),
  ].join(', ');
}
