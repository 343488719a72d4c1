import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { Answer } from '../answer.js';
import { type Example, openingQuery } from '../examples.js';
import { useSession } from '../session.js';
import { useSettled } from '../settled.js';
import { AccountPanel } from './account-panel.js';
import { type Asking, AskingContext } from './asking.js';
import { DeclarationBar } from './declaration-bar.js';
import { examplesPlugin } from './examples-plugin.js';
import { createFetcher } from './fetcher.js';
import { setUpWorkers } from './workers.js';

/** Address of the page's own sheet; filled in when the page is built. */
declare const askStyle: string;

setUpWorkers();

const plugins = [examplesPlugin, HISTORY_PLUGIN];

/** The query page: what the person declares, above GraphiQL with the examples beside and the account of the answer below. */
export default function AskPage(): ReactNode {
  const { language, declaration, declare, suggest } = useSession();
  const [example, setExample] = useState<Example>();
  const [answer, setAnswer] = useState<Answer>();
  const [schemaAnswer, setSchemaAnswer] = useState<Answer>();
  const token = useSettled(declaration.token.trim(), 300);
  const current = useRef({ declaration, language });
  useEffect(() => {
    current.current = { declaration, language };
  }, [declaration, language]);
  // GraphiQL asks for the schema anew when its fetcher is another: so whenever the token is
  const fetcher = useMemo(
    () => createFetcher({ now: () => current.current, onAnswer: setAnswer, onSchemaAnswer: setSchemaAnswer }),
    [token],
  );
  const asking: Asking = {
    choose: (chosen) => {
      setExample(chosen);
      suggest(chosen.as);
      declare({
        purpose: chosen.purpose,
        caseNumber: chosen.caseNumber,
        urgency: 'ROUTINE',
        justification: '',
      });
    },
    ...(example && { example }),
    ...(answer && { answer }),
  };
  return (
    <AskingContext value={asking}>
      <link rel="stylesheet" href={askStyle} precedence="page" />
      <DeclarationBar refusals={token === '' ? [] : (schemaAnswer?.problems ?? [])} />
      <GraphiQL
        fetcher={fetcher}
        schema={token === '' ? null : undefined}
        dangerouslyAssumeSchemaIsValid
        storage={sessionStorage}
        plugins={plugins}
        visiblePlugin={examplesPlugin.title}
        defaultQuery={openingQuery}
        defaultEditorToolsVisibility="variables"
        isHeadersEditorEnabled={false}
      >
        <GraphiQL.Logo> </GraphiQL.Logo>
        <GraphiQL.Footer>
          <AccountPanel />
        </GraphiQL.Footer>
      </GraphiQL>
    </AskingContext>
  );
}
