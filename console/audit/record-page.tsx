import { type ReactNode, useState } from 'react';
import { TextInput } from '../parts/inputs.js';
import { Page } from '../parts/page.js';
import { useText } from '../session.js';
import { auditTexts as texts } from './audit-texts.js';
import { accessesQuestion } from './entries.js';
import { lastFilter } from './filter.js';
import { PagesView } from './pages-view.js';
import { usePages } from './use-pages.js';

/** Who has ever read a record. Its id stands in no address. */
export default function RecordPage(): ReactNode {
  const text = useText();
  const [record, setRecord] = useState(() => lastFilter().record);
  const pages = usePages();
  return (
    <Page title={text(texts.recordTitle)} intro={text(texts.recordIntro)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          pages.start((after) => accessesQuestion(record.trim(), after));
        }}
      >
        <div className="inputs">
          <TextInput
            label={text(texts.record)}
            name="record"
            value={record}
            onValue={setRecord}
            placeholder="SV:Firearm:A-000000"
            required
            className="wide"
          />
        </div>
        <div className="actions">
          <button type="submit" className="first">
            {text(texts.search)}
          </button>
        </div>
      </form>
      <PagesView pages={pages} before={text(texts.recordBefore)} none={text(texts.recordNone)} />
    </Page>
  );
}
