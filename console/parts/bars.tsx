import type { ReactNode } from 'react';

interface Count {
  readonly value: string;
  readonly count: number;
}

interface BarsProps {
  readonly title: string;
  readonly counts: readonly Count[];
  /** What to say where there is nothing. */
  readonly none: string;
}

/** Counts as horizontal bars: a table, whose figures stand beside their bars. */
export function Bars({ title, counts, none }: BarsProps): ReactNode {
  const most = Math.max(1, ...counts.map(({ count }) => count));
  return (
    <div className="card">
      <table className="bars">
        <caption>{title}</caption>
        <tbody>
          {counts.map(({ value, count }) => (
            <tr key={value}>
              <th scope="row">{value}</th>
              <td className="number">{count}</td>
              <td className="drawn">
                <svg
                  viewBox="0 0 100 10"
                  width="100%"
                  height="14"
                  preserveAspectRatio="none"
                  aria-hidden="true"
                >
                  <rect className="bar" width={(count / most) * 100} height={10} />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {counts.length === 0 && <p className="quiet">{none}</p>}
    </div>
  );
}
