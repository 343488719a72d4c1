import { type ReactNode, useState } from 'react';
import { AnswerView } from '../parts/answer-view.js';
import { Page } from '../parts/page.js';
import { useAsking } from '../parts/use-asked.js';
import { useSession, useText } from '../session.js';
import { auditTexts as texts } from './audit-texts.js';
import { inWords, signKinds } from './codes.js';
import { type Sign, type SignReport, signsQuestion } from './figures.js';
import { filterOf, lastFilter } from './filter.js';
import { FilterForm } from './filter-form.js';

/** Entries that are listed with a sign at first. */
const listed = 12;

/** Simple signs of misuse, each explained, with the entries in which it was seen. */
export default function SignsPage(): ReactNode {
  const text = useText();
  const [draft, setDraft] = useState(lastFilter);
  const [asked, ask] = useAsking<{ readonly auditSignReport: SignReport }>();
  return (
    <Page title={text(texts.signsTitle)} intro={text(texts.signsIntro)}>
      <FilterForm
        draft={draft}
        onDraft={setDraft}
        onAsk={() => {
          void ask(signsQuestion(filterOf(draft)));
        }}
        action={text(texts.examine)}
      />
      <AnswerView asked={asked} before={text(texts.signsBefore)}>
        {({ auditSignReport }) => <ReportView report={auditSignReport} />}
      </AnswerView>
    </Page>
  );
}

function ReportView({ report }: { readonly report: SignReport }): ReactNode {
  const { language } = useSession();
  const text = useText();
  const { signs, found, complete } = report;
  return (
    <>
      <p className={complete ? 'quiet' : undefined}>
        {language === 'es' ? report.explanationSpanish : report.explanationEnglish}
      </p>
      {signs.length === 0 ? (
        <p className="empty">{text(texts.signsNone)}</p>
      ) : (
        <>
          <p>
            {text(texts.signsFound)}:{' '}
            {found
              .map(({ value, count }) => `${inWords(signKinds, value, language)} ${String(count)}`)
              .join('; ')}
          </p>
          <ul className="cards">
            {signs.map((sign) => (
              <li key={`${sign.kind} ${sign.subject}`} className="card sign">
                <SignView sign={sign} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function SignView({ sign }: { readonly sign: Sign }): ReactNode {
  const { language } = useSession();
  const text = useText();
  const { kind, subject, entries } = sign;
  return (
    <>
      <strong title={kind}>{inWords(signKinds, kind, language)}</strong>
      <p>
        <code>{subject}</code>
      </p>
      <p>{language === 'es' ? sign.explanationSpanish : sign.explanationEnglish}</p>
      <p className="quiet">
        {text(texts.entries)}:{' '}
        {entries.slice(0, listed).map((number) => (
          <a key={number} href={`#/audit/entry/${String(number)}`}>
            {number}{' '}
          </a>
        ))}
        {entries.length > listed && text(texts.more)}
      </p>
    </>
  );
}
