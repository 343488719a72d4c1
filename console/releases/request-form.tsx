import type { ReactNode } from 'react';
import { countryName } from '../language.js';
import { SelectInput, TextInput } from '../parts/inputs.js';
import { type Purpose, purposes } from '../purposes.js';
import { useSession, useText } from '../session.js';
import { texts as common } from '../texts.js';
import { deadlineTexts, releaseTexts as texts } from './release-texts.js';
import type { RequestDraft } from './request.js';

interface RequestFormProps {
  readonly draft: RequestDraft;
  readonly states: readonly string[];
  readonly onDraft: (draft: RequestDraft) => void;
  readonly onSend: () => void;
}

/** Which record of which State is asked for, what of it, for what and why. */
export function RequestForm({ draft, states, onDraft, onSend }: RequestFormProps): ReactNode {
  const { language, declaration, declare } = useSession();
  const text = useText();
  const given = (name: keyof RequestDraft) => ({
    name,
    label: text(texts[name === 'fields' ? 'wanted' : name]),
    value: draft[name],
    onValue: (value: string) => {
      onDraft({ ...draft, [name]: value });
    },
  });
  const codes = Object.keys(purposes) as Purpose[];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      <div className="inputs">
        <SelectInput
          label={text(common.purpose)}
          name="purpose"
          value={declaration.purpose}
          onValue={(value) => {
            declare({ purpose: codes.find((code) => code === value) ?? '' });
          }}
          none={text(texts.choose)}
          options={codes.map((code) => [code, purposes[code][language]])}
        />
        <TextInput
          label={text(common.caseNumber)}
          name="case"
          value={declaration.caseNumber}
          onValue={(caseNumber) => {
            declare({ caseNumber });
          }}
          required
        />
        <SelectInput
          {...given('state')}
          none={text(texts.choose)}
          options={states.map((code) => [code, `${code} ${countryName(code, language)}`])}
        />
        <TextInput {...given('record')} placeholder="Person" required />
        <TextInput {...given('matchField')} placeholder="nationalIdentification" />
        <TextInput {...given('matchValue')} />
        <TextInput {...given('recordId')} placeholder="GT:Person:4711" />
        <TextInput {...given('fields')} placeholder="personName, birthDate" required />
        <SelectInput
          {...given('deadline')}
          onValue={(deadline) => {
            onDraft({ ...draft, deadline });
            // only what is urgent has eight hours
            const urgency = deadline === 'HOURS_8' ? 'URGENT' : 'ROUTINE';
            declare({ urgency, ...(urgency === 'URGENT' && { justification: draft.justification }) });
          }}
          options={Object.entries(deadlineTexts).map(([code, words]) => [code, words[language]])}
        />
        <TextInput
          {...given('justification')}
          onValue={(justification) => {
            onDraft({ ...draft, justification });
            if (draft.deadline === 'HOURS_8') declare({ justification });
          }}
          required
          className="wide"
        />
      </div>
      <div className="actions">
        <button type="submit" className="first" disabled={draft.state === ''}>
          {text(texts.send)}
        </button>
      </div>
    </form>
  );
}
