import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalText } from '../signing/agreement-text.js';
import type { Signed } from '../signing/sign.js';

const signed = z.strictObject({
  payload: z.string().min(1),
  signatures: z.array(z.strictObject({ protected: z.string().min(1), signature: z.string().min(1) })).min(1),
});

const evidence = z.strictObject({ assertion: z.string().min(1), text: z.string().min(1) });

/** One line of a history of agreements: what was published, released or revoked, when, after which line. */
export const lineSchema = z.strictObject({
  kind: z.enum(['PUBLISHED', 'RELEASED', 'REVOKED']),
  at: z.iso.datetime(),
  signed,
  /** Hash of the line before; null on the first. */
  previous: z.string().nullable(),
  /** What a release stands on. */
  release: z.strictObject({ request: evidence, proposal: evidence, approval: evidence }).optional(),
});

export type HistoryLine = z.infer<typeof lineSchema>;

export const signedSchema = signed;

/** The text of a line, and of the file: JSON Lines, each line as RFC 8785 writes it. */
export function lineText(
  kind: HistoryLine['kind'],
  text: Signed,
  now: number,
  previous: string | undefined,
  release?: HistoryLine['release'],
): string {
  return canonicalText({
    kind,
    at: new Date(now).toISOString(),
    signed: text,
    previous: previous ?? null,
    ...(release && { release }),
  });
}

/** SHA-256 of a line's bytes, base64url, by which the next one names it. */
export function lineHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
