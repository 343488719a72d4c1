import type { ReactNode } from 'react';
import { countryName } from '../language.js';
import { Moment } from '../parts/moment.js';
import { type Purpose, purposes } from '../purposes.js';
import { useSession, useText } from '../session.js';
import { DecidePanel } from './decide-panel.js';
import type { Release } from './release.js';
import { releaseTexts as texts, statusTexts } from './release-texts.js';

const tones: Readonly<Record<string, string>> = { APPROVED: 'good', REFUSED: 'failed', EXPIRED: 'failed' };

interface ReleaseCardProps {
  readonly release: Release;
  readonly onChange: (release: Release) => void;
}

/** A request for release: who asks for what, how far it is, and what its reader can do about it. */
export function ReleaseCard({ release, onChange }: ReleaseCardProps): ReactNode {
  const { language } = useSession();
  const text = useText();
  const { status, match, recordId, reason, released, proposal } = release;
  const isOpen = status === 'REQUESTED' || status === 'PROPOSED';
  const by = recordId ?? match.map(({ field, value }) => `${field} = ${value}`).join(', ');
  return (
    <>
      <h2>
        <code>{release.record}</code> · {countryName(release.state, language)} ·{' '}
        <span className={tones[status] ?? 'decided'}>{statusTexts[status]?.[language] ?? status}</span>
      </h2>
      <dl className="facts">
        <Fact term={text(texts.asks)}>
          {release.officer} · {release.agency}
        </Fact>
        <Fact term={text(texts.whatFor)}>
          {text(purposes[release.purpose as Purpose])} · {release.case}
        </Fact>
        <Fact term={text(texts.found)}>{by}</Fact>
        <Fact term={text(texts.fields)}>{release.fields.join(', ')}</Fact>
        <Fact term={text(texts.asked)}>
          <Moment at={release.requestedAt} />
        </Fact>
        {isOpen && (
          <Fact term={text(texts.due)}>
            <Moment at={release.dueAt} />
          </Fact>
        )}
        {release.justification !== null && (
          <Fact term={text(texts.justification)}>{release.justification}</Fact>
        )}
        {proposal !== null && (
          <Fact term={text(texts.proposal)}>
            {proposal.records.join(', ')}: {proposal.fields.join(', ')} · {text(texts.until)} {proposal.until}{' '}
            · {proposal.legalBasis.join('; ')} · {text(texts.by)} {proposal.officer} ({proposal.agency})
            {proposal.minors && ` · ${text(texts.withMinors)}`}
          </Fact>
        )}
        {reason !== null && <Fact term={text(texts.reason)}>{reason}</Fact>}
        {released !== null && (
          <Fact term={text(texts.released)}>
            {released.records.join(', ')}: {released.fields.join(', ')} · {text(texts.until)} {released.until}{' '}
            · {text(texts.agreement)} {released.agreement}. {text(texts.readIt)}
          </Fact>
        )}
      </dl>
      {isOpen && release.candidates !== null && <DecidePanel release={release} onChange={onChange} />}
    </>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }): ReactNode {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}
