import type { ErrorCode } from '../common/errors.js';
import type { Withheld } from '../common/withheld.js';
import type { EntryMasked } from './entry-masked.js';
import type { Seal } from './seal.js';

/** What kind of thing an entry records. */
export type EntryType =
  | 'org.istmo.access.v1'
  | 'org.istmo.refusal.v1'
  | 'org.istmo.log-reading.v1'
  | 'org.istmo.release.v1'
  | 'org.istmo.unsealing.v1'
  | 'org.istmo.key-destruction.v1'
  | 'org.istmo.agreements.v1'
  | 'org.istmo.node-access.v1'
  | 'org.istmo.node-refusal.v1';

/** One entry of the log, in the CloudEvents 1.0 JSON envelope. */
export interface AuditEntry {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: EntryType;
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly data: EntryData;
}

export interface EntryData {
  readonly requestId: string;
  readonly sourceAddress?: string;
  readonly requester?: {
    readonly agency: string;
    readonly country: string;
    readonly officer: string;
    readonly client: string;
    readonly roles: readonly string[];
  };
  readonly purpose?: string;
  readonly case?: string;
  readonly urgency?: string;
  readonly operation?: { readonly name?: string; readonly sha256: string };
  readonly states: readonly EntryState[];
  readonly outcome: { readonly result: 'ANSWERED' | 'PARTIAL' | 'REFUSED'; readonly code?: ErrorCode };
  /** What was asked in full, which only a key that is kept apart opens. */
  readonly sealed?: Seal;
  /** Where an entry was unsealed: which, and who was the second auditor. */
  readonly unsealing?: {
    readonly entry: number;
    readonly secondAuditor: NonNullable<EntryData['requester']>;
  };
  /** Where keys by which what was asked had been sealed were destroyed: of months before which, and whose word it took. */
  readonly keyDestruction?: {
    readonly before: string;
    readonly keys: readonly string[];
    readonly secondAuditor: NonNullable<EntryData['requester']>;
  };
  /** Where the log itself was read: what was looked for by, never the values, and which entries were shown. */
  readonly readings?: readonly LogReading[];
  /** Where requests for release were made, read or decided: which, and what was done. */
  readonly releases?: readonly ReleaseStep[];
  /** Where a disclosure is too large for one entry: which part of how many this is, from 1. */
  readonly part?: { readonly number: number; readonly of: number };
}

export interface ReleaseStep {
  readonly id: string;
  readonly step: 'REQUESTED' | 'READ' | 'PROPOSED' | 'APPROVED' | 'REFUSED' | 'EXPIRED';
}

export interface LogReading {
  /** `auditLog`, `accessesTo`, … */
  readonly of: string;
  readonly by: readonly string[];
  /** Numbers of the entries. */
  readonly entries: readonly number[];
}

/** What one State disclosed and withheld. */
export interface EntryState {
  readonly code: string;
  readonly status: string;
  readonly ms?: number;
  /** The id of the request to the State's node, by which both logs are compared. */
  readonly jti?: string;
  readonly agreements: readonly string[];
  /** Names the texts in force that was decided by; absent where none were known, and from entries of before. */
  readonly agreementsDigest?: string | undefined;
  /** How far the State's history of agreements went, where one is kept; absent from entries of before. */
  readonly agreementsHistory?: HistoryMark | undefined;
  readonly legalBasis: readonly string[];
  /** Ids of the records disclosed, by type. */
  readonly records: Readonly<Record<string, readonly string[]>>;
  /** Coordinates disclosed, plain or masked. */
  readonly shown: readonly string[];
  /** Of these the ones that were masked; absent where none was, and from entries of before. */
  readonly masked?: readonly EntryMasked[];
  readonly withheld: readonly Withheld[];
  /** Records counted against the quotas of agreements: of a request's several steps each record in the first. */
  readonly counted?: Readonly<Record<string, number>>;
  readonly fault?: string;
}

/** How far a State's history of agreements goes: by this it is known again, and that its end was not cut off. */
export interface HistoryMark {
  readonly lines: number;
  /** Hash of the last line. */
  readonly head: string;
  /** Id of the State's key: under another one it may begin anew. */
  readonly key: string;
}

/** An entry bundle gives the length of an entry in 16 bits. */
export const maxEntryBytes = 65_535;

/**
 * The text of an entry, whose bytes in UTF-8 the log commits to: JSON, its members in the order in which they were put
 * together. Whoever checks an entry hashes the bytes that are kept and writes none anew.
 */
export function entryText(entry: AuditEntry): string {
  return JSON.stringify(entry);
}

/** The number of an entry, from 0, that a text gives; undefined where it gives none. */
export function entryNumber(text: string): number | undefined {
  return /^\d{1,15}$/u.test(text) ? Number(text) : undefined;
}
