import type { BundledQuestion } from '../../common/bundle.js';

/** Longest bundle, in characters: a node takes a megabyte, of which each is three bytes at most. */
const mostCharacters = 250_000;

/** What can be sent together with others. */
export interface Sendable extends BundledQuestion {
  /** How many the receiver takes at once, > 0. */
  readonly mostTogether: number;
}

/**
 * Gathers what is put into it until the event loop has gone through all that has come, so that questions of requests that came at the
 * same moment leave together; nothing waits for what has not come.
 *
 * @param send - told what leaves together, one or more
 */
export function createOutbox<T extends Sendable>(send: (together: readonly T[]) => void): (one: T) => void {
  let waiting: T[] = [];
  const sendAll = (): void => {
    const leaving = waiting;
    waiting = [];
    for (const together of divide(leaving)) send(together);
  };
  return (one) => {
    if (waiting.push(one) === 1) setImmediate(sendAll);
  };
}

function divide<T extends Sendable>(leaving: readonly T[]): readonly (readonly T[])[] {
  const groups: T[][] = [];
  let group: T[] = [];
  let characters = 0;
  let most = 0;
  for (const one of leaving) {
    characters += one.body.length + one.token.length + 2;
    most = Math.min(most, one.mostTogether);
    if (group.length >= most || characters > mostCharacters) {
      group = [];
      groups.push(group);
      characters = one.body.length + one.token.length + 2;
      most = one.mostTogether;
    }
    group.push(one);
  }
  return groups;
}
