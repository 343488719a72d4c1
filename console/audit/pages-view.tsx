import type { ReactNode } from 'react';
import { Refused, Waiting } from '../parts/answer-view.js';
import { useText } from '../session.js';
import { auditTexts as texts } from './audit-texts.js';
import { EntryTable } from './entry-table.js';
import type { Pages } from './use-pages.js';

interface PagesViewProps {
  readonly pages: Pages;
  readonly before: string;
  readonly none: string;
}

/** The entries that came, and the way to older ones. */
export function PagesView({ pages, before, none }: PagesViewProps): ReactNode {
  const text = useText();
  const { asked, entries, next, goOn } = pages;
  return (
    <section aria-live="polite">
      {asked.stage === 'NOT_YET' && <p className="empty">{before}</p>}
      {asked.stage === 'REFUSED' && <Refused problems={asked.problems} />}
      {asked.stage === 'ANSWERED' && entries.length === 0 && <p className="empty">{none}</p>}
      {asked.stage !== 'REFUSED' && entries.length > 0 && <EntryTable entries={entries} />}
      {asked.stage === 'ASKING' && <Waiting since={asked.since} />}
      {asked.stage === 'ANSWERED' && next !== undefined && (
        <p className="actions">
          <button type="button" onClick={goOn}>
            {text(texts.older)}
          </button>
        </p>
      )}
    </section>
  );
}
