import { type ReactNode, useEffect, useState } from 'react';
import { AnswerView } from '../parts/answer-view.js';
import { momentOf } from '../parts/moment.js';
import { Page } from '../parts/page.js';
import { useAsking } from '../parts/use-asked.js';
import { useSession, useText } from '../session.js';
import { isComplete, lastDraft, leaveDraft, variablesOf, type WhyDraft } from './draft.js';
import { type Explanation, whyQuestion } from './explanation.js';
import { ExplanationView } from './explanation-view.js';
import { WhyForm } from './why-form.js';
import { whyTexts as texts } from './why-texts.js';

/** Why a State shows a field or does not: `istmo policy explain` as a page. */
export default function WhyPage(): ReactNode {
  const { declaration } = useSession();
  const text = useText();
  const [draft, setDraft] = useState(lastDraft);
  const [asked, ask] = useAsking<{ readonly explain: Explanation }>();
  const explain = (of: WhyDraft): void => {
    void ask(whyQuestion(variablesOf(of, momentOf(of.at))));
  };
  useEffect(() => {
    // something was left to be asked
    if (isComplete(draft) && declaration.token !== '') explain(draft);
  }, []);
  return (
    <Page title={text(texts.title)} intro={text(texts.intro)}>
      <WhyForm
        draft={draft}
        onDraft={(changed) => {
          setDraft(changed);
          leaveDraft(changed);
        }}
        onExplain={() => {
          explain(draft);
        }}
      />
      <AnswerView asked={asked} before={text(texts.before)}>
        {(value) => <ExplanationView explanation={value.explain} />}
      </AnswerView>
    </Page>
  );
}
