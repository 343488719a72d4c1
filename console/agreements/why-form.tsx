import type { ReactNode } from 'react';
import { countryName } from '../language.js';
import { SelectInput, TextInput } from '../parts/inputs.js';
import { useAnswer } from '../parts/use-asked.js';
import { type Purpose, purposes } from '../purposes.js';
import { useSession, useText } from '../session.js';
import { isComplete, type WhyDraft } from './draft.js';
import { whyTexts as texts } from './why-texts.js';
import { coordinatesOf, typesQuestion, whoAsksQuestion } from './words.js';

interface WhyFormProps {
  readonly draft: WhyDraft;
  readonly onDraft: (draft: WhyDraft) => void;
  readonly onExplain: () => void;
}

/** What to explain: whose field, to whom, for what, when. */
export function WhyForm({ draft, onDraft, onExplain }: WhyFormProps): ReactNode {
  const { language } = useSession();
  const text = useText();
  const who = useAnswer(whoAsksQuestion);
  const types = useAnswer(typesQuestion);
  const me = who.stage === 'ANSWERED' ? who.value.me : undefined;
  const states = who.stage === 'ANSWERED' ? who.value.memberStates.map(({ code }) => code) : [];
  const set = (name: keyof WhyDraft) => (value: string) => {
    onDraft({ ...draft, [name]: value });
  };
  const given = (name: keyof WhyDraft) => ({ name, value: draft[name], onValue: set(name) });
  const known = states.includes(draft.state) || draft.state === '' ? states : [draft.state, ...states];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onExplain();
      }}
    >
      <div className="inputs">
        <SelectInput
          label={text(texts.state)}
          {...given('state')}
          none={text(texts.choose)}
          options={known.map((code) => [code, `${code} ${countryName(code, language)}`])}
        />
        <TextInput
          label={text(texts.coordinate)}
          {...given('coordinate')}
          placeholder="Firearm.make"
          required
          choices={types.stage === 'ANSWERED' ? coordinatesOf(types.value) : []}
        />
        <SelectInput
          label={text(texts.purpose)}
          {...given('purpose')}
          none={text(texts.choose)}
          options={(Object.keys(purposes) as Purpose[]).map((code) => [code, text(purposes[code])])}
        />
        <TextInput label={text(texts.agency)} {...given('agency')} placeholder={me?.agency ?? ''} />
        <TextInput label={text(texts.roles)} {...given('roles')} placeholder={me?.roles.join(', ') ?? ''} />
        <TextInput label={text(texts.case)} {...given('case')} />
        <TextInput label={text(texts.at)} {...given('at')} type="datetime-local" />
      </div>
      <details>
        <summary>{text(texts.more)}</summary>
        <div className="inputs">
          <TextInput
            label={text(texts.by)}
            {...given('by')}
            placeholder="make, serialNumber"
            className="wide"
          />
          <TextInput
            label={text(texts.record)}
            {...given('record')}
            placeholder={text(texts.recordHint)}
            className="wide"
          />
        </div>
      </details>
      <div className="actions">
        <button type="submit" className="first" disabled={!isComplete(draft)}>
          {text(texts.explain)}
        </button>
      </div>
    </form>
  );
}
