import type { ReactNode } from 'react';
import { statuses } from '../ask/statuses.js';
import { countryName } from '../language.js';
import { reasonInWords } from '../reasons.js';
import { useSession, useText } from '../session.js';
import type { Entry } from './entries.js';
import { entryTexts as texts } from './entry-texts.js';

/** What one State disclosed and withheld, on which basis. */
export function EntryStateView({ state }: { readonly state: Entry['states'][number] }): ReactNode {
  const { language } = useSession();
  const text = useText();
  const { code, status, ms, agreements, legalBasis, records, shown, withheld } = state;
  return (
    <section className="card entry-state">
      <h3>
        <code>{code}</code> {countryName(code, language)} ·{' '}
        <span className={statuses[status]?.tone ?? 'failed'}>{statuses[status]?.[language] ?? status}</span>
        {ms !== null && ` · ${String(Math.round(ms))} ms`}
      </h3>
      <dl className="facts">
        <dt>{text(texts.disclosed)}</dt>
        <dd>
          <Codes items={records} />
        </dd>
        <dt>{text(texts.shown)}</dt>
        <dd>
          <Codes items={shown} />
        </dd>
        <dt>{text(texts.withheld)}</dt>
        <dd>
          {withheld.length === 0 && <span className="quiet">{text(texts.nothing)}</span>}
          <ul className="tags">
            {withheld.map((one, place) => (
              <li key={place} className="tag" title={one.records?.join('\n')}>
                <code>{one.coordinate}</code> {reasonInWords(one.reason, language)}
                {one.agreement !== null && ` (${one.agreement})`}
                {one.records !== null && ` · ${String(one.records.length)}`}
              </li>
            ))}
          </ul>
        </dd>
        <dt>{text(texts.basis)}</dt>
        <dd>{[...agreements, ...legalBasis].join('; ') || '—'}</dd>
        {state.agreementsDigest !== null && (
          <>
            <dt>{text(texts.texts)}</dt>
            <dd>
              <code>{state.agreementsDigest}</code>
            </dd>
          </>
        )}
        {state.jti !== null && (
          <>
            <dt>{text(texts.jti)}</dt>
            <dd>
              <code>{state.jti}</code>
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

function Codes({ items }: { readonly items: readonly string[] }): ReactNode {
  const text = useText();
  if (items.length === 0) return <span className="quiet">{text(texts.nothing)}</span>;
  return (
    <ul className="tags">
      {items.map((item) => (
        <li key={item} className="tag">
          <code>{item}</code>
        </li>
      ))}
    </ul>
  );
}
