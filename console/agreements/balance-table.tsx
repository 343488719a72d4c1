import type { ReactNode } from 'react';
import { countryName } from '../language.js';
import { useSession, useText } from '../session.js';
import { agreementTexts as texts } from './agreement-texts.js';
import type { Balance } from './balance.js';

interface BalanceTableProps {
  readonly state: string;
  readonly balances: readonly Balance[];
  /** The State that it is compared with. */
  readonly other: string | undefined;
  readonly onOther: (state: string) => void;
}

/** What a State gives to each other one, and gets from it, as figures and as a picture. */
export function BalanceTable({ state, balances, other, onOther }: BalanceTableProps): ReactNode {
  const { language } = useSession();
  const text = useText();
  const most = Math.max(1, ...balances.flatMap(({ gives, gets }) => [gives, gets]));
  const generous = balances.filter(({ gives, gets }) => gives > gets).map((one) => one.other);
  return (
    <>
      <p className="balance-verdict">
        <strong>{countryName(state, language)}</strong>{' '}
        {generous.length === 0
          ? text(texts.gaveNone)
          : `${text(texts.gaveMost)} ${namesOf(generous, language, text(texts.and))}.`}
      </p>
      <div className="table" tabIndex={0} role="region" aria-label={text(texts.balance)}>
        <table className="balances">
          <thead>
            <tr>
              <th scope="col">{text(texts.with)}</th>
              <th scope="col" className="number">
                {text(texts.gives)}
              </th>
              <th scope="col" className="number">
                {text(texts.gets)}
              </th>
              <th scope="col">{text(texts.balance)}</th>
              <th scope="col" className="number">
                {text(texts.givesMore)}
              </th>
              <th scope="col" className="number">
                {text(texts.getsMore)}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {balances.map((one) => (
              <tr key={one.other}>
                <th scope="row">
                  <code>{one.other}</code> {countryName(one.other, language)}
                </th>
                <td className="number">{one.gives}</td>
                <td className="number">{one.gets}</td>
                <td>
                  <Scales gives={one.gives} gets={one.gets} most={most} />
                </td>
                <td className="number">{one.givesMore}</td>
                <td className="number">{one.getsMore}</td>
                <td>
                  <button
                    type="button"
                    className="plain"
                    aria-pressed={one.other === other}
                    onClick={() => {
                      onOther(one.other);
                    }}
                  >
                    {text(texts.compareWith)} {one.other}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function namesOf(codes: readonly string[], language: 'es' | 'en', and: string): string {
  const names = codes.map((code) => countryName(code, language));
  const last = names.pop() ?? '';
  return names.length === 0 ? last : `${names.join(', ')} ${and} ${last}`;
}

/** To the left what is got, to the right what is given; the figures stand beside it. */
function Scales({ gives, gets, most }: { gives: number; gets: number; most: number }): ReactNode {
  const half = 90;
  return (
    <svg viewBox={`0 0 ${String(half * 2)} 18`} width={half * 2} height={18} aria-hidden="true">
      <rect className="get" x={half - (gets / most) * half} y={3} width={(gets / most) * half} height={12} />
      <rect className="give" x={half} y={3} width={(gives / most) * half} height={12} />
      <line className="axis" x1={half} x2={half} y1={0} y2={18} />
    </svg>
  );
}
