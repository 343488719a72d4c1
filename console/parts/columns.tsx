import type { ReactNode } from 'react';

interface ColumnsProps {
  readonly title: string;
  /** In the order in which they are drawn. */
  readonly counts: readonly { readonly value: string; readonly count: number }[];
}

const height = 100;
const step = 13;

/** Counts as columns in their own order, such as the hours of a day; whoever cannot see them hears those that are not nought. */
export function Columns({ title, counts }: ColumnsProps): ReactNode {
  const most = Math.max(1, ...counts.map(({ count }) => count));
  const spoken = counts
    .filter(({ count }) => count > 0)
    .map(({ value, count }) => `${value}: ${String(count)}`)
    .join('; ');
  return (
    <figure className="card columns">
      <figcaption>
        <strong>{title}</strong>
      </figcaption>
      <svg
        viewBox={`0 0 ${String(counts.length * step)} ${String(height + 32)}`}
        width="100%"
        role="img"
        aria-label={`${title}. ${spoken}`}
      >
        {counts.map(({ value, count }, place) => {
          const tall = (count / most) * height;
          return (
            <g key={value}>
              <title>{`${value}: ${String(count)}`}</title>
              <rect
                className="bar"
                x={place * step + 1}
                y={14 + height - tall}
                width={step - 2}
                height={tall}
              />
              {count === most && (
                <text x={place * step + step / 2} y={10 + height - tall} textAnchor="middle">
                  {count}
                </text>
              )}
              {place % 4 === 0 && (
                <text x={place * step + 1} y={height + 29}>
                  {value}
                </text>
              )}
            </g>
          );
        })}
        <line className="axis" x1={0} x2={counts.length * step} y1={height + 14} y2={height + 14} />
      </svg>
    </figure>
  );
}
