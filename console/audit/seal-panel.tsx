import { type ReactNode, useState } from 'react';
import * as z from 'zod/mini';
import type { Problem } from '../answer.js';
import { identityHeaders } from '../declaration.js';
import { Refused } from '../parts/answer-view.js';
import { refusalOf, send } from '../parts/ask-gateway.js';
import { TextInput } from '../parts/inputs.js';
import { useSession, useText } from '../session.js';
import type { Entry } from './entries.js';
import { entryTexts as texts } from './entry-texts.js';

const unsealedSchema = z.object({
  unsealed: z.object({
    document: z.optional(z.string()),
    variables: z.optional(z.unknown()),
    justification: z.optional(z.string()),
  }),
});

type Unsealed = z.infer<typeof unsealedSchema>['unsealed'];

/** What was asked in full, for two auditors; their tokens are sent and nowhere kept. */
export function SealPanel({ entry }: { readonly entry: Entry }): ReactNode {
  const { declaration, language } = useSession();
  const text = useText();
  const [second, setSecond] = useState('');
  const [unsealed, setUnsealed] = useState<Unsealed>();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const unseal = async (): Promise<void> => {
    setProblems([]);
    const { authorization = '' } = identityHeaders({ ...declaration, token: second });
    const headers = { ...identityHeaders(declaration), 'istmo-second-auditor': authorization };
    setSecond('');
    const response = await send(`/audit/unseal/${String(entry.number)}`, headers, undefined, language);
    if ('problems' in response) setProblems(response.problems);
    else if (!response.ok) setProblems(await refusalOf(response, language));
    else setUnsealed(z.parse(unsealedSchema, await response.json()).unsealed);
  };
  return (
    <section className="seal">
      <h2>{text(texts.sealed)}</h2>
      {!entry.isSealed && <p className="quiet">{text(texts.notSealed)}</p>}
      {entry.isSealed && (
        <>
          <p className="quiet">{text(texts.sealedHint)}</p>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              void unseal();
            }}
          >
            <div className="inputs">
              <TextInput
                label={text(texts.second)}
                name="second"
                value={second}
                onValue={setSecond}
                placeholder="eyJ…"
                required
                className="wide secret"
              />
            </div>
            <div className="actions">
              <button type="submit">{text(texts.unseal)}</button>
            </div>
          </form>
        </>
      )}
      {problems.length > 0 && <Refused problems={problems} />}
      {unsealed !== undefined && (
        <div role="status">
          <pre tabIndex={0}>{unsealed.document}</pre>
          <pre tabIndex={0}>{JSON.stringify(unsealed.variables ?? {}, null, 2)}</pre>
          {unsealed.justification !== undefined && <p>{unsealed.justification}</p>}
        </div>
      )}
    </section>
  );
}
