import { request } from 'undici';
import { z } from 'zod';
import type { RunningRegion } from '../region/start-region.js';
import type { Question } from './questions.js';

const withheldSchema = z.object({
  state: z.string(),
  coordinate: z.string(),
  reason: z.string(),
  agreement: z.string().optional(),
  records: z.array(z.string()).optional(),
});

const replySchema = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.object({ message: z.string() }).loose()).optional(),
  extensions: z.object({
    istmo: z.object({
      states: z.array(z.object({ code: z.string(), status: z.string(), ms: z.number() })),
      withheld: z.array(withheldSchema),
      audit: z.object({ entry: z.number() }),
    }),
  }),
});

/** The answer to a question of the demo, as `--json` gives it. */
export interface Answer {
  readonly name: string;
  readonly as: string;
  readonly purpose: string;
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly states: readonly { readonly code: string; readonly status: string; readonly ms: number }[];
  readonly withheld: readonly z.infer<typeof withheldSchema>[];
  readonly auditEntry: number;
}

/** Asks a question as the client that it names, with a token of that client's own. */
export async function ask(region: RunningRegion, question: Question): Promise<Answer> {
  if (question.stopped !== undefined) await region.stopNode(question.stopped);
  const { statusCode, body } = await request(`${region.gatewayUrl}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await region.token(question.as)}`,
      'istmo-purpose': question.purpose,
      'istmo-case': 'DEMO-1',
    },
    body: JSON.stringify({ query: question.query, variables: question.variables }),
  });
  const text = await body.text();
  const reply = replySchema.safeParse(JSON.parse(text));
  if (!reply.success)
    throw new Error(`${question.name}: ${String(statusCode)}, which is no answer: ${text.slice(0, 500)}`);
  const { data, extensions } = reply.data;
  return {
    name: question.name,
    as: question.as,
    purpose: question.purpose,
    data: data ?? null,
    states: extensions.istmo.states,
    withheld: extensions.istmo.withheld,
    auditEntry: extensions.istmo.audit.entry,
  };
}
