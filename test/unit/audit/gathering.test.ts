import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { enoughGathered, gatherEntries, gatherWithinMs } from '../../../audit/thread/gathering.js';

/** How many are to come. */
let toCome: number;
/** Entries that were added and not sent, and how many went with each message. */
let added: number;
let messages: number[];
let gathering: ReturnType<typeof gatherEntries>;

beforeEach(() => {
  jest.useFakeTimers();
  toCome = 0;
  added = 0;
  messages = [];
  const send = (): void => {
    messages.push(added);
    added = 0;
  };
  gathering = gatherEntries(send, () => toCome);
});
afterEach(() => {
  jest.useRealTimers();
});

function add(): void {
  added += 1;
  gathering.added();
}

/** Nothing but what was to be done at the end of this turn. */
const endTurn = (): void => jest.advanceTimersByTime(0);

describe('gathering entries', () => {
  it('sends a lone one at the end of the turn in which it was added', () => {
    add();
    expect(messages).toEqual([]);
    endTurn();
    expect(messages).toEqual([1]);
  });

  it('sends those of one turn together', () => {
    add();
    add();
    endTurn();
    expect(messages).toEqual([2]);
  });

  it('waits for one that is to come, and sends both as soon as it has', () => {
    toCome = 1;
    add();
    endTurn();
    jest.advanceTimersByTime(gatherWithinMs - 1);
    expect(messages).toEqual([]);
    toCome = 0;
    add();
    endTurn();
    expect(messages).toEqual([2]);
    jest.advanceTimersByTime(100);
    expect(messages).toEqual([2]);
  });

  it('waits no longer than that for one that does not come, from the first that it keeps waiting', () => {
    toCome = 1;
    add();
    endTurn();
    jest.advanceTimersByTime(gatherWithinMs - 1);
    add();
    endTurn();
    expect(messages).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(messages).toEqual([2]);
    add();
    endTurn();
    jest.advanceTimersByTime(gatherWithinMs);
    expect(messages).toEqual([2, 1]);
  });

  it('waits for no more where enough are there', () => {
    toCome = 100;
    for (let one = 1; one < enoughGathered; one += 1) add();
    endTurn();
    expect(messages).toEqual([]);
    add();
    endTurn();
    expect(messages).toEqual([enoughGathered]);
  });

  it('sends what there is when it is told to, once', () => {
    toCome = 1;
    add();
    gathering.sendNow();
    endTurn();
    jest.advanceTimersByTime(100);
    expect(messages).toEqual([1]);
  });
});
