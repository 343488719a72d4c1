import { Pool } from 'undici';
import { IstmoError } from '../../common/errors.js';
import type { Data } from '../plan/data.js';
import { entitiesAnswer, rootAnswer, readSubgraphAnswer, type SubgraphAnswer } from './answer.js';
import { post } from '../states/post.js';
import type { Source, SourceRequest } from './source.js';

/** A source that can be closed. */
export interface HttpSource extends Source {
  close(): Promise<void>;
}

/** Bytes of one answer that are taken. */
const maxBytes = 32 * 1024 * 1024;

/**
 * An ordinary subgraph, asked over HTTP.
 *
 * @param timeoutMs - milliseconds that one request has
 */
export function createHttpSource(address: string, timeoutMs: number): HttpSource {
  const url = new URL(address);
  const pool = new Pool(url.origin, { connections: 32 });
  const path = `${url.pathname}${url.search}`;
  const accept = 'application/graphql-response+json, application/json';
  const headers = ['content-type', 'application/json', 'accept', accept];
  const ask = async ({ operation }: SourceRequest, variables: Data): Promise<SubgraphAnswer> => {
    const body = JSON.stringify({ query: operation.text, variables, operationName: operation.name });
    try {
      const { text } = await post(pool, { path, headers, body, timeoutMs, maxBytes });
      return readSubgraphAnswer(JSON.parse(text));
    } catch (cause) {
      throw new IstmoError('SUBGRAPH_ERROR', { cause });
    }
  };
  return {
    root: async (request) => {
      try {
        return rootAnswer(await ask(request, request.variables));
      } catch (error) {
        return { data: undefined, faults: [{ error: asIstmoError(error), path: [] }] };
      }
    },
    entities: async (request, representations) => {
      try {
        const answer = await ask(request, { ...request.variables, representations });
        return entitiesAnswer(answer, representations);
      } catch (error) {
        return {
          entities: representations.map(() => null),
          faults: representations.map((_, position) => ({ error: asIstmoError(error), position, path: [] })),
        };
      }
    },
    close: () => pool.destroy(),
  };
}

function asIstmoError(error: unknown): IstmoError {
  return error instanceof IstmoError ? error : new IstmoError('INTERNAL', { cause: error });
}
