import { describe, expect, it } from '@jest/globals';
import type { Condition } from '../../../../policy/agreement.js';
import { rowClasses } from '../../../../policy/diff/row-classes.js';

/** `110` for a row that satisfies the first two of three conditions. */
function classesOf(...conditions: readonly Condition[]): readonly string[] {
  return rowClasses(conditions)
    .map((one) => one.map(Number).join(''))
    .sort();
}

describe('the rows that conditions tell apart', () => {
  it('are all rows where there is no condition', () => {
    expect(classesOf()).toEqual(['']);
  });

  it('are one that has no value, which satisfies none, beside those that satisfy this or the other', () => {
    expect(classesOf({ code: { eq: 'H0' } }, { code: { notIn: ['H0'] } })).toEqual(['00', '01', '10']);
  });

  it('are those below, between and above the values named, in numbers and in texts', () => {
    const between = (low: string | number, high: string | number): readonly Condition[] => [
      { at: { gte: low } },
      { at: { lte: high } },
      { at: { notIn: [low, high] } },
    ];
    const four = ['000', '011', '101', '110', '111'];
    expect(classesOf(...between('2020', '2021'))).toEqual(expect.arrayContaining(four));
    expect(classesOf(...between(1, 2))).toEqual(expect.arrayContaining(four.slice(1)));
  });

  it('combine what is said of several fields', () => {
    expect(classesOf({ a: { eq: 'x' } }, { b: { eq: 'y' } }, { a: { eq: 'x' }, b: { eq: 'y' } })).toEqual([
      '000',
      '010',
      '100',
      '111',
    ]);
  });
});
