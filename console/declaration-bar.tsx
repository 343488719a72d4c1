import type { ReactNode } from 'react';
import type { Problem } from './answer.js';
import { Field } from './field.js';
import type { Language } from './language.js';
import { ProblemList } from './problem-list.js';
import { type Purpose, purposes } from './purposes.js';
import { useSession, useText } from './session.js';
import { texts } from './texts.js';
import { TokenNote } from './token-note.js';

interface DeclarationBarProps {
  readonly onLanguage: (language: Language) => void;
  /** Why the gateway did not give its schema. */
  readonly refusals: readonly Problem[];
}

const purposeCodes = Object.keys(purposes) as Purpose[];

/** Who asks, what for, for which case, and how urgently: what becomes the headers of every request. */
export function DeclarationBar({ onLanguage, refusals }: DeclarationBarProps): ReactNode {
  const { declaration, declare } = useSession();
  const text = useText();
  return (
    <header className="graphiql-container bar" aria-label={text(texts.declaration)}>
      <div className="brand">
        <strong>Istmo</strong>
        <span>{text(texts.subtitle)}</span>
      </div>
      <div className="fields">
        <Field label={text(texts.token)} header="Authorization" className="field-token">
          <input
            name="token"
            type="text"
            autoComplete="off"
            spellCheck={false}
            placeholder="eyJ…"
            value={declaration.token}
            onChange={({ target }) => {
              declare({ token: target.value });
            }}
          />
        </Field>
        <Field label={text(texts.purpose)} header="Istmo-Purpose" className="field-purpose">
          <select
            name="purpose"
            value={declaration.purpose}
            onChange={({ target }) => {
              declare({ purpose: purposeCodes.find((code) => code === target.value) ?? '' });
            }}
          >
            <option value="">{text(texts.noPurpose)}</option>
            {purposeCodes.map((code) => (
              <option key={code} value={code} title={code}>
                {text(purposes[code])}
              </option>
            ))}
          </select>
        </Field>
        <Field label={text(texts.caseNumber)} header="Istmo-Case" className="field-case">
          <input
            name="case"
            autoComplete="off"
            spellCheck={false}
            maxLength={64}
            value={declaration.caseNumber}
            onChange={({ target }) => {
              declare({ caseNumber: target.value });
            }}
          />
        </Field>
        <Field label={text(texts.urgency)} header="Istmo-Urgency" className="field-urgency">
          <select
            name="urgency"
            value={declaration.urgency}
            onChange={({ target }) => {
              declare({ urgency: target.value === 'URGENT' ? 'URGENT' : 'ROUTINE' });
            }}
          >
            <option value="ROUTINE">{text(texts.ROUTINE)}</option>
            <option value="URGENT">{text(texts.URGENT)}</option>
          </select>
        </Field>
        {declaration.urgency === 'URGENT' && (
          <Field
            label={text(texts.justification)}
            header="Istmo-Justification"
            className="field-justification"
          >
            <input
              name="justification"
              autoComplete="off"
              value={declaration.justification}
              onChange={({ target }) => {
                declare({ justification: target.value });
              }}
            />
          </Field>
        )}
      </div>
      <LanguageSwitch onLanguage={onLanguage} />
      <TokenNote />
      {refusals.length > 0 && (
        <div className="schema-refused" role="alert">
          {text(texts.schemaRefused)} <ProblemList problems={refusals} />
        </div>
      )}
    </header>
  );
}

function LanguageSwitch({ onLanguage }: Pick<DeclarationBarProps, 'onLanguage'>): ReactNode {
  const { language } = useSession();
  const text = useText();
  return (
    <div className="languages" role="group" aria-label={text(texts.language)}>
      {(['es', 'en'] as const).map((code) => (
        <button
          key={code}
          type="button"
          lang={code}
          aria-label={code === 'es' ? 'Español' : 'English'}
          aria-pressed={language === code}
          onClick={() => {
            onLanguage(code);
          }}
        >
          {code.toUpperCase()}
        </button>
      ))}
    </div>
  );
}
