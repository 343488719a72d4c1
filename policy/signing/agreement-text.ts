import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Agreement } from '../agreement.js';

/** What both parties sign: an agreement, which version of it, and the digest of the version that it replaces. */
export interface AgreementText {
  readonly agreement: Agreement;
  /** From 1. */
  readonly version: number;
  /** Absent from the first version. */
  readonly supersedes?: string | undefined;
}

/** What a party signs to end an agreement. */
export interface RevocationText {
  readonly revokes: string;
  readonly version: number;
  /** Of the version that it ends. */
  readonly digest: string;
  readonly reason: string;
}

/** The one text that a value has: JSON by RFC 8785, so that two who mean the same sign the same bytes. */
export function canonicalText(value: object): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('nothing to write');
  return text;
}

/** SHA-256 of the canonical text, base64url. */
export function digestOf(value: object): string {
  return createHash('sha256').update(canonicalText(value)).digest('base64url');
}

/** What names a whole set: a digest over the ids and digests of its agreements, in the order of their ids. */
export function digestOfSet(texts: readonly { readonly id: string; readonly digest: string }[]): string {
  const named = texts.map(({ id, digest }) => [id, digest] as const);
  return digestOf(named.sort(([one], [other]) => (one < other ? -1 : 1)));
}
