import { type ReactNode, useEffect, useState } from 'react';
import type { Problem } from '../answer.js';
import { useText } from '../session.js';
import { texts } from '../texts.js';
import { ProblemList } from '../problem-list.js';
import type { Asked } from './use-asked.js';

interface AnswerViewProps<T> {
  readonly asked: Asked<T>;
  /** What to do, as long as nothing was asked. */
  readonly before: ReactNode;
  readonly children: (value: T) => ReactNode;
}

/** What came of a question, or how far it is, or what to do about its refusal. */
export function AnswerView<T>({ asked, before, children }: AnswerViewProps<T>): ReactNode {
  switch (asked.stage) {
    case 'NOT_YET':
      return <p className="empty">{before}</p>;
    case 'ASKING':
      return (
        <>
          <Waiting since={asked.since} />
          {asked.before !== undefined && <div className="stale">{children(asked.before)}</div>}
        </>
      );
    case 'ANSWERED':
      return children(asked.value);
    case 'REFUSED':
      return <Refused problems={asked.problems} />;
  }
}

/** That an answer is awaited; after two seconds for how long. */
export function Waiting({
  since,
  children,
}: {
  readonly since: number;
  readonly children?: ReactNode;
}): ReactNode {
  const text = useText();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => {
      setSeconds(Math.floor((Date.now() - since) / 1000));
    }, 500);
    return () => {
      clearInterval(timer);
    };
  }, [since]);
  return (
    <p className="waiting" role="status">
      <progress aria-label={text(texts.asking)} /> {text(texts.asking)}
      {seconds >= 2 && ` ${String(seconds)} s`} {children}
    </p>
  );
}

/** Why the gateway refused, in its words, and whom to turn to. */
export function Refused({ problems }: { readonly problems: readonly Problem[] }): ReactNode {
  const text = useText();
  const codes = problems.map(({ extensions }) => extensions?.code ?? '');
  const token = codes.some((code) => code.startsWith('TOKEN_'));
  const role = codes.includes('AUDITORS_ONLY');
  return (
    <div className="refused" role="alert">
      <ProblemList problems={problems} />
      {token && <p>{text(texts.newToken)}</p>}
      {role && <p>{text(texts.auditorsToken)}</p>}
    </div>
  );
}
