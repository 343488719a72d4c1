import { type ReactNode, useState } from 'react';
import { AnswerView } from '../parts/answer-view.js';
import { TextInput } from '../parts/inputs.js';
import { Page } from '../parts/page.js';
import { useAnswer } from '../parts/use-asked.js';
import type { PageProps } from '../shell/page-props.js';
import { useText } from '../session.js';
import { auditTexts as texts } from './audit-texts.js';
import { entryQuestion } from './entries.js';
import { EntryView } from './entry-view.js';
import { ReceiptPanel } from './receipt-panel.js';
import { SealPanel } from './seal-panel.js';

/** An entry in full, whose number stands in the address. */
export default function EntryPage({ rest }: PageProps): ReactNode {
  const text = useText();
  const number = /^\d{1,9}$/u.test(rest) ? Number(rest) : undefined;
  const [wanted, setWanted] = useState(rest);
  const asked = useAnswer(number === undefined ? undefined : entryQuestion(number));
  return (
    <Page title={text(texts.entryTitle)} intro={text(texts.entryIntro)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          location.hash = `#/audit/entry/${wanted.trim()}`;
        }}
      >
        <div className="inputs">
          <TextInput label={text(texts.number)} name="number" value={wanted} onValue={setWanted} required />
        </div>
        <div className="actions">
          <button type="submit" className="first">
            {text(texts.open)}
          </button>
        </div>
      </form>
      <AnswerView asked={asked} before={text(texts.entryBefore)}>
        {({ auditEntry }) =>
          auditEntry === null ? (
            <p className="empty">{text(texts.entryNone)}</p>
          ) : (
            <div key={auditEntry.number}>
              <EntryView entry={auditEntry} />
              <ReceiptPanel number={auditEntry.number} />
              <SealPanel entry={auditEntry} />
            </div>
          )
        }
      </AnswerView>
    </Page>
  );
}
