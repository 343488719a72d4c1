import { randomUUID } from 'node:crypto';
import { request } from 'undici';
import { type Reply, replySchema } from './reply.js';

/** A question as it goes to a gateway. */
export interface Asked {
  /** Of the gateway. */
  readonly url: string;
  readonly token: string;
  readonly purpose: string | undefined;
  readonly caseNumber: string | undefined;
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A question whose answer is awaited. */
export interface Asking {
  /** @throws Error where nothing answers at the URL, or what answers is no gateway */
  readonly reply: Promise<Reply>;
  /** Where the gateway tells how far it is. */
  readonly progressUrl: string;
}

/** Asks a gateway. */
export function ask({ url, token, purpose, caseNumber, text, variables }: Asked): Asking {
  const progress = randomUUID();
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${token}`,
    'istmo-progress': progress,
    ...(purpose !== undefined && { 'istmo-purpose': purpose }),
    ...(caseNumber !== undefined && { 'istmo-case': caseNumber }),
  };
  return {
    reply: post(new URL('/graphql', url), headers, JSON.stringify({ query: text, variables })),
    progressUrl: new URL(`/progress/${progress}`, url).href,
  };
}

async function post(url: URL, headers: Record<string, string>, body: string): Promise<Reply> {
  const answer = await request(url, { method: 'POST', headers, body }).catch((cause: unknown) => {
    throw new Error(
      `no gateway answers at ${url.origin}; is the region running? / ninguna pasarela contesta en ${url.origin}; ¿está en marcha la región? npm start`,
      { cause },
    );
  });
  const reply = replySchema.safeParse(parse(await answer.body.text()));
  if (reply.success) return reply.data;
  throw new Error(
    `what answers at ${url.href} is no gateway (HTTP ${String(answer.statusCode)}) / lo que contesta en ${url.href} no es una pasarela`,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
