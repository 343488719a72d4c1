import type { ReactNode } from 'react';
import type { Account } from '../answer.js';
import { ProblemList } from '../problem-list.js';
import { useText } from '../session.js';
import { useAsking } from './asking.js';
import { StatesTable } from './states-table.js';
import { texts } from '../texts.js';
import { WithheldTable } from './withheld-table.js';

/** How the last answer came to be: what was refused, which States answered, what was withheld, and the log entry. */
export function AccountPanel(): ReactNode {
  const { answer } = useAsking();
  const text = useText();
  return (
    <section className="account" tabIndex={0} aria-label={text(texts.account)} aria-live="polite">
      {answer === undefined && <p className="quiet">{text(texts.nothingYet)}</p>}
      {answer !== undefined && answer.problems.length > 0 && (
        <div className="refused" role="alert">
          <h3>{text(texts.gatewaySays)}</h3>
          <ProblemList problems={answer.problems} />
        </div>
      )}
      {answer?.account !== undefined && <AccountTables account={answer.account} />}
    </section>
  );
}

function AccountTables({ account: { states, withheld, audit } }: { readonly account: Account }): ReactNode {
  const text = useText();
  return (
    <>
      <p className="log-entry">
        {text(texts.logEntry)} <strong>{audit.entry}</strong>
      </p>
      {states.length === 0 ? <p className="quiet">{text(texts.noState)}</p> : <StatesTable states={states} />}
      {states.length > 0 && withheld.length === 0 && <p className="quiet">{text(texts.nothingWithheld)}</p>}
      {withheld.length > 0 && <WithheldTable withheld={withheld} />}
    </>
  );
}
