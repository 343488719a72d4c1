import type { ReactNode } from 'react';
import { countryName } from '../language.js';
import { type Purpose, purposes } from '../purposes.js';
import { useSession, useText } from '../session.js';
import { maskTexts } from './agreement-texts.js';
import type { Explanation, GrantAccount } from './explanation.js';
import { whyTexts as texts } from './why-texts.js';

/** The decision, the grants that give the field, and those that nearly do. */
export function ExplanationView({ explanation }: { readonly explanation: Explanation }): ReactNode {
  const { language } = useSession();
  const text = useText();
  const { state, coordinate, agency, roles, purpose, date, verdict, applied, near } = explanation;
  const words = language === 'es' ? explanation.verdictSpanish : explanation.verdictEnglish;
  return (
    <section aria-live="polite">
      <p className={`verdict ${verdict}`}>
        <code>{coordinate}</code> · {countryName(state, language)}: <strong>{words}</strong>
      </p>
      <dl className="facts">
        <dt>{text(texts.asked)}</dt>
        <dd>
          {agency}
          {roles.length > 0 && ` (${roles.join(', ')})`}, {text(purposes[purpose as Purpose])}
        </dd>
        <dt>{text(texts.on)}</dt>
        <dd>
          {date}. {text(explanation.isFromHistory ? texts.fromHistory : texts.fromNow)}
        </dd>
        <dt>{text(texts.digest)}</dt>
        <dd>
          <code>{explanation.agreementsDigest}</code>
        </dd>
      </dl>
      {explanation.areMinorsProtected && <p>{text(texts.minors)}</p>}
      <h2>{text(texts.applied)}</h2>
      <Grants accounts={applied} none={text(texts.noneApplied)} />
      <h2>{text(texts.near)}</h2>
      <Grants accounts={near} none={text(texts.noneNear)} />
    </section>
  );
}

interface GrantsProps {
  readonly accounts: readonly GrantAccount[];
  readonly none: string;
}

function Grants({ accounts, none }: GrantsProps): ReactNode {
  if (accounts.length === 0) return <p className="quiet">{none}</p>;
  return (
    <ul className="cards">
      {accounts.map((account) => (
        <li key={`${account.agreement} ${String(account.grant)}`} className="card">
          <Grant account={account} />
        </li>
      ))}
    </ul>
  );
}

function Grant({ account }: { readonly account: GrantAccount }): ReactNode {
  const { language } = useSession();
  const text = useText();
  const { agreement, grant, mask, hitOn, legalBasis, lacking } = account;
  const where = language === 'es' ? account.whereSpanish : account.whereEnglish;
  return (
    <>
      <strong>{agreement}</strong>{' '}
      <span className="quiet">
        {text(texts.grant)} {grant}
      </span>
      <dl className="facts">
        {lacking.length > 0 && (
          <>
            <dt>{text(texts.lacks)}</dt>
            <dd>
              <ul className="tags">
                {lacking.map(({ kind, english, spanish }) => (
                  <li key={kind} className="tag oneway" title={kind}>
                    {language === 'es' ? spanish : english}
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
        {mask !== null && (
          <>
            <dt>{text(texts.shows)}</dt>
            <dd>{maskTexts[mask]?.[language] ?? mask}</dd>
          </>
        )}
        {hitOn.length > 0 && (
          <>
            <dt>{text(texts.hitOn)}</dt>
            <dd>{hitOn.join(', ')}</dd>
          </>
        )}
        {where !== null && (
          <>
            <dt>{text(texts.where)}</dt>
            <dd>{where}</dd>
          </>
        )}
        <dt>{text(texts.legalBasis)}</dt>
        <dd>{legalBasis.join('; ')}</dd>
      </dl>
    </>
  );
}
