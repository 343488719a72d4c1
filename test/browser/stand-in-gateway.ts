import type { IncomingHttpHeaders } from 'node:http';
import Fastify, { type FastifyInstance } from 'fastify';
import { graphql } from 'graphql';
import { IstmoError } from '../../common/errors.js';
import { registerPage } from '../../gateway/http/page.js';
import { apiSchema } from '../api-schema.js';

/** A question as it arrived. */
export interface Asked {
  readonly headers: IncomingHttpHeaders;
  readonly body: {
    readonly query: string;
    readonly operationName?: string;
    readonly variables?: Readonly<Record<string, unknown>>;
  };
}

/** What stands in for the gateway: it serves the page, gives the real schema, and answers questions with `reply`. */
export interface StandInGateway {
  readonly app: FastifyInstance;
  readonly url: string;
  /** Every question, introspection too. */
  readonly asked: readonly Asked[];
}

export async function startStandInGateway(page: string, reply: unknown): Promise<StandInGateway> {
  const asked: Asked[] = [];
  const schema = apiSchema();
  const app = Fastify();
  registerPage(app, page);
  app.post<{ Body: Asked['body'] }>('/graphql', async ({ headers, body }, response) => {
    asked.push({ headers, body });
    if (headers.authorization === undefined) return refuse(response, new IstmoError('TOKEN_MISSING'));
    if (headers.authorization === 'Bearer expired') return refuse(response, new IstmoError('TOKEN_EXPIRED'));
    if (body.operationName === 'IntrospectionQuery') return graphql({ schema, source: body.query });
    if (headers['istmo-purpose'] === undefined) return refuse(response, new IstmoError('PURPOSE_MISSING'));
    return reply;
  });
  return { app, url: await app.listen({ host: '127.0.0.1', port: 0 }), asked };
}

function refuse(response: { code: (status: number) => unknown }, error: IstmoError): unknown {
  response.code(error.kind.status);
  return { errors: [{ message: error.message, extensions: error.extensions }] };
}
