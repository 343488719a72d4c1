import { z } from 'zod';

const account = z.object({
  requestId: z.string(),
  states: z.array(z.object({ code: z.string(), status: z.string(), ms: z.number() })),
  withheld: z.array(
    z.object({
      state: z.string(),
      coordinate: z.string(),
      reason: z.string(),
      agreement: z.string().optional(),
      records: z.array(z.string()).optional(),
    }),
  ),
  audit: z.object({ entry: z.number() }),
});

/** What a gateway answers. */
export const replySchema = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        path: z.array(z.union([z.string(), z.number()])).optional(),
        extensions: z
          .object({ code: z.string().optional(), es: z.string().optional(), state: z.string().optional() })
          .loose()
          .optional(),
      }),
    )
    .optional(),
  extensions: z.object({ istmo: account.optional() }).optional(),
});

export type Reply = z.infer<typeof replySchema>;

/** What the command's exit code tells of an answer. */
export const exitCodes = { FULL: 0, NOT_ASKED: 1, WRONG_USE: 2, PARTIAL: 3, REFUSED: 4 } as const;

const failed = new Set(['TIMEOUT', 'UNAVAILABLE', 'ERROR']);

/** Whether every State that was asked answered. What a State withholds is no part that is missing: it is its answer. */
export function outcomeOf({ data, errors = [], extensions }: Reply): 'FULL' | 'PARTIAL' | 'REFUSED' {
  if (data == null) return 'REFUSED';
  const states = extensions?.istmo?.states ?? [];
  return errors.length > 0 || states.some(({ status }) => failed.has(status)) ? 'PARTIAL' : 'FULL';
}
