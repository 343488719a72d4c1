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
  const explained = problems.length === 0 ? () => false : explainedBy(faults);
  const unexplained = problems.filter(({ problem, path: at }) => problem === 'VALUE' || !explained(at));
  return {
    text,
    errors: [
      ...faults.map(faultError),
      ...unexplained.map(({ problem, path: at }) => faultError({ error: problemError(problem), path: at })),
    ],
  };
}

function problemError(problem: ValueProblem): IstmoError {
  return new IstmoError(problem === 'UNANSWERED' ? 'UNANSWERABLE' : 'VALUE_INVALID');
}

type Path = readonly (string | number)[];

/** Whether a fault stands at a place, above it or beneath it. */
function explainedBy(faults: readonly Fault[]): (at: Path) => boolean {
  const places = new Set(faults.map(({ path }) => JSON.stringify(path)));
  const andAbove = new Set(faults.flatMap(({ path }) => upTo(path)));
  return (at) => andAbove.has(JSON.stringify(at)) || upTo(at).some((place) => places.has(place));
}

/** A place and all above it. */
function upTo(path: Path): readonly string[] {
  return Array.from({ length: path.length + 1 }, (_, length) => JSON.stringify(path.slice(0, length)));
}

function faultError({ error, path, state }: Fault): GraphQLError {
  return new GraphQLError(error.message, {
    // what is of the whole answer is of no place in it
    ...(path.length > 0 && { path }),
    extensions: { ...error.extensions, ...(state !== undefined && { state }) },
  });
}
