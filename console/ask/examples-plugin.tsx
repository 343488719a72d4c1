import { type GraphiQLPlugin, type MonacoEditor, useGraphiQL } from '@graphiql/react';
import type { ReactNode } from 'react';
import { type Example, examples } from '../examples.js';
import { purposes } from '../purposes.js';
import { useText } from '../session.js';
import { useAsking } from './asking.js';
import { texts } from '../texts.js';

/** GraphiQL's side pane with the example questions. Its title names it to GraphiQL, so it is the same in both languages. */
export const examplesPlugin: GraphiQLPlugin = {
  title: 'Ejemplos · Examples',
  icon: ExamplesIcon,
  content: ExampleList,
};

function ExampleList(): ReactNode {
  const { example: chosen, choose } = useAsking();
  const text = useText();
  const { queryEditor, variableEditor } = useGraphiQL(({ queryEditor, variableEditor }) => ({
    queryEditor,
    variableEditor,
  }));
  const fill = (example: Example): void => {
    replaceText(queryEditor, `${example.query.trim()}\n`);
    replaceText(variableEditor, JSON.stringify(example.variables, null, 2));
    choose(example);
  };
  return (
    <section className="examples" aria-label={text(texts.examples)}>
      <h2>{text(texts.examples)}</h2>
      <p className="quiet">{text(texts.examplesHint)}</p>
      <ol>
        {examples.map((example) => (
          <li key={example.id}>
            <button
              type="button"
              aria-pressed={example.id === chosen?.id}
              onClick={() => {
                fill(example);
              }}
            >
              <strong>{text(example.title)}</strong>
              <span>{text(example.shows)}</span>
              <small>
                {text(texts.askedAs)} <code>{example.as}</code>
                {example.purpose !== '' && ` · ${text(purposes[example.purpose])}`}
              </small>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

type Editor = MonacoEditor | undefined;

/** As an edit, so that what stood there comes back with Ctrl-Z. */
function replaceText(editor: Editor, text: string): void {
  const model = editor?.getModel();
  if (editor === undefined || model == null) return;
  editor.pushUndoStop();
  editor.executeEdits('example', [{ range: model.getFullModelRange(), text }]);
  editor.pushUndoStop();
}

function ExamplesIcon(): ReactNode {
  return (
    <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M3 5h1.5M3 10h1.5M3 15h1.5M8 5h9M8 10h9M8 15h9" strokeLinecap="round" />
    </svg>
  );
}
