import { z } from 'zod';
import { canonicalText, digestOf } from '../signing/agreement-text.js';

/** How long a State has to decide, in hours. */
export const deadlineHours = { HOURS_8: 8, DAYS_3: 72, DAYS_7: 168 } as const;
export type Deadline = keyof typeof deadlineHours;

export const statuses = ['REQUESTED', 'PROPOSED', 'APPROVED', 'REFUSED', 'EXPIRED'] as const;
export type Status = (typeof statuses)[number];

const name = z.string().min(1).max(200);
const names = z.array(name).min(1).max(200);

/** What an officer proposes to release. */
export const termsSchema = z.strictObject({
  records: z.array(name).min(1).max(10),
  fields: names,
  /** YYYY-MM-DD in the State's time zone, included. */
  until: z.iso.date(),
  legalBasis: names,
  minors: z.boolean(),
});
export type Terms = z.infer<typeof termsSchema>;

/**
 * What is personal in a request: by what the record is found, or its id, and why it is needed. It goes beside what is signed,
 * which has only its digest; the salt keeps it from being guessed.
 */
export const particularsSchema = z.strictObject({
  salt: z.string().min(16).max(100),
  match: z.array(z.strictObject({ field: name, value: z.string().min(1).max(200) })).max(10),
  recordId: name.optional(),
  justification: z.string().trim().min(1).max(2_000),
});
export type Particulars = z.infer<typeof particularsSchema>;

export const requestSchema = z.strictObject({
  do: z.literal('REQUEST'),
  record: name,
  fields: names,
  deadline: z.enum(['HOURS_8', 'DAYS_3', 'DAYS_7']),
  /** Digest of the particulars. */
  particulars: name,
});
export type RequestText = z.infer<typeof requestSchema>;

export const proposalSchema = z.strictObject({ do: z.literal('PROPOSE'), id: name, terms: termsSchema });
export type ProposalText = z.infer<typeof proposalSchema>;

export const approvalSchema = z.strictObject({
  do: z.literal('APPROVE'),
  id: name,
  /** Digest of the proposal's text. */
  proposal: name,
});

/** What is asked of the node of a State about releases: the text of which a gateway's assertion names the hash. */
export const stepTextSchema = z.discriminatedUnion('do', [
  requestSchema,
  proposalSchema,
  approvalSchema,
  z.strictObject({ do: z.literal('REFUSE'), id: name, reason: z.string().trim().min(1).max(2_000) }),
  z.strictObject({ do: z.literal('READ'), id: name }),
  z.strictObject({
    do: z.literal('LIST'),
    status: z.enum(statuses).optional(),
    first: z.int().min(1).max(100),
    after: z.string().max(20).optional(),
  }),
]);
export type StepText = z.infer<typeof stepTextSchema>;

/** The body of a request to a node: the text that is signed for, and what is personal, which it names by digest. */
export const releaseBodySchema = z.strictObject({
  text: z.string(),
  particulars: particularsSchema.optional(),
});

export function textOf(step: StepText): string {
  return canonicalText(step);
}

export function digestOfParticulars(particulars: Particulars): string {
  return digestOf(particulars);
}

export function digestOfProposal(proposal: ProposalText): string {
  return digestOf(proposal);
}

/** The id of a request for release names its State, and the very request to its node that brought it. */
export function releaseId(state: string, jti: string): string {
  return `${state}:Release:${jti}`;
}
