import type { FetchDataRewrite } from '@apollo/query-planner';
import { describe, expect, it } from '@jest/globals';
import { compileRewrites } from '../../../../gateway/plan/rewrite.js';

const isOfType = (typeName: string, condition: string): boolean =>
  typeName === condition || (condition === 'Media' && typeName === 'Book');

/** What becomes of data under rewrites. */
function rewritten(rewrites: readonly FetchDataRewrite[], data: unknown): unknown {
  compileRewrites(rewrites, isOfType)?.(data);
  return data;
}

const setter = (path: string[], setValueTo: unknown): FetchDataRewrite => ({
  kind: 'ValueSetter',
  path,
  setValueTo,
});
const renamer = (path: string[], renameKeyTo: string): FetchDataRewrite => ({
  kind: 'KeyRenamer',
  path,
  renameKeyTo,
});

describe('rewrites of data', () => {
  it('are none where the planner gives none', () => {
    expect([compileRewrites(undefined, isOfType), compileRewrites([], isOfType)]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('set a value in objects of a type, those that implement it among them', () => {
    const rewrite = setter(['... on Media', '__typename'], 'Media');
    expect(rewritten([rewrite], { __typename: 'Book', id: '1' })).toEqual({ __typename: 'Media', id: '1' });
    expect(rewritten([rewrite], { __typename: 'Person', id: '1' })).toEqual({
      __typename: 'Person',
      id: '1',
    });
  });

  it('take an object whose type is not given for one of the type', () => {
    expect(rewritten([renamer(['... on Book', 'name__alias_0'], 'name')], { name__alias_0: 'x' })).toEqual({
      name: 'x',
    });
  });

  it('rename a field beneath others, through lists of lists and past nulls', () => {
    expect(
      rewritten([renamer(['items', '... on Book', 'name__alias_0'], 'name')], {
        items: [
          [{ __typename: 'Book', name__alias_0: 'x' }, null],
          [{ __typename: 'Film', name__alias_0: 'y' }],
        ],
      }),
    ).toEqual({
      items: [[{ __typename: 'Book', name: 'x' }, null], [{ __typename: 'Film', name__alias_0: 'y' }]],
    });
  });

  it('rename a null, and pass over what is not there', () => {
    const rewrite = renamer(['a'], 'b');
    expect(rewritten([rewrite], { a: null })).toEqual({ b: null });
    expect(rewritten([rewrite], { c: 1 })).toEqual({ c: 1 });
    expect(rewritten([renamer(['items', 'a'], 'b')], { items: 'no object' })).toEqual({ items: 'no object' });
  });

  it('do not reach what all objects inherit', () => {
    const data = rewritten([renamer(['constructor'], 'b'), renamer(['constructor', 'name'], 'b')], {});
    expect(data).toEqual({});
    expect(Object.name).toBe('Object');
  });

  it('are applied one after the other', () => {
    expect(rewritten([renamer(['a'], 'b'), setter(['b'], 2)], { a: 1 })).toEqual({ b: 2 });
  });
});
