import { setTimeout as pause } from 'node:timers/promises';
import { ApolloServer } from '@apollo/server';
import { afterEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { Source } from '../../../../gateway/execute/source.js';
import type { GatewayContext } from '../../../../gateway/exchange.js';
import { createGateway, type SupergraphGateway } from '../../../../gateway/plan/gateway.js';
import type { SupergraphFile } from '../../../../gateway/plan/supergraph-file.js';
import { supergraphOf } from './supergraph.js';

const one = supergraphOf({ a: 'type Query { old: String  both: String }' });
const two = supergraphOf({ a: 'type Query { new: String  both: String }' });

/** A subgraph that takes its time, and gives every field its own name. */
const source: Source = {
  root: async ({ operation }) => {
    await pause(20);
    const names = operation.text.match(/[a-z]+/gu) ?? [];
    return { data: Object.fromEntries(names.map((name) => [name, name])), faults: [] };
  },
  entities: () => Promise.reject(new Error('nobody asks for entities')),
};

let server: ApolloServer<GatewayContext> | undefined;

afterEach(async () => {
  await server?.stop();
  server = undefined;
});

interface Started {
  readonly gateway: SupergraphGateway;
  /** Puts another text in the supergraph's place, and waits until it has been looked at. */
  readonly replace: (sdl: string) => Promise<void>;
  readonly ask: (query: string) => Promise<unknown>;
  readonly watched: () => boolean;
}

async function start(sdl: string, knows: (name: string) => boolean = () => true): Promise<Started> {
  let change: ((text: string) => Promise<void>) | undefined;
  const supergraph: SupergraphFile = {
    read: () => sdl,
    watch: (_known, onChange) => {
      change = onChange;
      return () => {
        change = undefined;
        return Promise.resolve();
      };
    },
  };
  const gateway = createGateway({
    supergraph,
    sources: (subgraphs) => {
      for (const { name } of subgraphs) if (!knows(name)) throw new Error(`unknown: ${name}`);
      return new Map([['a', source]]);
    },
    logger: pino({ level: 'silent' }),
  });
  const apollo = new ApolloServer<GatewayContext>({ gateway, stopOnTerminationSignals: false });
  server = apollo;
  await apollo.start();
  return {
    gateway,
    replace: async (text) => change?.(text),
    ask: (query) => ask(apollo, query),
    watched: () => change !== undefined,
  };
}

async function ask(apollo: ApolloServer<GatewayContext>, query: string): Promise<unknown> {
  const exchange = { requestId: 'r', receivedAt: 0, sourceAddress: '::1', answers: [] };
  const { body } = await apollo.executeOperation({ query }, { contextValue: { exchange } });
  if (body.kind !== 'single') throw new Error(body.kind);
  const { data, errors } = body.singleResult;
  return errors === undefined
    ? (JSON.parse(JSON.stringify(data)) as unknown)
    : errors.map(({ message }) => message);
}

describe('a gateway over a supergraph', () => {
  it('answers under it, and says that it is current', async () => {
    const { gateway, ask } = await start(one);
    expect([await ask('{ old both }'), gateway.supergraphStatus]).toEqual([
      { old: 'old', both: 'both' },
      'CURRENT',
    ]);
  });

  it('takes up a new one while it serves, and answers every request that comes meanwhile', async () => {
    const { gateway, ask, replace } = await start(one);
    const askTen = () => Array.from({ length: 10 }, () => ask('{ both }'));
    const before = [...askTen(), ask('{ old }')];
    const replaced = replace(two);
    const meanwhile = askTen();
    await replaced;
    const after = [...askTen(), ask('{ new }')];
    const both = Array.from({ length: 10 }, () => ({ both: 'both' }));
    expect(await Promise.all([...before, ...meanwhile, ...after])).toEqual([
      ...both,
      { old: 'old' },
      ...both,
      ...both,
      { new: 'new' },
    ]);
    expect(gateway.supergraphStatus).toBe('CURRENT');
  });

  it('ends a request under the supergraph that it began with', async () => {
    const { ask, replace } = await start(one);
    const begun = ask('{ old }');
    await pause(5);
    await replace(two);
    expect([await begun, await ask('{ old }')]).toEqual([
      { old: 'old' },
      ['Cannot query field "old" on type "Query".'],
    ]);
  });

  it.each([
    ['that is no supergraph', '<html>502 Bad Gateway</html>'],
    ['that is cut off', two.slice(0, 400)],
    ['with a subgraph that nobody knows', supergraphOf({ b: 'type Query { new: String }' })],
  ])('goes on with the one before where a new one comes %s, and says so', async (_, bad) => {
    const { gateway, ask, replace } = await start(one, (name) => name === 'a');
    await replace(bad);
    expect([await ask('{ old }'), gateway.supergraphStatus]).toEqual([{ old: 'old' }, 'STALE']);
  });

  it('is current again when a good one comes, or the one before comes back', async () => {
    const { gateway, ask, replace } = await start(one);
    await replace('bad');
    await replace(one);
    expect([gateway.supergraphStatus, await ask('{ old }')]).toEqual(['CURRENT', { old: 'old' }]);
    await replace('bad');
    await replace(two);
    expect([gateway.supergraphStatus, await ask('{ new }')]).toEqual(['CURRENT', { new: 'new' }]);
    await replace(one);
    expect([gateway.supergraphStatus, await ask('{ old }')]).toEqual(['CURRENT', { old: 'old' }]);
  });

  it('does not start on a bad one', async () => {
    await expect(start('bad')).rejects.toThrow();
    server = undefined;
  });

  it('watches from when it has started until it is stopped', async () => {
    const { watched } = await start(one);
    expect(watched()).toBe(true);
    await server?.stop();
    server = undefined;
    expect(watched()).toBe(false);
  });
});
