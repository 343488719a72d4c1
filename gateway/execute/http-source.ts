import { Pool } from 'undici';
import { IstmoError } from '../../common/errors.js';
import type { Data } from '../plan/data.js';
import { entitiesAnswer, rootAnswer, type SubgraphAnswer, subgraphAnswer } from './answer.js';
import type { Source, SourceRequest } from './source.js';

/** A source that can be closed. */
export interface HttpSource extends Source {
  close(): Promise<void>;
}

/**
 * An ordinary subgraph, asked over HTTP.
 *
 * @param timeoutMs - milliseconds that one request has
 */
export function createHttpSource(address: string, timeoutMs: number): HttpSource {
  const url = new URL(address);
  const pool = new Pool(url.origin, { connections: 32, headersTimeout: timeoutMs, bodyTimeout: timeoutMs });
  const path = `${url.pathname}${url.search}`;
  const post = async ({ operation }: SourceRequest, variables: Data): Promise<SubgraphAnswer> => {
    try {
      const { body } = await pool.request({
        method: 'POST',
        path,
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json, application/json',
        },
        body: JSON.stringify({ query: operation.text, variables, operationName: operation.name }),
        signal: AbortSignal.timeout(timeoutMs),
      });
      return subgraphAnswer.parse(await body.json());
    } catch (cause) {
      throw new IstmoError('SUBGRAPH_ERROR', { cause });
    }
  };
  return {
    root: async (request) => {
      try {
        return rootAnswer(await post(request, request.variables));
      } catch (error) {
        return { data: undefined, faults: [{ error: asIstmoError(error), path: [] }] };
      }
    },
    entities: async (request, representations) => {
      try {
        const answer = await post(request, { ...request.variables, representations });
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
