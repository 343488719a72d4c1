import type { ReactNode } from 'react';
import { errorKinds } from '../../common/error-kinds.js';
import { withholdingReasons } from '../../common/withheld.js';
import { SelectInput, TextInput } from '../parts/inputs.js';
import { type Purpose, purposes } from '../purposes.js';
import { useSession, useText } from '../session.js';
import { auditTexts as texts } from './audit-texts.js';
import { codeInWords, entryTypes, outcomes } from './codes.js';
import { emptyFilter, type FilterDraft, leaveFilter } from './filter.js';

interface FilterFormProps {
  readonly draft: FilterDraft;
  readonly onDraft: (draft: FilterDraft) => void;
  readonly onAsk: () => void;
  /** What the button says. */
  readonly action: string;
}

/** What entries are looked for by: all that is filled in must fit. */
export function FilterForm({ draft, onDraft, onAsk, action }: FilterFormProps): ReactNode {
  const { language } = useSession();
  const text = useText();
  const change = (changed: FilterDraft): void => {
    leaveFilter(changed);
    onDraft(changed);
  };
  const given = (name: keyof FilterDraft) => ({
    name,
    label: text(texts[name]),
    value: draft[name],
    onValue: (value: string) => {
      change({ ...draft, [name]: value });
    },
  });
  const words = (table: Readonly<Record<string, { readonly es: string; readonly en: string }>>) =>
    Object.entries(table).map(([code, word]) => [code, word[language]] as const);
  const any = text(texts.any);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onAsk();
      }}
    >
      <div className="inputs">
        <TextInput {...given('from')} type="datetime-local" />
        <TextInput {...given('until')} type="datetime-local" />
        <TextInput {...given('agency')} placeholder="US-ATF" />
        <TextInput {...given('officer')} />
        <SelectInput
          {...given('purpose')}
          none={any}
          options={(Object.keys(purposes) as Purpose[]).map((code) => [code, purposes[code][language]])}
        />
        <TextInput {...given('case')} />
        <TextInput {...given('state')} placeholder="GT" />
        <TextInput {...given('record')} placeholder="GT:Firearm:4711" />
        <TextInput {...given('coordinate')} placeholder="Firearm.make" />
        <SelectInput {...given('outcome')} none={any} options={words(outcomes)} />
        <SelectInput
          {...given('reason')}
          none={any}
          options={[...withholdingReasons, ...Object.keys(errorKinds)].map((code) => [
            code,
            codeInWords(code, language),
          ])}
        />
        <SelectInput {...given('type')} none={any} options={words(entryTypes)} />
      </div>
      <div className="actions">
        <button type="submit" className="first">
          {action}
        </button>
        <button
          type="button"
          onClick={() => {
            change(emptyFilter);
          }}
        >
          {text(texts.clear)}
        </button>
      </div>
    </form>
  );
}
