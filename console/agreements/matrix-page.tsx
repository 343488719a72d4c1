import { type ReactNode, useState } from 'react';
import { countryName } from '../language.js';
import { AnswerView } from '../parts/answer-view.js';
import { SelectInput } from '../parts/inputs.js';
import { Page } from '../parts/page.js';
import { useAnswer } from '../parts/use-asked.js';
import { useSession, useText } from '../session.js';
import { agreementTexts as texts } from './agreement-texts.js';
import { balancesOf, countryOf, givenByStates } from './balance.js';
import { BalanceTable } from './balance-table.js';
import { Comparison } from './comparison.js';
import { Heat } from './heat.js';
import { type AllSharing, sharingQuestion } from './sharing.js';

/** Who gives what to whom: each State can see where it gives more than it gets. */
export default function MatrixPage(): ReactNode {
  const text = useText();
  const asked = useAnswer(sharingQuestion);
  return (
    <Page title={text(texts.matrixTitle)} intro={text(texts.matrixIntro)}>
      <AnswerView asked={asked} before={text(texts.matrixBefore)}>
        {(all) => <Matrix all={all} />}
      </AnswerView>
    </Page>
  );
}

function Matrix({ all }: { readonly all: AllSharing }): ReactNode {
  const { language } = useSession();
  const text = useText();
  const states = statesOf(all);
  const [chosen, setChosen] = useState<string>();
  const [other, setOther] = useState<string>();
  const state = chosen ?? (states.includes(all.me.country) ? all.me.country : (states[0] ?? ''));
  const given = givenByStates(all.sharing);
  const unknown = [...new Set(all.sharing.filter(({ isKnown }) => !isKnown).map((one) => one.state))];
  const pair = (one: string, another: string): void => {
    setChosen(one);
    setOther(another);
  };
  return (
    <>
      <form className="inputs">
        <SelectInput
          label={text(texts.ofState)}
          name="state"
          value={state}
          onValue={(code) => {
            setChosen(code);
            setOther(undefined);
          }}
          options={states.map((code) => [code, `${code} ${countryName(code, language)}`])}
        />
      </form>
      {unknown.length > 0 && (
        <p className="failed">
          {text(texts.unknownStates)} {unknown.join(', ')}
        </p>
      )}
      <BalanceTable
        state={state}
        balances={balancesOf(given, state, states)}
        other={other}
        onOther={setOther}
      />
      {other !== undefined && <Comparison state={state} other={other} given={given} sharing={all.sharing} />}
      <Heat states={states} given={given} onPair={pair} />
    </>
  );
}

/** The States that take part, and countries whose agencies are given something. */
function statesOf({ memberStates, sharing }: AllSharing): readonly string[] {
  const codes = memberStates.map(({ code }) => code);
  return [...new Set([...codes, ...sharing.map(({ agency }) => countryOf(agency))])].sort();
}
