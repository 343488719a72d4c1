import type { ReactNode } from 'react';
import { countryName } from '../language.js';
import { useSession, useText } from '../session.js';
import { agreementTexts as texts } from './agreement-texts.js';
import type { GivenByStates } from './balance.js';

interface HeatProps {
  readonly states: readonly string[];
  readonly given: GivenByStates;
  readonly onPair: (giver: string, receiver: string) => void;
}

/** All States at a glance: how many fields each opens to each, the more the darker. */
export function Heat({ states, given, onPair }: HeatProps): ReactNode {
  const { language } = useSession();
  const text = useText();
  const most = Math.max(1, ...states.flatMap((giver) => states.map((one) => given(giver, one).size)));
  return (
    <section>
      <h2>{text(texts.allStates)}</h2>
      <p className="quiet">{text(texts.allStatesHint)}</p>
      <div className="table" tabIndex={0} role="region" aria-label={text(texts.allStates)}>
        <table className="heat">
          <thead>
            <tr>
              <td />
              {states.map((code) => (
                <th key={code} scope="col" className="number">
                  <abbr title={countryName(code, language)}>{code}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {states.map((giver) => (
              <tr key={giver}>
                <th scope="row">
                  <code>{giver}</code> {countryName(giver, language)}
                </th>
                {states.map((receiver) => (
                  <td key={receiver} className="number">
                    {giver === receiver ? (
                      <span className="quiet">·</span>
                    ) : (
                      <Cell
                        count={given(giver, receiver).size}
                        most={most}
                        label={`${giver} → ${receiver}`}
                        onPress={() => {
                          onPair(giver, receiver);
                        }}
                      />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface CellProps {
  readonly count: number;
  readonly most: number;
  readonly label: string;
  readonly onPress: () => void;
}

function Cell({ count, most, label, onPress }: CellProps): ReactNode {
  const share = `${String(Math.round((count / most) * 40))}%`;
  return (
    <button
      type="button"
      className="plain cell"
      aria-label={`${label}: ${String(count)}`}
      style={{ backgroundColor: `color-mix(in srgb, var(--give) ${share}, var(--ground))` }}
      onClick={onPress}
    >
      {count}
    </button>
  );
}
