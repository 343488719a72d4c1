import { circuitBreaker, ConsecutiveBreaker, handleWhen, type IPolicy } from 'cockatiel';
import { Pool } from 'undici';
import { IstmoError } from '../../common/errors.js';
import type { Region } from '../../common/region.js';
import { noDeadlineOfItsOwn, post, type Posted } from './post.js';

/** Sends requests to the States' nodes over kept-alive connections, each node behind its own circuit breaker. */
export interface NodeClient {
  /**
   * @param timeoutMs - for the whole exchange with this node, > 0
   * @returns the text of the node's answer
   * @throws IstmoError `STATE_TIMEOUT`, `STATE_UNAVAILABLE`, `STATE_ERROR`, `STATE_ANSWER_TOO_LARGE` or
   *   `NODE_BAD_RESPONSE` where it cannot be decompressed or is no JSON object
   */
  post(state: string, body: string, assertion: string, timeoutMs: number): Promise<string>;
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

interface Line {
  readonly pool: Pool;
  readonly breaker: IPolicy;
  readonly path: string;
}

export function createNodeClient(region: Region, options: NodeClientOptions): NodeClient & ReleaseClient {
  const { maxAnswerBytes, connectionsPerState = 16 } = options;
  const lines = new Map(region.states.map(({ code, node }) => [code, openLine(node, connectionsPerState)]));
  const through = async <T>(state: string, work: (line: Line) => Promise<T>): Promise<T> => {
    const line = lines.get(state);
    if (line === undefined) throw new IstmoError('UNKNOWN_STATE', { details: { state } });
    try {
      return await line.breaker.execute(() => work(line));
    } catch (error) {
      throw asIstmoError(error);
    }
  };
  const maxBytes = maxAnswerBytes;
  return {
    post: (state, body, assertion, timeoutMs) =>
      through(state, (line) => send(line, { body, assertion, timeoutMs, maxBytes })),
    postRelease: (state, body, assertion, timeoutMs) =>
      through(state, ({ pool }) =>
        post(pool, { path: '/releases', headers: headersFor(assertion), body, timeoutMs, maxBytes }),
      ),
    close: async () => {
      await Promise.all([...lines.values()].map(({ pool }) => pool.destroy()));
    },
  };
}

function openLine(node: string, connections: number): Line {
  const url = new URL('/graphql', node);
  return {
    pool: new Pool(url.origin, {
      connections,
      keepAliveTimeout: 30_000,
      connectTimeout: 2_000,
      ...noDeadlineOfItsOwn,
    }),
    // five failures in a row: for 5 s the node is not asked, then one request tries again
    breaker: circuitBreaker(handleWhen(isOfNode), {
      halfOpenAfter: 5_000,
      breaker: new ConsecutiveBreaker(5),
    }),
    path: url.pathname,
  };
}

interface Message {
  readonly body: string;
  readonly assertion: string;
  readonly timeoutMs: number;
  readonly maxBytes: number;
}

async function send(line: Line, { assertion, body, timeoutMs, maxBytes }: Message): Promise<string> {
  const { pool, path } = line;
  const { status, text } = await post(pool, {
    path,
    headers: headersFor(assertion),
    body,
    timeoutMs,
    maxBytes,
  });
  if (status !== 200)
    throw new IstmoError('STATE_ERROR', {
      cause: new Error(`HTTP ${String(status)}: ${text.slice(0, 500)}`),
    });
  // an answer is an object; what is none, as a page of some proxy, speaks against the node
  const answer = text.trim();
  if (!answer.startsWith('{') || !answer.endsWith('}')) throw new IstmoError('NODE_BAD_RESPONSE');
  return text;
}

/** Names and values in turn. */
function headersFor(assertion: string): readonly string[] {
  return [...jsonBothWays, 'authorization', `Bearer ${assertion}`];
}

const jsonBothWays = ['content-type', 'application/json', 'accept', 'application/json'] as const;

/** An answer that is too large is due to what was asked, and must keep nobody else from the State. */
function isOfNode(error: Error): boolean {
  return !(error instanceof IstmoError && error.code === 'STATE_ANSWER_TOO_LARGE');
}

function asIstmoError(error: unknown): IstmoError {
  return error instanceof IstmoError ? error : new IstmoError('STATE_UNAVAILABLE', { cause: error });
}
