import { describe, expect, it } from '@jest/globals';
import { IstmoError } from '../../../../common/errors.js';
import { entitiesAnswer, rootAnswer, subgraphAnswer } from '../../../../gateway/execute/answer.js';

const error = new IstmoError('SUBGRAPH_ERROR');
const two = [
  { __typename: 'P', id: '1' },
  { __typename: 'P', id: '2' },
];

function root(json: unknown): unknown {
  return rootAnswer(subgraphAnswer.parse(json));
}

function entities(json: unknown): unknown {
  return entitiesAnswer(subgraphAnswer.parse(json), two);
}

describe('what a subgraph answers for a root type', () => {
  it('is its data, with a fault for each error and none of its text', () => {
    expect(
      root({ data: { a: null }, errors: [{ message: 'secret', path: ['a', 0], extensions: { x: 1 } }] }),
    ).toEqual({ data: { a: null }, faults: [{ error, path: ['a', 0] }] });
  });

  it('may be nothing but errors, with or without places', () => {
    const answer = { data: undefined, faults: [{ error, path: [] }] };
    expect([
      root({ errors: [{ message: 'x' }] }),
      root({ data: null, errors: [{ message: 'x', path: null }] }),
    ]).toEqual([answer, answer]);
  });

  it('has no faults where errors are null', () => {
    expect(root({ data: {}, errors: null })).toEqual({ data: {}, faults: [] });
  });

  it('keeps a field named __proto__', () => {
    const json = JSON.parse('{"data":{"__proto__":"x"}}') as unknown;
    expect(JSON.stringify(root(json))).toBe('{"data":{"__proto__":"x"},"faults":[]}');
  });

  it.each([
    [null],
    [[]],
    ['text'],
    [{ data: 'text' }],
    [{ data: [] }],
    [{ errors: 'text' }],
    [{ errors: [1] }],
  ])('is not %j', (json) => {
    expect(() => root(json)).toThrow();
  });
});

describe('what a subgraph answers for entities', () => {
  it('is one for each representation, faults at the places within it', () => {
    expect(
      entities({
        data: { _entities: [{ a: 1 }, null] },
        errors: [{ path: ['_entities', 1, 'a', 'b'] }, { path: ['_entities', 0] }],
      }),
    ).toEqual({
      entities: [{ a: 1 }, null],
      faults: [
        { error, position: 1, path: ['a', 'b'] },
        { error, position: 0, path: [] },
      ],
    });
  });

  it('is none for any where there is no data: every one is at fault', () => {
    expect(entities({ data: null, errors: [{ message: 'x' }] })).toEqual({
      entities: [null, null],
      faults: [
        { error, position: 0, path: [] },
        { error, position: 1, path: [] },
      ],
    });
  });

  it.each([
    [['_entities', 2]],
    [['_entities', -1]],
    [['_entities', 0.5]],
    [['_entities', 'x']],
    [['other', 0]],
  ])('is at fault for all where an error stands at no entity: %j', (path) => {
    expect(entities({ data: { _entities: [{}, {}] }, errors: [{ path }] })).toEqual({
      entities: [{}, {}],
      faults: [
        { error, position: 0, path: [] },
        { error, position: 1, path: [] },
      ],
    });
  });

  it('has one fault for one place, however often it is given', () => {
    const errors = Array.from({ length: 1_000 }, (_, n) =>
      n % 2 === 0 ? { message: 'x' } : { path: ['_entities', 1, 'a'] },
    );
    expect(entities({ data: { _entities: [null, {}] }, errors })).toEqual({
      entities: [null, {}],
      faults: [
        { error, position: 0, path: [] },
        { error, position: 1, path: [] },
        { error, position: 1, path: ['a'] },
      ],
    });
  });

  it.each([[[]], [[{}, {}, {}]], ['text'], [{}]])('is not of another length or shape: %j', (given) => {
    expect(() => entities({ data: { _entities: given } })).toThrow('A subgraph failed.');
  });
});
