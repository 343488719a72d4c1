import { setTimeout } from 'node:timers/promises';
import { request } from 'undici';
import { z } from 'zod';
import type { Asking } from './ask.js';
import type { Reply } from './reply.js';

const progressSchema = z.object({
  states: z.array(z.object({ code: z.string(), answered: z.boolean() })),
});

/** Milliseconds after which a question is a long one, and between two looks at how far it is. */
const longAfterMs = 2_000;
const everyMs = 500;

/** Waits for an answer; of a long one it is told, whenever that changes, which States have answered and which have not. */
export async function withProgress(
  { reply, progressUrl }: Asking,
  token: string,
  tell: (line: string) => void,
): Promise<Reply> {
  const done = new AbortController();
  const telling = tellProgress(progressUrl, token, tell, done.signal);
  try {
    return await reply;
  } finally {
    done.abort();
    await telling;
  }
}

async function tellProgress(
  url: string,
  token: string,
  tell: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  let told = '';
  try {
    await setTimeout(longAfterMs, undefined, { signal });
    for (;;) {
      const line = await progressLine(url, token, signal);
      if (line !== undefined && line !== told) tell(line);
      told = line ?? told;
      await setTimeout(everyMs, undefined, { signal });
    }
  } catch {
    // the answer has come, or the gateway does not tell: the answer says the rest
  }
}

async function progressLine(url: string, token: string, signal: AbortSignal): Promise<string | undefined> {
  const { body } = await request(url, { headers: { authorization: `Bearer ${token}` }, signal });
  const { data } = progressSchema.safeParse(await body.json());
  if (data === undefined || data.states.length === 0) return undefined;
  return `… ${data.states.map(({ code, answered }) => `${code} ${answered ? '✓' : '…'}`).join('  ')}`;
}
