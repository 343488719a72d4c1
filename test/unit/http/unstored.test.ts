import { HeaderMap } from '@apollo/server';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, GraphQLError, print } from 'graphql';
import { createApollo } from '../../../gateway/http/apollo.js';
import type { SupergraphGateway } from '../../../gateway/plan/gateway.js';

const apiSchema = buildSchema('type Query { given: String refused: String }');

const execute: SupergraphGateway['execute'] = ({ document }) =>
  Promise.resolve(
    print(document).includes('given') ? { data: { given: 'x' } } : { errors: [new GraphQLError('refused')] },
  );

/** A gateway that answers without asking anybody. */
const gateway: SupergraphGateway = {
  onSchemaLoadOrUpdate: (callback) => {
    callback({ apiSchema, coreSupergraphSdl: '' });
    return () => undefined;
  },
  load: () => Promise.resolve({ executor: execute }),
  execute,
  stop: () => Promise.resolve(),
  supergraphStatus: 'CURRENT',
  planLookups: { hits: 0, misses: 0 },
};

describe('an answer', () => {
  it.each([['{ given }'], ['{ refused }'], ['{ unknown }'], ['{']])(
    'to %s is stored by nothing on its way',
    async (query) => {
      const apollo = createApollo({ gateway, plugins: [], documents: undefined });
      await apollo.start();
      const { headers } = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          method: 'POST',
          headers: new HeaderMap([['content-type', 'application/json']]),
          search: '',
          body: { query },
        },
        context: () =>
          Promise.resolve({
            exchange: { requestId: 'r', receivedAt: 0, sourceAddress: '::1', answers: [] },
          }),
      });
      await apollo.stop();
      expect(headers.get('cache-control')).toBe('no-store');
    },
  );
});
