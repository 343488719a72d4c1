import { describe, expect, it } from '@jest/globals';
import { placesAt, targetsAt } from '../../../../gateway/execute/targets.js';
import type { Data } from '../../../../gateway/plan/data.js';

const data: Data = {
  product: { id: '1', owner: null },
  products: [{ id: '2', owner: { id: 'a' } }, null, { id: '3', owner: { id: 'b' } }],
  grid: [[{ id: '4' }, null], null, [], [{ id: '5' }]],
  text: 'no object',
};

describe('the targets of a step', () => {
  it('are the root itself where the path is empty', () => {
    expect([targetsAt(data, [])[0] === data, placesAt(data, [])]).toEqual([true, [[]]]);
  });

  it.each<[string, readonly string[], readonly string[], readonly unknown[]]>([
    ['an object', ['product'], ['1'], [['product']]],
    [
      'each of a list, nulls left out',
      ['products', '@'],
      ['2', '3'],
      [
        ['products', 0],
        ['products', 2],
      ],
    ],
    [
      'objects beneath a list',
      ['products', '@', 'owner'],
      ['a', 'b'],
      [
        ['products', 0, 'owner'],
        ['products', 2, 'owner'],
      ],
    ],
    [
      'each of lists within a list',
      ['grid', '@', '@'],
      ['4', '5'],
      [
        ['grid', 0, 0],
        ['grid', 3, 0],
      ],
    ],
    ['none beneath null', ['product', 'owner'], [], []],
    ['none beneath what is no object', ['text', 'owner'], [], []],
    ['none where an object stands instead of a list', ['product', '@'], [], []],
    ['none beneath what all objects inherit', ['constructor', 'prototype'], [], []],
    ['none where nothing is', ['nothing', '@', 'at', 'all'], [], []],
  ])('are %s, each with its place', (_, path, ids, places) => {
    expect({ ids: targetsAt(data, path).map(({ id }) => id), places: placesAt(data, path) }).toEqual({
      ids,
      places,
    });
  });

  it('are the objects themselves, so that what is merged into them is in the data', () => {
    expect(targetsAt(data, ['products', '@'])[1]).toBe((data['products'] as unknown[])[2]);
  });
});
