import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import type { ErrorCode } from '../../common/errors.js';
import type { GatewayContext } from '../exchange.js';

/** What may be wrong with an operation in a request that is itself GraphQL over HTTP. */
const operationErrors: ReadonlySet<unknown> = new Set<ErrorCode>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'ARGUMENT_INVALID',
]);

/**
 * Answers 200 to clients of before `application/graphql-response+json` whose operation is at fault: to them another
 * status says that no GraphQL server answered, and they would not read which error it was. Whoever does not name
 * `application/json`, or knows the newer media type, gets the status of the error. Refusals stay what they are.
 *
 * @see GraphQL over HTTP, "application/json": https://graphql.github.io/graphql-over-http/draft/#sec-application-json
 */
export function legacyStatus(): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: (context) => {
          if (
            isOperationAtFault(context) &&
            knowsJsonOnly(context.request.http?.headers.get('accept') ?? '')
          ) {
            const { http } = context.response;
            http.status = 200;
            http.headers.set('content-type', 'application/json; charset=utf-8');
          }
          return Promise.resolve();
        },
      }),
  };
}

function isOperationAtFault({ response }: GraphQLRequestContextWillSendResponse<GatewayContext>): boolean {
  if (response.body.kind !== 'single') return false;
  const { data, errors = [] } = response.body.singleResult;
  const isAtFault = errors.every(({ extensions }) => operationErrors.has(extensions?.['code']));
  return data === undefined && errors.length > 0 && isAtFault;
}

/** Whether an `Accept` header names `application/json` and not GraphQL's own media type. */
function knowsJsonOnly(accept: string): boolean {
  const ranges = accept.split(',').map((range) => range.replace(/;.*/su, '').trim().toLowerCase());
  return ranges.includes('application/json') && !ranges.includes('application/graphql-response+json');
}
