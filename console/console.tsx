import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { AccountPanel } from './account-panel.js';
import type { Answer } from './answer.js';
import { initialLanguage, keepLanguage } from './chosen-language.js';
import type { Declaration } from './declaration.js';
import { DeclarationBar } from './declaration-bar.js';
import { type Example, openingQuery } from './examples.js';
import { examplesPlugin } from './examples-plugin.js';
import { createFetcher } from './fetcher.js';
import { type Session, SessionContext } from './session.js';
import { useSettled } from './settled.js';
import { storeDeclaration, storedDeclaration } from './stored-declaration.js';

const plugins = [examplesPlugin, HISTORY_PLUGIN];

/** The page: what the person declares, above GraphiQL with the examples beside and the account of the answer below. */
export function Console(): ReactNode {
  const [language, setLanguage] = useState(initialLanguage);
  const [declaration, setDeclaration] = useState(storedDeclaration);
  const [example, setExample] = useState<Example>();
  const [answer, setAnswer] = useState<Answer>();
  const [schemaAnswer, setSchemaAnswer] = useState<Answer>();
  const token = useSettled(declaration.token.trim(), 300);
  const current = useRef({ declaration, language });
  useEffect(() => {
    current.current = { declaration, language };
    storeDeclaration(declaration);
    keepLanguage(language);
    document.documentElement.lang = language;
  }, [declaration, language]);
  // GraphiQL asks for the schema anew when its fetcher is another: so whenever the token is
  const fetcher = useMemo(
    () => createFetcher({ now: () => current.current, onAnswer: setAnswer, onSchemaAnswer: setSchemaAnswer }),
    [token],
  );
  const declare = (changed: Partial<Declaration>): void => {
    setDeclaration((before) => ({ ...before, ...changed }));
  };
  const session: Session = {
    language,
    declaration,
    declare,
    choose: (chosen) => {
      setExample(chosen);
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
    <SessionContext value={session}>
      <DeclarationBar
        onLanguage={setLanguage}
        refusals={token === '' ? [] : (schemaAnswer?.problems ?? [])}
      />
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
    </SessionContext>
  );
}
