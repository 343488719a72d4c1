import { describe, expect, it } from '@jest/globals';
import { createReplayMemory } from '../../../subgraphs/kit/replay-memory.js';

/** Whether an id is taken for new at each of these seconds, by a memory of 70 s. */
function newAt(seconds: readonly number[]): readonly boolean[] {
  let now = 0;
  const isNew = createReplayMemory(70_000, () => now);
  return seconds.map((second) => {
    now = second * 1000;
    return isNew('a');
  });
}

describe('a memory of assertions', () => {
  it.each([
    ['at once', [0, 0], [true, false]],
    ['as long as it is good, whenever it came first', [69, 138.9], [true, false]],
    ['not for ever', [0, 141], [true, true]],
    ['not after a long silence', [69, 1000, 1001], [true, true, false]],
  ])('knows an id again %s', (_, seconds, expected) => {
    expect(newAt(seconds)).toEqual(expected);
  });

  it('knows each id by itself', () => {
    const isNew = createReplayMemory(70_000, () => 0);
    expect(['a', 'b', 'a', 'b'].map(isNew)).toEqual([true, true, false, false]);
  });
});
