import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type LimitedNode, openLimitedNode } from './quota/limited-node.js';

let node: LimitedNode;

beforeEach(async () => {
  node = await openLimitedNode([]);
});
afterEach(() => node.close());

describe("a node's entries that are to come", () => {
  it('are those of requests under way', async () => {
    await node.ask('__typename', { __typename: 'Firearm', id: 'GT:Firearm:1' }, { rid: 'r' });
    expect({ then: node.toComeThen, now: [...node.toCome] }).toEqual({ then: [['r']], now: [] });
  });
});
