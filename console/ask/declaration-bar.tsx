import type { ReactNode } from 'react';
import type { Problem } from '../answer.js';
import { Field } from './field.js';
import { ProblemList } from '../problem-list.js';
import { type Purpose, purposes } from '../purposes.js';
import { useSession, useText } from '../session.js';
import { texts } from '../texts.js';

interface DeclarationBarProps {
  /** Why the gateway did not give its schema. */
  readonly refusals: readonly Problem[];
}

const purposeCodes = Object.keys(purposes) as Purpose[];

/** What for, for which case, and how urgently: what becomes the headers of every request. */
export function DeclarationBar({ refusals }: DeclarationBarProps): ReactNode {
  const { declaration, declare } = useSession();
  const text = useText();
  return (
    <section className="graphiql-container bar" aria-label={text(texts.declaration)}>
      <h1 className="unseen">{text(texts.askTitle)}</h1>
      <div className="fields">
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
      {refusals.length > 0 && (
        <div className="schema-refused" role="alert">
          {text(texts.schemaRefused)} <ProblemList problems={refusals} />
        </div>
      )}
    </section>
  );
}
