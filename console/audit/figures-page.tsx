import { type ReactNode, useState } from 'react';
import { countryName } from '../language.js';
import { AnswerView } from '../parts/answer-view.js';
import { Bars } from '../parts/bars.js';
import { Columns } from '../parts/columns.js';
import { Page } from '../parts/page.js';
import { useAsking } from '../parts/use-asked.js';
import { useSession, useText } from '../session.js';
import { auditTexts as texts } from './audit-texts.js';
import { inWords, outcomes, purposeInWords } from './codes.js';
import { type Count, dayOf, type Figures, figuresQuestion } from './figures.js';
import { filterOf, lastFilter } from './filter.js';
import { FilterForm } from './filter-form.js';

/** How entries are distributed, as pictures with their figures. */
export default function FiguresPage(): ReactNode {
  const text = useText();
  const [draft, setDraft] = useState(lastFilter);
  const [asked, ask] = useAsking<{ readonly auditCounts: Figures }>();
  return (
    <Page title={text(texts.figuresTitle)} intro={text(texts.figuresIntro)}>
      <FilterForm
        draft={draft}
        onDraft={setDraft}
        onAsk={() => {
          void ask(figuresQuestion(filterOf(draft)));
        }}
        action={text(texts.count)}
      />
      <AnswerView asked={asked} before={text(texts.figuresBefore)}>
        {({ auditCounts }) => <Pictures figures={auditCounts} />}
      </AnswerView>
    </Page>
  );
}

function Pictures({ figures }: { readonly figures: Figures }): ReactNode {
  const { language } = useSession();
  const text = useText();
  const named = (counts: readonly Count[], nameOf: (value: string) => string): readonly Count[] =>
    counts.map(({ value, count }) => ({ value: nameOf(value), count }));
  const states = named(figures.byState, (code) => `${code} ${countryName(code, language)}`);
  const purposes = named(figures.byPurpose, (code) => purposeInWords(code, language));
  const ends = named(figures.byOutcome, (code) => inWords(outcomes, code, language));
  return (
    <>
      <p>
        {text(texts.total)}: <strong className="total">{figures.total}</strong>
      </p>
      <div className="cards">
        <Bars title={text(texts.byAgency)} counts={figures.byAgency} none={text(texts.nothingCounted)} />
        <Bars title={text(texts.byPurpose)} counts={purposes} none={text(texts.nothingCounted)} />
        <Columns title={text(texts.byHour)} counts={dayOf(figures.byHour)} />
        <Bars title={text(texts.byState)} counts={states} none={text(texts.nothingCounted)} />
        <Bars title={text(texts.byOutcome)} counts={ends} none={text(texts.nothingCounted)} />
      </div>
    </>
  );
}
