import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { IstmoError } from '../../../../common/errors.js';
import { type Run, runStep } from '../../../../gateway/execute/run.js';
import type { EntitiesAnswer, RootAnswer, Source } from '../../../../gateway/execute/source.js';
import type { Data } from '../../../../gateway/plan/data.js';
import type { FetchStep, Step } from '../../../../gateway/plan/steps.js';

const error = new IstmoError('SUBGRAPH_ERROR');

/** What a subgraph was asked, in order. */
interface Asked {
  readonly text: string;
  readonly variables: Data;
  readonly representations?: readonly Data[];
}

interface Stub {
  readonly root?: (text: string) => RootAnswer | Promise<RootAnswer>;
  readonly entities?: (representations: readonly Data[]) => EntitiesAnswer;
}

/** Runs a step over one stand-in subgraph, and gives the data, the faults and what was asked. */
async function run(
  step: Step,
  stub: Stub,
  {
    data = {},
    variables = {},
    conditions = {},
  }: Partial<Pick<Run, 'data' | 'variables' | 'conditions'>> = {},
) {
  const asked: Asked[] = [];
  const source: Source = {
    root: async ({ operation, variables: given }) => {
      asked.push({ text: operation.text, variables: given });
      return stub.root?.(operation.text) ?? { data: undefined, faults: [] };
    },
    entities: ({ operation, variables: given }, representations) => {
      asked.push({ text: operation.text, variables: given, representations });
      return Promise.resolve(stub.entities?.(representations) ?? { entities: [], faults: [] });
    },
  };
  const faults: Run['faults'] = [];
  const exchange = { requestId: 'r', receivedAt: 0, sourceAddress: '::1', answers: [] };
  await runStep(step, {
    sources: new Map([['s', source]]),
    variables,
    conditions,
    context: { exchange },
    data,
    faults,
  });
  return { data, faults, asked };
}

function fetch(text: string, change: Partial<FetchStep> = {}): FetchStep {
  return {
    kind: 'fetch',
    subgraph: 's',
    path: [],
    operation: { text, name: undefined, variables: [] },
    ...change,
  };
}

/** A fetch of entities by their id. */
function entities(path: readonly string[], change: Partial<FetchStep> = {}): FetchStep {
  return fetch('entities', {
    path,
    representation:
      () =>
      ({ id }) =>
        id === undefined ? undefined : { __typename: 'P', id },
    ...change,
  });
}

const named = (representations: readonly Data[]): EntitiesAnswer => ({
  entities: representations.map(({ id }) => ({ name: `name of ${String(id)}` })),
  faults: [],
});

describe('running a plan', () => {
  it('merges what a fetch gives into the root', async () => {
    const { data, faults } = await run(
      fetch('{ a }'),
      { root: () => ({ data: { a: { y: 2 } }, faults: [] }) },
      { data: { a: { x: 1 } } },
    );
    expect({ data, faults }).toEqual({ data: { a: { x: 1, y: 2 } }, faults: [] });
  });

  it('runs a sequence one after the other, and what is parallel side by side', async () => {
    const order: string[] = [];
    const slow: Stub = {
      root: async (text) => {
        order.push(`begin ${text}`);
        await pause(text === 'a' ? 30 : 5);
        order.push(`end ${text}`);
        return { data: {}, faults: [] };
      },
    };
    const steps = [fetch('a'), fetch('b')];
    await run({ kind: 'sequence', steps }, slow);
    await run({ kind: 'parallel', steps }, slow);
    expect(order).toEqual([
      ...['begin a', 'end a', 'begin b', 'end b'],
      ...['begin a', 'begin b', 'end b', 'end a'],
    ]);
  });

  it.each([
    [true, ['yes']],
    [false, ['no']],
    [undefined, ['no']],
  ])('takes the branch of a condition that is %s', async (value, expected) => {
    const step: Step = { kind: 'condition', variable: 'v', whenTrue: fetch('yes'), whenFalse: fetch('no') };
    const conditions: Record<string, boolean> = value === undefined ? {} : { v: value };
    const { asked } = await run(step, {}, { conditions });
    expect(asked.map(({ text }) => text)).toEqual(expected);
  });

  it('takes no branch where there is none', async () => {
    const step: Step = { kind: 'condition', variable: 'v', whenTrue: fetch('yes'), whenFalse: undefined };
    expect((await run(step, {}, { conditions: { v: false } })).asked).toEqual([]);
  });

  it('sends the variables that a fetch uses, as the client gave them, null too', async () => {
    const operation = { text: '{ a }', name: undefined, variables: ['first', 'after', 'absent', 'toString'] };
    const { asked } = await run(
      fetch('', { operation }),
      {},
      { variables: { first: 1, after: null, other: 2 } },
    );
    expect(asked).toEqual([{ text: '{ a }', variables: { first: 1, after: null } }]);
  });

  it('asks no subgraph that is not there', async () => {
    await expect(run(fetch('{ a }', { subgraph: 'other' }), {})).rejects.toThrow('The gateway failed.');
  });
});

describe('a fetch of entities', () => {
  const products = (): Data => ({ products: [{ id: '1' }, null, { id: '2' }, { id: '1' }, { x: 1 }] });

  it('sends identical representations once, and merges the answer into each that is meant', async () => {
    const { data, asked } = await run(entities(['products', '@']), { entities: named }, { data: products() });
    expect(asked[0]?.representations).toEqual([
      { __typename: 'P', id: '1' },
      { __typename: 'P', id: '2' },
    ]);
    expect(data).toEqual({
      products: [
        { id: '1', name: 'name of 1' },
        null,
        { id: '2', name: 'name of 2' },
        { id: '1', name: 'name of 1' },
        { x: 1 },
      ],
    });
  });

  it('is not sent where there is nothing to ask for', async () => {
    const nothing = await run(entities(['products', '@']), {}, { data: { products: [] } });
    const noKey = await run(entities(['products', '@']), {}, { data: { products: [{ x: 1 }] } });
    expect([nothing.asked, noKey.asked]).toEqual([[], []]);
  });

  it('leaves an object as it is where there is no such entity', async () => {
    const { data } = await run(
      entities(['products', '@']),
      { entities: () => ({ entities: [null, 'no object'], faults: [] }) },
      { data: products() },
    );
    expect(data).toEqual(products());
  });

  it('rewrites each entity before it is merged', async () => {
    const rewriteOutput = (value: unknown): void => {
      (value as Data)['name'] = 'rewritten';
    };
    const { data } = await run(
      entities(['product'], { rewriteOutput }),
      { entities: named },
      { data: { product: { id: '1' } } },
    );
    expect(data).toEqual({ product: { id: '1', name: 'rewritten' } });
  });

  it('notes a fault at every place that the representation stands for', async () => {
    const { faults } = await run(
      entities(['products', '@']),
      {
        entities: () => ({
          entities: [null, {}],
          faults: [{ error, position: 0, path: ['name'], state: 'GT' }],
        }),
      },
      { data: products() },
    );
    expect(faults).toEqual([
      { error, path: ['products', 0, 'name'], state: 'GT' },
      { error, path: ['products', 3, 'name'], state: 'GT' },
    ]);
  });
});

describe('a fetch of fields of a root type', () => {
  it('notes its faults where they arose', async () => {
    const { data, faults } = await run(fetch('{ a { b } }'), {
      root: () => ({ data: { a: null }, faults: [{ error, path: ['a', 'b'] }] }),
    });
    expect({ data, faults }).toEqual({ data: { a: null }, faults: [{ error, path: ['a', 'b'] }] });
  });

  it('leaves the data as they are where there is no answer', async () => {
    const { data, faults } = await run(
      fetch('{ a }'),
      { root: () => ({ data: undefined, faults: [{ error, path: [] }] }) },
      { data: { b: 1 } },
    );
    expect({ data, faults }).toEqual({ data: { b: 1 }, faults: [{ error, path: [] }] });
  });

  it('fills the root type wherever it is reached again, and notes its faults at each place', async () => {
    const { data, faults } = await run(
      fetch('{ a }', { path: ['steps', '@', 'query'] }),
      { root: () => ({ data: { a: 1 }, faults: [{ error, path: ['b'] }] }) },
      { data: { steps: [{ query: {} }, { query: {} }] } },
    );
    expect({ data, faults }).toEqual({
      data: { steps: [{ query: { a: 1 } }, { query: { a: 1 } }] },
      faults: [
        { error, path: ['steps', 0, 'query', 'b'] },
        { error, path: ['steps', 1, 'query', 'b'] },
      ],
    });
  });

  it('rewrites what was answered before it is merged', async () => {
    const rewriteOutput = (value: unknown): void => {
      (value as Data)['a'] = 2;
    };
    const { data } = await run(fetch('{ a }', { rewriteOutput }), {
      root: () => ({ data: { a: 1 }, faults: [] }),
    });
    expect(data).toEqual({ a: 2 });
  });
});
