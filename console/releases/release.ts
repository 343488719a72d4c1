import * as z from 'zod/mini';
import type { Question } from '../parts/ask-gateway.js';

const text = z.nullable(z.string());

const releaseSchema = z.object({
  id: z.string(),
  state: z.string(),
  status: z.string(),
  agency: z.string(),
  officer: z.string(),
  purpose: z.string(),
  case: z.string(),
  record: z.string(),
  recordId: text,
  match: z.array(z.object({ field: z.string(), value: z.string() })),
  fields: z.array(z.string()),
  deadline: z.string(),
  requestedAt: z.string(),
  dueAt: z.string(),
  justification: text,
  candidates: z.nullable(z.array(z.string())),
  proposal: z.nullable(
    z.object({
      digest: z.string(),
      agency: z.string(),
      officer: z.string(),
      records: z.array(z.string()),
      fields: z.array(z.string()),
      until: z.string(),
      legalBasis: z.array(z.string()),
      minors: z.boolean(),
    }),
  ),
  decidedAt: text,
  reason: text,
  released: z.nullable(
    z.object({
      agreement: z.string(),
      records: z.array(z.string()),
      fields: z.array(z.string()),
      until: z.string(),
    }),
  ),
});

/** A request for the release of a record, as far as its reader may know it. */
export type Release = z.infer<typeof releaseSchema>;

const fields = `id state status agency officer purpose case record recordId match { field value } fields deadline
  requestedAt dueAt justification candidates decidedAt reason
  proposal { digest agency officer records fields until legalBasis minors }
  released { agreement records fields until }`;

export interface ReleasePage {
  readonly requests: readonly Release[];
  readonly next: string | null;
}

/** Requests that a State keeps, the newest first. @param status - empty: all */
export function releasesQuestion(
  state: string,
  status: string,
  after: string | undefined,
): Question<{ readonly releaseRequests: ReleasePage }> {
  return {
    query: `query Releases($state: CountryCode!, $status: ReleaseStatus, $after: String) {
      releaseRequests(state: $state, status: $status, first: 20, after: $after) { next requests { ${fields} } }
    }`,
    variables: { state, ...(status !== '' && { status }), ...(after !== undefined && { after }) },
    data: z.object({ releaseRequests: z.object({ requests: z.array(releaseSchema), next: text }) }),
  };
}

type Step = 'requestRelease' | 'proposeRelease' | 'approveRelease' | 'refuseRelease';

function step(
  name: Step,
  parameters: string,
  given: string,
  variables: Readonly<Record<string, unknown>>,
): Question<{ readonly release: Release }> {
  return {
    query: `mutation Step(${parameters}) { release: ${name}(${given}) { ${fields} } }`,
    variables,
    data: z.object({ release: releaseSchema }),
  };
}

/** What an agency asks for: by what the hit was found by, or by the record's id. */
export interface Wanted {
  readonly state: string;
  readonly record: string;
  readonly match?: readonly { readonly field: string; readonly value: string }[];
  readonly id?: string;
  readonly fields: readonly string[];
  readonly deadline: string;
  readonly justification: string;
}

/** Purpose and case go with it: it is for the record. */
export function requestStep(input: Wanted): Question<{ readonly release: Release }> {
  return {
    ...step('requestRelease', '$input: ReleaseInput!', 'input: $input', { input }),
    declared: true,
  };
}

/** What an officer proposes to release. */
export interface Terms {
  readonly records: readonly string[];
  readonly fields: readonly string[];
  readonly until: string;
  readonly legalBasis: readonly string[];
  readonly minors: boolean;
}

export function proposeStep(id: string, terms: Terms): Question<{ readonly release: Release }> {
  return step('proposeRelease', '$id: ID!, $terms: ReleaseTerms!', 'id: $id, terms: $terms', { id, terms });
}

/** @param proposal - digest of what the officer has before him, so that nothing else is approved */
export function approveStep(id: string, proposal: string): Question<{ readonly release: Release }> {
  return step('approveRelease', '$id: ID!, $proposal: String!', 'id: $id, proposal: $proposal', {
    id,
    proposal,
  });
}

export function refuseStep(id: string, reason: string): Question<{ readonly release: Release }> {
  return step('refuseRelease', '$id: ID!, $reason: String!', 'id: $id, reason: $reason', { id, reason });
}
