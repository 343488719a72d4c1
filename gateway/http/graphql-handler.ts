import type { IncomingHttpHeaders } from 'node:http';
import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { IstmoError } from '../../common/errors.js';
import type { Exchange, GatewayContext } from '../exchange.js';

/**
 * Hands requests to Apollo Server and its answers back, as the handler of `@as-integrations/fastify` does, which reads each
 * request's address as a URL and can stream answers. No operation of ours has one that comes in parts.
 */
export function graphqlHandler(
  apollo: ApolloServer<GatewayContext>,
  exchangeFor: (request: FastifyRequest) => Exchange,
) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<string> => {
    const answer = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method,
        headers: headerMap(request.headers),
        search: searchOf(request.url),
        body: request.body,
      },
      context: () => Promise.resolve({ exchange: exchangeFor(request) }),
    });
    if (answer.body.kind !== 'complete') throw new IstmoError('INTERNAL');
    for (const [name, value] of answer.headers) void reply.header(name, value);
    void reply.code(answer.status ?? 200);
    return answer.body.string;
  };
}

function headerMap(headers: IncomingHttpHeaders): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined && value.length > 0)
      map.set(name, typeof value === 'string' ? value : value.join(', '));
  return map;
}

/** From its question mark on; no fragment is sent. */
function searchOf(url: string): string {
  const start = url.indexOf('?');
  return start < 0 ? '' : url.slice(start);
}
