import type { ReactNode } from 'react';
import type { Problem } from './answer.js';
import { useSession } from './session.js';

/** The gateway's errors, in its own words of the person's language. */
export function ProblemList({ problems }: { readonly problems: readonly Problem[] }): ReactNode {
  const { language } = useSession();
  return (
    <ul className="problems">
      {problems.map(({ message, extensions }, index) => (
        <li key={index}>
          {extensions?.code !== undefined && <code>{extensions.code}</code>}{' '}
          {language === 'es' ? (extensions?.es ?? message) : message}
        </li>
      ))}
    </ul>
  );
}
