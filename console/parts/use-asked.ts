import { useCallback, useEffect, useRef, useState } from 'react';
import type { Problem } from '../answer.js';
import { useSession } from '../session.js';
import { useSettled } from '../settled.js';
import { askGateway, type Question } from './ask-gateway.js';

/** How far a question of a page is. */
export type Asked<T> =
  | { readonly stage: 'NOT_YET' }
  | { readonly stage: 'ASKING'; readonly since: number; readonly before?: T }
  | { readonly stage: 'ANSWERED'; readonly value: T }
  | { readonly stage: 'REFUSED'; readonly problems: readonly Problem[] };

/** A question that is asked when the person says so; the last one counts, whatever comes back when. */
export function useAsking<T>(): readonly [Asked<T>, (question: Question<T>) => Promise<T | undefined>] {
  const { declaration, language } = useSession();
  const [asked, setAsked] = useState<Asked<T>>({ stage: 'NOT_YET' });
  const last = useRef(0);
  const ask = useCallback(
    async (question: Question<T>) => {
      last.current += 1;
      const turn = last.current;
      setAsked((before) => ({
        stage: 'ASKING',
        since: Date.now(),
        ...(before.stage === 'ANSWERED' && { before: before.value }),
      }));
      const outcome = await askGateway({ declaration, language }, question);
      if (turn !== last.current) return undefined;
      setAsked(
        outcome.ok
          ? { stage: 'ANSWERED', value: outcome.value }
          : { stage: 'REFUSED', problems: outcome.problems },
      );
      return outcome.ok ? outcome.value : undefined;
    },
    [declaration, language],
  );
  return [asked, ask];
}

/** A question that is asked at once, and anew whenever it or the token is another. Without a token it waits. */
export function useAnswer<T>(question: Question<T> | undefined): Asked<T> {
  const { declaration } = useSession();
  const token = useSettled(declaration.token.trim(), 300);
  const [asked, ask] = useAsking<T>();
  const key = question === undefined ? undefined : JSON.stringify([question.query, question.variables]);
  const current = useRef({ question, ask });
  current.current = { question, ask };
  useEffect(() => {
    const { question: wanted, ask: asking } = current.current;
    if (wanted !== undefined && token !== '') void asking(wanted);
  }, [key, token]);
  return token === '' ? { stage: 'NOT_YET' } : asked;
}
