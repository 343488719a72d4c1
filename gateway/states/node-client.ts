import { BrokenCircuitError, circuitBreaker, ConsecutiveBreaker, handleAll, type IPolicy } from 'cockatiel';
import { type Dispatcher, Pool } from 'undici';
import { IstmoError } from '../../common/errors.js';
import type { Region } from '../../common/region.js';

/** Sends requests to the States' nodes over kept-alive connections, each node behind its own circuit breaker. */
export interface NodeClient {
  /**
   * @param timeoutMs - for the whole exchange with this node, > 0
   * @returns the node's JSON answer
   * @throws IstmoError `STATE_TIMEOUT`, `STATE_UNAVAILABLE`, `STATE_ERROR` or `NODE_BAD_RESPONSE`
   */
  post(state: string, body: string, assertion: string, timeoutMs: number): Promise<unknown>;
  close(): Promise<void>;
}

export interface NodeClientOptions {
  /** Bytes of one answer, by default 8 MiB. */
  readonly maxAnswerBytes?: number;
  readonly connectionsPerState?: number;
}

interface Line {
  readonly pool: Pool;
  readonly breaker: IPolicy;
  readonly path: string;
}

export function createNodeClient(region: Region, options: NodeClientOptions = {}): NodeClient {
  const { maxAnswerBytes = 8 * 1024 * 1024, connectionsPerState = 16 } = options;
  const lines = new Map(region.states.map(({ code, node }) => [code, openLine(node, connectionsPerState)]));
  return {
    post: async (state, body, assertion, timeoutMs) => {
      const line = lines.get(state);
      if (line === undefined) throw new IstmoError('UNKNOWN_STATE', { details: { state } });
      const signal = AbortSignal.timeout(timeoutMs);
      try {
        return await line.breaker.execute(() => send(line, { body, assertion, signal, maxAnswerBytes }));
      } catch (error) {
        throw asIstmoError(error, signal);
      }
    },
    close: async () => {
      await Promise.all([...lines.values()].map(({ pool }) => pool.destroy()));
    },
  };
}

function openLine(node: string, connections: number): Line {
  const url = new URL('/graphql', node);
  return {
    pool: new Pool(url.origin, { connections, keepAliveTimeout: 30_000, connectTimeout: 2_000 }),
    // five failures in a row: for 5 s the node is not asked, then one request tries again
    breaker: circuitBreaker(handleAll, { halfOpenAfter: 5_000, breaker: new ConsecutiveBreaker(5) }),
    path: url.pathname,
  };
}

interface Message {
  readonly body: string;
  readonly assertion: string;
  readonly signal: AbortSignal;
  readonly maxAnswerBytes: number;
}

async function send(line: Line, message: Message): Promise<unknown> {
  const response = await line.pool.request({
    method: 'POST',
    path: line.path,
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      authorization: `Bearer ${message.assertion}`,
    },
    body: message.body,
    signal: message.signal,
  });
  const text = await readText(response, message.maxAnswerBytes);
  if (response.statusCode !== 200)
    throw new IstmoError('STATE_ERROR', {
      cause: new Error(`HTTP ${String(response.statusCode)}: ${text.slice(0, 500)}`),
    });
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new IstmoError('NODE_BAD_RESPONSE', { cause });
  }
}

async function readText({ body }: Dispatcher.ResponseData, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) {
      body.destroy();
      throw new IstmoError('NODE_BAD_RESPONSE', { details: { maxBytes } });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function asIstmoError(error: unknown, signal: AbortSignal): IstmoError {
  if (error instanceof IstmoError) return error;
  if (signal.aborted) return new IstmoError('STATE_TIMEOUT', { cause: error });
  if (error instanceof BrokenCircuitError) return new IstmoError('STATE_UNAVAILABLE', { cause: error });
  return new IstmoError('STATE_UNAVAILABLE', { cause: error });
}
