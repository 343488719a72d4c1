import { describe, expect, it } from '@jest/globals';
import { type ErrorCode, IstmoError } from '../../../../common/errors.js';
import type { Fault } from '../../../../gateway/execute/source.js';
import type { Projection, ValueProblem } from '../../../../gateway/reply/projection.js';
import { writeAnswer } from '../../../../gateway/reply/write-answer.js';

type Path = readonly (string | number)[];

/** A projection that finds these problems. */
function finding(problems: readonly (readonly [ValueProblem, Path])[]): Projection {
  return (_data, { path, report }) => {
    for (const [problem, at] of problems) {
      path.push(...at);
      report(problem);
      path.length = 0;
    }
    return '{"a":null}';
  };
}

function fault(path: Path, state?: string): Fault {
  return { error: new IstmoError('SUBGRAPH_ERROR'), path, ...(state !== undefined && { state }) };
}

/** Code and path of every error of an answer. */
function errorsOf(
  problems: readonly (readonly [ValueProblem, Path])[],
  faults: readonly Fault[],
): readonly (readonly [ErrorCode, Path])[] {
  const { errors } = writeAnswer(finding(problems), {}, {}, faults);
  return errors.map(({ path, extensions }) => [extensions['code'] as ErrorCode, path ?? []]);
}

describe('an answer', () => {
  it('has no errors where nothing went wrong', () => {
    expect(writeAnswer(finding([]), {}, {}, [])).toEqual({ text: '{"a":null}', errors: [] });
  });

  it('is written out of the data and what introspection gave', () => {
    const data = { a: 1 };
    const given: unknown[] = [];
    writeAnswer(
      (from, { introspection }) => {
        given.push(from, introspection);
        return '{}';
      },
      data,
      { __schema: '{}' },
      [],
    );
    expect(given).toEqual([data, { __schema: '{}' }]);
  });

  it('says of a fault where, by what code and of which State, and in both languages', () => {
    const { errors } = writeAnswer(finding([]), {}, {}, [fault(['a', 0], 'GT')]);
    expect(errors.map((error) => error.toJSON())).toEqual([
      {
        message: 'A subgraph failed.',
        path: ['a', 0],
        extensions: {
          code: 'SUBGRAPH_ERROR',
          state: 'GT',
          es: 'Un subgrafo falló.',
          actor: 'operator',
          retryable: false,
        },
      },
    ]);
  });

  it('gives no place to a fault of the whole answer', () => {
    const { errors } = writeAnswer(finding([]), {}, {}, [fault([])]);
    expect(errors.map((error) => Object.keys(error.toJSON()))).toEqual([['message', 'extensions']]);
  });

  it('reports a null that nothing explains, and a value that is not of its type', () => {
    expect(
      errorsOf(
        [
          ['NULL', ['a', 'b']],
          ['VALUE', ['c']],
        ],
        [],
      ),
    ).toEqual([
      ['VALUE_INVALID', ['a', 'b']],
      ['VALUE_INVALID', ['c']],
    ]);
  });

  it.each<[string, Path, Path]>([
    ['at its own place', ['a', 0, 'b'], ['a', 0, 'b']],
    ['above it', ['a', 0, 'b'], ['a']],
    ['of everything', ['a', 0, 'b'], []],
    ['beneath it', ['a'], ['a', 0, 'b']],
  ])('does not report a null once more that a fault explains, %s', (_, at, path) => {
    expect(errorsOf([['NULL', at]], [fault(path)])).toEqual([['SUBGRAPH_ERROR', path]]);
  });

  it.each<[string, Path, Path]>([
    ['beside it', ['a', 0, 'b'], ['a', 1, 'b']],
    ['of another field', ['a', 'b'], ['a', 'c']],
    ['at a place that only looks like it', ['a', 1], ['a', '1']],
    ['at a longer name', ['ab'], ['a']],
  ])('reports a null for which there is a fault %s', (_, at, path) => {
    expect(errorsOf([['NULL', at]], [fault(path)])).toEqual([
      ['SUBGRAPH_ERROR', path],
      ['VALUE_INVALID', at],
    ]);
  });

  it('reports a value that is not of its type whatever else is at fault', () => {
    expect(errorsOf([['VALUE', ['a']]], [fault(['a'])])).toEqual([
      ['SUBGRAPH_ERROR', ['a']],
      ['VALUE_INVALID', ['a']],
    ]);
  });

  it('tells the one null that nothing explains from thousands that something does', () => {
    const places = Array.from({ length: 5_000 }, (_, n) => ['list', n, 'name'] as const);
    const errors = errorsOf(
      places.map((at) => ['NULL', at]),
      places.slice(1).map(([list, n]) => fault([list, n])),
    );
    expect([errors.length, errors.at(-1)]).toEqual([5_000, ['VALUE_INVALID', ['list', 0, 'name']]]);
  });
});
