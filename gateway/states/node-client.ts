import { type BundledQuestion, mostInBundle } from '../../common/bundle.js';
import { IstmoError } from '../../common/errors.js';
import type { Region } from '../../common/region.js';
import { headersFor, type Line, openLine } from './line.js';
import { post, type Posted } from './post.js';

/** A question to a node, ready to be sent. */
export interface Outgoing extends BundledQuestion {
  /** Milliseconds for its answer, > 0. */
  readonly timeoutMs: number;
  /** How many questions the node takes in one exchange; absent: one. */
  readonly bundles?: number | undefined;
}

/** Sends requests to the States' nodes over kept-alive connections, each node behind its own circuit breaker. */
export interface NodeClient {
  /**
   * Sends a question, together with those that leave for the same node at the same moment where it takes several at once.
   *
   * @returns the text of the node's answer
   * @throws IstmoError `STATE_TIMEOUT`, `STATE_UNAVAILABLE`, `STATE_ERROR`, `STATE_ANSWER_TOO_LARGE` or
   *   `NODE_BAD_RESPONSE` where it cannot be decompressed or is no JSON object
   */
  post(state: string, question: Outgoing): Promise<string>;
  close(): Promise<void>;
}

/** Posts steps of requests for release over the same connections. */
export interface ReleaseClient {
  /**
   * Takes a refusal for an answer.
   *
   * @throws IstmoError as `post` does
   */
  postRelease(state: string, body: string, assertion: string, timeoutMs: number): Promise<Posted>;
}

export interface NodeClientOptions {
  /** Bytes of one answer that are taken, compressed or not. */
  readonly maxAnswerBytes: number;
  readonly connectionsPerState?: number;
}

export function createNodeClient(region: Region, options: NodeClientOptions): NodeClient & ReleaseClient {
  const { maxAnswerBytes, connectionsPerState = 16 } = options;
  const lines = new Map(
    region.states.map(({ code, node }) => [code, openLine(node, maxAnswerBytes, connectionsPerState)]),
  );
  const lineTo = (state: string): Line => {
    const line = lines.get(state);
    if (line === undefined) throw new IstmoError('UNKNOWN_STATE', { details: { state } });
    return line;
  };
  return {
    post: (state, { body, token, timeoutMs, bundles = 1 }) =>
      new Promise((resolve, reject) => {
        lineTo(state).put({
          body,
          token,
          timeoutMs,
          mostTogether: Math.min(bundles, mostInBundle),
          resolve,
          reject: (error) => {
            reject(asIstmoError(error));
          },
        });
      }),
    postRelease: async (state, body, assertion, timeoutMs) => {
      const { breaker, pool, maxBytes } = lineTo(state);
      const posting = { path: '/releases', headers: headersFor(assertion), body, timeoutMs, maxBytes };
      try {
        return await breaker.execute(() => post(pool, posting));
      } catch (error) {
        throw asIstmoError(error);
      }
    },
    close: async () => {
      await Promise.all([...lines.values()].map(({ pool }) => pool.destroy()));
    },
  };
}

function asIstmoError(error: unknown): IstmoError {
  return error instanceof IstmoError ? error : new IstmoError('STATE_UNAVAILABLE', { cause: error });
}
