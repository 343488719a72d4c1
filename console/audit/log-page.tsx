import { type ReactNode, useEffect, useState } from 'react';
import { Page } from '../parts/page.js';
import { useSession, useText } from '../session.js';
import { auditTexts as texts } from './audit-texts.js';
import { logQuestion } from './entries.js';
import { ExportPanel } from './export-panel.js';
import { filterOf, lastFilter } from './filter.js';
import { FilterForm } from './filter-form.js';
import { PagesView } from './pages-view.js';
import { usePages } from './use-pages.js';

/** The log, searched by whatever entries have, and taken away as a file. */
export default function LogPage(): ReactNode {
  const { declaration } = useSession();
  const text = useText();
  const [draft, setDraft] = useState(lastFilter);
  const pages = usePages();
  const search = (): void => {
    const filter = filterOf(draft);
    pages.start((after) => logQuestion(filter, after));
  };
  useEffect(() => {
    // who comes back finds what was searched for
    if (declaration.token !== '' && Object.keys(filterOf(draft)).length > 0) search();
  }, []);
  return (
    <Page title={text(texts.logTitle)} intro={text(texts.logIntro)}>
      <FilterForm draft={draft} onDraft={setDraft} onAsk={search} action={text(texts.search)} />
      <ExportPanel filter={filterOf(draft)} />
      <PagesView pages={pages} before={text(texts.logBefore)} none={text(texts.none)} />
    </Page>
  );
}
