import { GraphQLError } from 'graphql';
import { IstmoError } from '../../common/errors.js';
import type { Fault } from '../execute/source.js';
import type { Data } from '../plan/data.js';
import type { Projection, ValueProblem } from './projection.js';

/** An answer as a client gets it. */
export interface Answer {
  /** JSON text of `data`. */
  readonly text: string;
  readonly errors: readonly GraphQLError[];
}

/**
 * Writes the answer, and what went wrong on the way to it: what sources reported, and values that are not what the
 * schema promises. A null that a reported fault explains is not reported once more.
 */
export function writeAnswer(
  projection: Projection,
  data: Data,
  introspection: Readonly<Record<string, string>>,
  faults: readonly Fault[],
): Answer {
  const problems: { readonly problem: ValueProblem; readonly path: readonly (string | number)[] }[] = [];
  const path: (string | number)[] = [];
  const text = projection(data, {
    path,
    introspection,
    report: (problem) => problems.push({ problem, path: [...path] }),
  });
  const unexplained = problems.filter(
    ({ problem, path: at }) => problem === 'VALUE' || !faults.some((fault) => isOnTheWay(fault.path, at)),
  );
  return {
    text,
    errors: [
      ...faults.map(faultError),
      ...unexplained.map(({ path: at }) => faultError({ error: new IstmoError('VALUE_INVALID'), path: at })),
    ],
  };
}

/** Whether one place is the other, or above or beneath it. */
function isOnTheWay(one: readonly (string | number)[], other: readonly (string | number)[]): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.every((element, index) => element === long[index]);
}

function faultError({ error, path, state }: Fault): GraphQLError {
  return new GraphQLError(error.message, {
    path,
    extensions: { ...error.extensions, ...(state !== undefined && { state }) },
  });
}
