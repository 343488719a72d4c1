import * as z from 'zod/mini';
import type { Question } from '../parts/ask-gateway.js';

const accountSchema = z.object({
  agreement: z.string(),
  grant: z.number(),
  legalBasis: z.array(z.string()),
  mask: z.nullable(z.string()),
  hitOn: z.array(z.string()),
  whereEnglish: z.nullable(z.string()),
  whereSpanish: z.nullable(z.string()),
  lacking: z.array(z.object({ kind: z.string(), english: z.string(), spanish: z.string() })),
});

const explanationSchema = z.object({
  state: z.string(),
  coordinate: z.string(),
  agency: z.string(),
  roles: z.array(z.string()),
  purpose: z.string(),
  date: z.string(),
  isFromHistory: z.boolean(),
  agreementsDigest: z.string(),
  verdict: z.enum(['SHOWN', 'MASKED', 'WITHHELD']),
  verdictEnglish: z.string(),
  verdictSpanish: z.string(),
  reason: z.nullable(z.string()),
  areMinorsProtected: z.boolean(),
  applied: z.array(accountSchema),
  near: z.array(accountSchema),
});

/** Why a field is shown, masked or withheld. */
export type Explanation = z.infer<typeof explanationSchema>;

/** A grant that gives it, or nearly. */
export type GrantAccount = Explanation['near'][number];

/** Asks why. @param variables - of `Query.explain` */
export function whyQuestion(
  variables: Readonly<Record<string, unknown>>,
): Question<{ readonly explain: Explanation }> {
  return {
    query: `query Why($state: CountryCode!, $coordinate: String!, $purpose: Purpose!, $agency: String,
        $roles: [String!], $case: String, $by: [String!], $at: DateTime, $record: [SupposedField!]) {
      explain(state: $state, coordinate: $coordinate, purpose: $purpose, agency: $agency,
          roles: $roles, case: $case, by: $by, at: $at, record: $record) {
        state coordinate agency roles purpose date isFromHistory agreementsDigest
        verdict verdictEnglish verdictSpanish reason areMinorsProtected
        applied { ...account } near { ...account }
      }
    }
    fragment account on GrantAccount {
      agreement grant legalBasis mask hitOn whereEnglish whereSpanish lacking { kind english spanish }
    }`,
    variables,
    data: z.object({ explain: explanationSchema }),
  };
}
