import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';

/** A gateway that is to be asked, some requests at a time. */
export interface Target {
  /** Of its GraphQL. */
  readonly url: string;
  readonly concurrency: number;
  readonly headers: Readonly<Record<string, string>>;
  /** `Authorization` of each request, in turn. */
  readonly authorizations: readonly string[];
}

/** A fixed number of requests. */
export interface LoadRequest {
  /** Sent in turn; begun anew after the last. */
  readonly bodies: readonly string[];
  readonly requests: number;
  /** Milliseconds for which a client pauses before each request, on average; by default it goes on at once. */
  readonly pauseMs?: number;
}

export interface LoadResult {
  readonly wallMs: number;
  /** Of each request, in the order in which they ended. */
  readonly latenciesMs: readonly number[];
  /** Of all answers. */
  readonly bytes: number;
  /** That asking took itself. */
  readonly cpuMs: number;
}

/** Connections to a gateway. */
export interface OpenLoad {
  /** @throws Error with the answer's beginning where one is not 200 or has errors: half an answer is quickly given */
  run(request: LoadRequest): Promise<LoadResult>;
  close(): Promise<void>;
}

const patienceMs = 120_000;

export function openLoad(target: Target): OpenLoad {
  const { origin, pathname } = new URL(target.url);
  const pool = new Pool(origin, {
    connections: target.concurrency,
    bodyTimeout: patienceMs,
    headersTimeout: patienceMs,
  });
  const { authorizations, headers } = target;
  const ask = async (body: string, position: number): Promise<number> => {
    const answer = await pool.request({
      method: 'POST',
      path: pathname,
      headers: {
        ...headers,
        'content-type': 'application/json',
        authorization: authorizations[position % authorizations.length] ?? '',
      },
      body,
    });
    const bytes = Buffer.from(await answer.body.arrayBuffer());
    if (answer.statusCode !== 200 || bytes.includes('"errors"'))
      throw new Error(`HTTP ${String(answer.statusCode)}: ${bytes.subarray(0, 600).toString('utf8')}`);
    return bytes.length;
  };
  return { run: (request) => runLoad(ask, target.concurrency, request), close: () => pool.close() };
}

async function runLoad(
  ask: (body: string, position: number) => Promise<number>,
  concurrency: number,
  { bodies, requests, pauseMs = 0 }: LoadRequest,
): Promise<LoadResult> {
  const latenciesMs: number[] = [];
  let sent = 0;
  let bytes = 0;
  const askOnAndOn = async (): Promise<void> => {
    while (sent < requests) {
      const position = sent;
      sent += 1;
      // exponential: then requests of many clients come independently of one another
      if (pauseMs > 0) await pause(-Math.log(1 - Math.random()) * pauseMs);
      const startedAt = performance.now();
      const answered = await ask(bodies[position % bodies.length] ?? '', position);
      latenciesMs.push(performance.now() - startedAt);
      bytes += answered;
    }
  };
  const startedAt = performance.now();
  const before = process.cpuUsage();
  await Promise.all(Array.from({ length: concurrency }, askOnAndOn));
  const { user, system } = process.cpuUsage(before);
  return { wallMs: performance.now() - startedAt, latenciesMs, bytes, cpuMs: (user + system) / 1_000 };
}
