import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { createOutbox, type Sendable } from '../../../../gateway/states/outbox.js';

const sendable = (token: string, given: Partial<Sendable> = {}): Sendable => ({
  token,
  body: '{}',
  mostTogether: 64,
  ...given,
});

function outboxUnderTest() {
  const sent: string[][] = [];
  const put = createOutbox((together) => sent.push(together.map(({ token }) => token)));
  return { sent, put };
}

describe('an outbox', () => {
  it('sends together what is put into it in a turn of the event loop, and nothing before', async () => {
    const { sent, put } = outboxUnderTest();
    put(sendable('a'));
    await Promise.resolve();
    put(sendable('b'));
    expect(sent).toEqual([]);
    await turn();
    put(sendable('c'));
    await turn();
    expect(sent).toEqual([['a', 'b'], ['c']]);
  });

  it('sends no more together than are taken, in the order in which they came', async () => {
    const { sent, put } = outboxUnderTest();
    for (const token of 'abcde') put(sendable(token, { mostTogether: 2 }));
    for (const token of 'fg') put(sendable(token, { mostTogether: 1 }));
    await turn();
    expect(sent).toEqual([['a', 'b'], ['c', 'd'], ['e'], ['f'], ['g']]);
  });

  it('takes the least where those differ by how many are taken', async () => {
    const { sent, put } = outboxUnderTest();
    put(sendable('a', { mostTogether: 64 }));
    put(sendable('b', { mostTogether: 1 }));
    put(sendable('c', { mostTogether: 64 }));
    await turn();
    expect(sent).toEqual([['a'], ['b'], ['c']]);
  });

  it('sends no more characters together than a node takes, and alone what is longer by itself', async () => {
    const { sent, put } = outboxUnderTest();
    for (const token of 'abc') put(sendable(token, { body: 'x'.repeat(100_000) }));
    put(sendable('d', { body: 'x'.repeat(400_000) }));
    put(sendable('e'));
    await turn();
    expect(sent).toEqual([['a', 'b'], ['c'], ['d'], ['e']]);
  });
});
