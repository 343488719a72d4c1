import type { HistoryMark, LogReading, ReleaseStep } from '../audit/entry.js';
import type { ErrorCode } from '../common/errors.js';
import type { Masked, Withheld } from '../common/withheld.js';
import type { RequestQuotas } from './access/quotas.js';
import type { Declaration } from './admission/declaration.js';
import type { Requester } from './identity/requester.js';
import type { BegunWith } from './states/begun-with.js';

/** How one State answered. */
export type StateStatus = 'ANSWERED' | 'WITHHELD' | 'NOT_OFFERED' | 'TIMEOUT' | 'UNAVAILABLE' | 'ERROR';

/** What came of asking one State once: the material of the reply and of the log entry. */
export interface StateAnswer {
  readonly state: string;
  readonly status: StateStatus;
  readonly ms: number;
  /** The node request's id; absent where nothing was sent. */
  readonly jti?: string;
  readonly agreements: readonly string[];
  /** Names the State's texts in force that was decided by; absent where none were known. */
  readonly agreementsDigest?: string | undefined;
  /** How far the State's history went that put them in force. */
  readonly agreementsHistory?: HistoryMark | undefined;
  readonly legalBasis: readonly string[];
  /** Ids of the records disclosed, by type. */
  readonly records: Readonly<Record<string, readonly string[]>>;
  /** Coordinates disclosed. */
  readonly shown: readonly string[];
  readonly withheld: readonly Withheld[];
  /** Given masked. */
  readonly masked?: readonly Masked[];
  /** A fault of the node's worth an entry of its own: it returned what is not its own. */
  readonly fault?: string;
}

export interface OperationIdentity {
  readonly name?: string;
  /** SHA-256 of the document's text, hexadecimal. */
  readonly sha256: string;
}

/** One request on its way through the gateway: each phase adds what it found, and the log entry is made of it. */
export interface Exchange {
  readonly requestId: string;
  /** Milliseconds since 1970. */
  readonly receivedAt: number;
  readonly sourceAddress: string;
  requester?: Requester;
  declaration?: Declaration;
  operation?: OperationIdentity;
  /** What all its steps go by, from the first on; quotas where any are kept. */
  begun?: { readonly directory: BegunWith; readonly quotas: RequestQuotas | undefined };
  /** States that were asked so far, and whether they still have to answer. */
  progress?: Map<string, 'WAITING' | 'ANSWERED'>;
  readonly answers: StateAnswer[];
  /** What links across borders lack, since the record's State gave it masked. */
  unlinked?: readonly (Withheld & { readonly state: string })[];
  /** What was asked in full; it goes into the log sealed. */
  question?: { readonly document?: string; readonly variables?: unknown };
  /** What it did about requests for release. */
  releases?: readonly ReleaseStep[];
  /** What of the log it has read. */
  readings?: readonly LogReading[];
  /** Why the whole request was refused, if it was. */
  refusal?: ErrorCode;
  /** Number of its entry in the log, once that is durable. */
  entry?: number;
}

/** Context of every operation: the exchange that it belongs to. */
export interface GatewayContext extends Record<string, unknown> {
  readonly exchange: Exchange;
}
