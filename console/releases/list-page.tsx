import { type ReactNode, useState } from 'react';
import { countryName } from '../language.js';
import { Refused, Waiting } from '../parts/answer-view.js';
import { whoAsksQuestion } from '../agreements/words.js';
import { SelectInput } from '../parts/inputs.js';
import { Page } from '../parts/page.js';
import { useAnswer, useAsking } from '../parts/use-asked.js';
import { useSession, useText } from '../session.js';
import { type Release, type ReleasePage, releasesQuestion } from './release.js';
import { ReleaseCard } from './release-card.js';
import { releaseTexts as texts, statusTexts } from './release-texts.js';

/** Requests for release of one State, to follow or to decide. */
export default function ListPage(): ReactNode {
  const { language } = useSession();
  const text = useText();
  const who = useAnswer(whoAsksQuestion);
  const states = who.stage === 'ANSWERED' ? who.value.memberStates.map(({ code }) => code) : [];
  const [state, setState] = useState('');
  const [status, setStatus] = useState('');
  const [asked, ask] = useAsking<{ readonly releaseRequests: ReleasePage }>();
  const [releases, setReleases] = useState<readonly Release[]>([]);
  const [next, setNext] = useState<string | null>(null);
  const look = async (before: readonly Release[], after: string | undefined): Promise<void> => {
    const answer = await ask(releasesQuestion(state, status, after));
    if (answer === undefined) return;
    setReleases([...before, ...answer.releaseRequests.requests]);
    setNext(answer.releaseRequests.next);
  };
  const replace = (changed: Release): void => {
    setReleases((before) => before.map((one) => (one.id === changed.id ? changed : one)));
  };
  return (
    <Page title={text(texts.listTitle)} intro={text(texts.listIntro)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void look([], undefined);
        }}
      >
        <div className="inputs">
          <SelectInput
            label={text(texts.state)}
            name="state"
            value={state}
            onValue={setState}
            none={text(texts.choose)}
            options={states.map((code) => [code, `${code} ${countryName(code, language)}`])}
          />
          <SelectInput
            label={text(texts.status)}
            name="status"
            value={status}
            onValue={setStatus}
            none={text(texts.all)}
            options={Object.entries(statusTexts).map(([code, words]) => [code, words[language]])}
          />
        </div>
        <div className="actions">
          <button type="submit" className="first" disabled={state === ''}>
            {text(texts.look)}
          </button>
        </div>
      </form>
      <section aria-live="polite">
        {asked.stage === 'NOT_YET' && <p className="empty">{text(texts.listBefore)}</p>}
        {asked.stage === 'REFUSED' && <Refused problems={asked.problems} />}
        {asked.stage === 'ANSWERED' && releases.length === 0 && <p className="empty">{text(texts.none)}</p>}
        {asked.stage === 'ASKING' && <Waiting since={asked.since} />}
        {asked.stage !== 'REFUSED' && (
          <ul className="releases">
            {releases.map((release) => (
              <li key={release.id} className="card release">
                <ReleaseCard release={release} onChange={replace} />
              </li>
            ))}
          </ul>
        )}
        {asked.stage === 'ANSWERED' && next !== null && (
          <button type="button" onClick={() => void look(releases, next)}>
            {text(texts.older)}
          </button>
        )}
      </section>
    </Page>
  );
}
