import { type ReactNode, useState } from 'react';
import type { Problem } from '../answer.js';
import { identityHeaders } from '../declaration.js';
import { Refused } from '../parts/answer-view.js';
import { refusalOf, send } from '../parts/ask-gateway.js';
import { TextInput } from '../parts/inputs.js';
import { saveFile } from '../parts/save-file.js';
import { useSession, useText } from '../session.js';
import { entryTexts as texts, receiptProblems } from './entry-texts.js';
import { checkReceipt, type ReceiptCheck } from './receipt.js';

interface Got {
  readonly receipt: string;
  readonly check: ReceiptCheck;
}

/** The receipt of an entry, checked here, to keep. */
export function ReceiptPanel({ number }: { readonly number: number }): ReactNode {
  const { declaration, language } = useSession();
  const text = useText();
  const [key, setKey] = useState('');
  const [got, setGot] = useState<Got>();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const get = async (): Promise<void> => {
    setGot(undefined);
    setProblems([]);
    const path = `/audit/receipts/${String(number)}`;
    const response = await send(path, identityHeaders(declaration), undefined, language, 'GET');
    if ('problems' in response) setProblems(response.problems);
    else if (!response.ok) setProblems(await refusalOf(response, language));
    else {
      const receipt = await response.text();
      const verifier = key.trim() === '' ? await (await fetch('/audit/log/key')).text() : key;
      setGot({ receipt, check: await checkReceipt(receipt, verifier) });
    }
  };
  return (
    <section className="receipt">
      <h2>{text(texts.receipt)}</h2>
      <p className="quiet">{text(texts.receiptHint)}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void get();
        }}
      >
        <div className="inputs">
          <TextInput label={text(texts.key)} name="key" value={key} onValue={setKey} className="wide" />
        </div>
        <p className="quiet">{text(texts.keyHint)}</p>
        <div className="actions">
          <button type="submit">{text(texts.getReceipt)}</button>
          {got !== undefined && (
            <button
              type="button"
              onClick={() => {
                saveFile(`${String(number)}.tlog-proof`, new Blob([got.receipt]));
              }}
            >
              {text(texts.save)}
            </button>
          )}
        </div>
      </form>
      <div role="status">{got !== undefined && <Checked check={got.check} />}</div>
      {problems.length > 0 && <Refused problems={problems} />}
    </section>
  );
}

function Checked({ check }: { readonly check: ReceiptCheck }): ReactNode {
  const text = useText();
  if (!check.ok) return <p className="failed">{text(receiptProblems[check.problem])}</p>;
  return (
    <>
      <p className="good">
        {text(texts.checked)} {check.index} {text(texts.of)} {check.size}.
      </p>
      <pre tabIndex={0}>{JSON.stringify(JSON.parse(check.entry), null, 2)}</pre>
    </>
  );
}
