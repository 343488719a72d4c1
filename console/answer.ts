import * as z from 'zod/mini';

// the page's content security policy forbids the code that zod would otherwise generate
z.config({ jitless: true });

const problemSchema = z.object({
  message: z.string(),
  extensions: z.optional(z.object({ code: z.optional(z.string()), es: z.optional(z.string()) })),
});

const accountSchema = z.object({
  states: z.array(z.object({ code: z.string(), status: z.string(), ms: z.number() })),
  withheld: z.array(
    z.object({
      state: z.string(),
      coordinate: z.string(),
      reason: z.string(),
      agreement: z.optional(z.string()),
      records: z.optional(z.array(z.string())),
    }),
  ),
  audit: z.object({ entry: z.number() }),
});

const replySchema = z.object({
  errors: z.optional(z.array(problemSchema)),
  extensions: z.optional(z.object({ istmo: z.optional(accountSchema) })),
});

/** One of a reply's `errors`. */
export type Problem = z.infer<typeof problemSchema>;

/** A reply's `extensions.istmo`. */
export type Account = z.infer<typeof accountSchema>;

/** What of a reply the page shows besides the reply itself. */
export interface Answer {
  readonly problems: readonly Problem[];
  /** Absent where the request was refused before it became an operation. */
  readonly account?: Account;
}

/** Reads a reply; what does not have the form of the gateway's says nothing. */
export function readAnswer(body: unknown): Answer {
  const { data } = replySchema.safeParse(body);
  const account = data?.extensions?.istmo;
  return { problems: data?.errors ?? [], ...(account && { account }) };
}
