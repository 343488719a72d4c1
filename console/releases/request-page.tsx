import { type ReactNode, useState } from 'react';
import { whoAsksQuestion } from '../agreements/words.js';
import { AnswerView } from '../parts/answer-view.js';
import { Page } from '../parts/page.js';
import { useAnswer, useAsking } from '../parts/use-asked.js';
import { useText } from '../session.js';
import { type Release, requestStep } from './release.js';
import { ReleaseCard } from './release-card.js';
import { releaseTexts as texts } from './release-texts.js';
import { emptyRequest, wantedOf } from './request.js';
import { RequestForm } from './request-form.js';

/** An agency asks for a record after a hit. */
export default function RequestPage(): ReactNode {
  const text = useText();
  const who = useAnswer(whoAsksQuestion);
  const [draft, setDraft] = useState(emptyRequest);
  const [asked, ask] = useAsking<{ readonly release: Release }>();
  return (
    <Page title={text(texts.askTitle)} intro={text(texts.askIntro)}>
      <RequestForm
        draft={draft}
        states={who.stage === 'ANSWERED' ? who.value.memberStates.map(({ code }) => code) : []}
        onDraft={setDraft}
        onSend={() => void ask(requestStep(wantedOf(draft)))}
      />
      <AnswerView asked={asked} before={text(texts.askBefore)}>
        {({ release }) => (
          <div className="card release">
            <p className="good">{text(texts.sent)}</p>
            <ReleaseCard release={release} onChange={() => undefined} />
          </div>
        )}
      </AnswerView>
    </Page>
  );
}
