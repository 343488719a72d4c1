import { HeaderMap } from '@apollo/server';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, type GraphQLError } from 'graphql';
import { IstmoError } from '../../../common/errors.js';
import { createApollo } from '../../../gateway/http/apollo.js';
import type { SupergraphGateway } from '../../../gateway/plan/gateway.js';
import { refusal } from '../../../gateway/reply/refusal.js';

const apiSchema = buildSchema('type Query { given(all: Boolean): String }');

/** Asks `{ given }` of a gateway that executes so. */
async function ask(execute: SupergraphGateway['execute']) {
  const asked: Parameters<SupergraphGateway['execute']>[0][] = [];
  const faults: string[] = [];
  const counting: SupergraphGateway['execute'] = (operation) => {
    asked.push(operation);
    return execute(operation);
  };
  const gateway: SupergraphGateway = {
    onSchemaLoadOrUpdate: (callback) => {
      callback({ apiSchema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: () => Promise.resolve({ executor: counting }),
    execute: counting,
    stop: () => Promise.resolve(),
    supergraphStatus: 'CURRENT',
    planLookups: { hits: 0, misses: 0 },
  };
  const told = {
    requestDidStart: () =>
      Promise.resolve({
        didEncounterErrors: ({ errors }: { readonly errors: readonly GraphQLError[] }) => {
          faults.push(...errors.map(({ message }) => message));
          return Promise.resolve();
        },
      }),
  };
  const apollo = createApollo({ gateway, plugins: [told], documents: undefined });
  await apollo.start();
  const { status, body } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: 'POST',
      headers: new HeaderMap([
        ['content-type', 'application/json'],
        ['accept', 'application/graphql-response+json'],
      ]),
      search: '',
      body: { query: 'query Q($all: Boolean) { given(all: $all) }', variables: { all: true } },
    },
    context: () =>
      Promise.resolve({ exchange: { requestId: 'r', receivedAt: 0, sourceAddress: '::1', answers: [] } }),
  });
  await apollo.stop();
  if (body.kind !== 'complete') throw new Error('in one piece');
  return { asked, faults, status, reply: JSON.parse(body.string) as Record<string, unknown> };
}

describe('an operation', () => {
  it('is executed once, with its variables, and without an object that Apollo Server makes for gateways', async () => {
    const { asked, reply, faults, status } = await ask(() => Promise.resolve({ data: { given: 'x' } }));
    expect(reply).toEqual({ data: { given: 'x' } });
    expect([status, faults]).toEqual([undefined, []]);
    expect(asked.map((one) => Object.keys(one).sort())).toEqual([
      ['context', 'document', 'operation', 'queryHash', 'request', 'schema'],
    ]);
    expect(asked[0]).toMatchObject({
      operation: { name: { value: 'Q' } },
      request: { variables: { all: true } },
      context: { exchange: { requestId: 'r' } },
      queryHash: expect.stringMatching(/^[0-9a-f]{64}$/u) as unknown,
    });
  });

  it('is executed once where it ends in errors beside data, which are told and formatted', async () => {
    const { asked, reply, faults } = await ask(() =>
      Promise.resolve({ data: { given: null }, errors: [refusal(new IstmoError('STATE_TIMEOUT'))] }),
    );
    expect(asked).toHaveLength(1);
    expect(reply).toMatchObject({
      data: { given: null },
      errors: [{ extensions: { code: 'STATE_TIMEOUT' } }],
    });
    expect(faults).toHaveLength(1);
  });

  it('is executed once where it is refused', async () => {
    const { asked, reply, faults } = await ask(() =>
      Promise.resolve({ errors: [refusal(new IstmoError('PLAN_TOO_COSTLY'))] }),
    );
    expect(asked).toHaveLength(1);
    expect(reply['errors']).toMatchObject([{ extensions: { code: 'PLAN_TOO_COSTLY' } }]);
    expect(faults).toHaveLength(1);
  });

  it('is executed once where executing it fails, of which nothing is told but that it did', async () => {
    const { asked, reply, faults } = await ask(() => Promise.reject(new Error('SELECT secret')));
    expect(asked).toHaveLength(1);
    expect(reply['errors']).toMatchObject([{ extensions: { code: 'INTERNAL' } }]);
    expect(JSON.stringify(reply)).not.toContain('secret');
    expect(faults).toEqual(['SELECT secret']);
  });
});
