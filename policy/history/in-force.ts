import type { Agreement } from '../agreement.js';
import { digestOfSet } from '../signing/agreement-text.js';

interface EntryBase {
  readonly id: string;
  readonly version: number;
  /** Of the text that was published or is revoked. */
  readonly digest: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Hash of the line, by which the next one names it. */
  readonly hash: string;
}

export interface Publication extends EntryBase {
  readonly kind: 'PUBLISHED';
  readonly agreement: Agreement;
  /** Made by a release, of which the grantee has signed nothing. */
  readonly released?: true;
}

export interface Revocation extends EntryBase {
  readonly kind: 'REVOKED';
  readonly reason: string;
}

export type HistoryEntry = Publication | Revocation;

/** The last that was heard of an agreement, in force or not. */
export function lastOf(entries: readonly HistoryEntry[], id: string): HistoryEntry | undefined {
  return entries.findLast((entry) => entry.id === id);
}

/** What was in force at a moment: of each agreement its last publication, unless it was revoked. In the order of ids. */
export function inForceAt(entries: readonly HistoryEntry[], at: number): readonly Publication[] {
  const last = new Map(entries.filter((entry) => entry.at <= at).map((entry) => [entry.id, entry]));
  return [...last.values()]
    .filter((entry) => entry.kind === 'PUBLISHED')
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** What names the set that was in force at a moment, as log entries name it. */
export function digestInForceAt(entries: readonly HistoryEntry[], at: number): string {
  return digestOfSet(inForceAt(entries, at));
}
