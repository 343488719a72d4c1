import { describe, expect, it } from '@jest/globals';
import { getOperationAST, parse } from 'graphql';
import { IstmoError } from '../../../../common/errors.js';
import { createExecutor } from '../../../../gateway/execute/executor.js';
import type { RootAnswer, Source } from '../../../../gateway/execute/source.js';
import { createEngine } from '../../../../gateway/plan/engine.js';
import { supergraphOf } from '../plan/supergraph.js';

const engine = createEngine(
  supergraphOf({
    a: `
      type Query { surely: Int!  maybe: Int  echo(text: String = "d", list: [Int!], colour: Colour): String }
      type Mutation { change: Int }
      enum Colour { RED GREEN }`,
  }),
);

type ExecutorArguments = Parameters<ReturnType<typeof createExecutor>>[0];

/** Executes an operation over one subgraph that answers so; gives the reply and what the subgraph was sent. */
async function execute(
  query: string,
  answer: RootAnswer,
  { variables, operationName }: { variables?: Record<string, unknown>; operationName?: string } = {},
) {
  const sent: unknown[] = [];
  const source: Source = {
    root: ({ operation, variables: given }) => {
      sent.push({ text: operation.text, variables: given });
      return Promise.resolve(answer);
    },
    entities: () => Promise.reject(new Error('nobody asks for entities')),
  };
  const executing = { engine, sources: new Map([['a', source]]) };
  const document = parse(query);
  const { data, errors } = await createExecutor(() => executing)({
    schema: engine.apiSchema,
    document,
    operation: getOperationAST(document, operationName),
    request: { variables },
    queryHash: query,
    context: { exchange: { requestId: 'r', receivedAt: 0, sourceAddress: '::1', answers: [] } },
  } as unknown as ExecutorArguments);
  return {
    data: data == null ? data : JSON.stringify(data),
    errors: errors?.map(({ message, path }) => ({ message, path })),
    sent,
  };
}

describe('the executor', () => {
  it('answers with JSON text, and without errors where there are none', async () => {
    expect(await execute('{ b: maybe surely }', { data: { surely: 1, b: 2 }, faults: [] })).toEqual({
      data: '{"b":2,"surely":1}',
      errors: undefined,
      sent: [{ text: '{b:maybe surely}', variables: {} }],
    });
  });

  it('sends variables as they were given and leaves defaults to the subgraph', async () => {
    const query =
      'query($text: String = "x", $list: [Int!], $colour: Colour) { echo(text: $text, list: $list, colour: $colour) }';
    const { sent } = await execute(
      query,
      { data: {}, faults: [] },
      { variables: { list: 1, colour: 'RED', other: 1 } },
    );
    expect(sent).toEqual([
      {
        text: 'query($text:String="x"$list:[Int!]$colour:Colour){echo(text:$text list:$list colour:$colour)}',
        variables: { list: 1, colour: 'RED' },
      },
    ]);
  });

  it('asks nobody where variables do not fit', async () => {
    const query = 'query($list: [Int!]) { echo(list: $list) }';
    expect(await execute(query, { data: {}, faults: [] }, { variables: { list: [null] } })).toEqual({
      data: undefined,
      errors: [
        {
          message: 'An argument is not valid. list: no value of its type.',
          path: undefined,
        },
      ],
      sent: [],
    });
  });

  it('takes conditions from variables and their defaults', async () => {
    const query =
      'query($a: Boolean! = true, $b: Boolean!) { surely @skip(if: $a) maybe @include(if: $b) __typename }';
    const answer = { data: { surely: 1, maybe: 2 }, faults: [] };
    const texts = [];
    for (const variables of [{ b: true }, { a: false, b: false }, { b: false }])
      texts.push((await execute(query, answer, { variables })).data);
    expect(texts).toEqual([
      '{"maybe":2,"__typename":"Query"}',
      '{"surely":1,"__typename":"Query"}',
      '{"__typename":"Query"}',
    ]);
  });

  it('executes the operation that is named', async () => {
    const query = 'query A { maybe } mutation B { change }';
    const answer = { data: { maybe: 1, change: 2 }, faults: [] };
    const both = [
      await execute(query, answer, { operationName: 'A' }),
      await execute(query, answer, { operationName: 'B' }),
    ];
    expect(both.map(({ data }) => data)).toEqual(['{"maybe":1}', '{"change":2}']);
  });

  it('answers null where null reached the root, and says why once', async () => {
    const error = new IstmoError('SUBGRAPH_ERROR');
    expect(
      await execute('{ maybe surely }', { data: undefined, faults: [{ error, path: [] }] }),
    ).toMatchObject({ data: null, errors: [{ message: 'A subgraph failed.', path: undefined }] });
    expect(await execute('{ maybe surely }', { data: { maybe: 1 }, faults: [] })).toMatchObject({
      data: null,
      errors: [{ message: 'A value is not what the schema promises.', path: ['surely'] }],
    });
  });

  it('answers of the schema and of subgraphs in one reply, in the order that was asked', async () => {
    const { data } = await execute('{ maybe __type(name: "Colour") { name } surely }', {
      data: { surely: 1, maybe: 2 },
      faults: [],
    });
    expect(data).toBe('{"maybe":2,"__type":{"name":"Colour"},"surely":1}');
  });
});
