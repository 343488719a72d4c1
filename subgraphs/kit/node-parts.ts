import type { FastifyBaseLogger } from 'fastify';
import type { AuditLog } from '../../audit/log.js';
import type { WitnessOptions } from '../../audit/witness.js';
import type { WitnessedLog } from '../../audit/witnessed.js';
import type { Clock } from '../../common/clock.js';
import type { Vocabulary } from '../../schema/vocabulary.js';
import type { AgreementSet } from './agreements.js';
import type { AssertionVerifier } from './assertion.js';
import type { Executor } from './execute.js';
import type { NodeQuotas } from './quota/quotas.js';
import type { ReleaseDesk } from './release/desk.js';
import type { Source } from './records/source.js';

/** What a node's HTTP door stands in front of. */
export interface NodeParts {
  readonly state: string;
  readonly timeZone: string;
  /** Codes of the States that take part, by the register with which the node started. */
  readonly states: ReadonlySet<string>;
  readonly schemaVersion: string;
  readonly verify: AssertionVerifier;
  readonly execute: Executor;
  readonly source: Source;
  readonly vocabulary: Vocabulary;
  readonly offered: readonly string[];
  /** Coordinates by which records can be found and sorted. */
  readonly findable: ReadonlySet<string>;
  /** Read once for each request, which ends under the set that it began with: it changes while the node runs. */
  readonly agreements: AgreementSet;
  /** The agreements as published: a JWS. */
  readonly signedAgreements: string;
  /** The agreements as they were in force at a moment, published alike; absent, or undefined: this node keeps no history. */
  readonly agreementsAt?: (at: number) => Promise<string | undefined>;
  /** What is wrong with agreements that were put there and are not in force. */
  readonly agreementsFault?: string | undefined;
  /** Told how long a request to `/graphql` took; absent: nobody is. */
  readonly took?: (seconds: number) => void;
  /** Absent: none are kept. */
  readonly quotas?: NodeQuotas;
  readonly log: Pick<AuditLog, 'append' | 'health' | 'verifierKey'>;
  /** Ids of requests under way whose entry is still to come, for the log; absent: it is not told. */
  readonly toCome?: Set<string>;
  /** Absent: this node takes no requests for release. */
  readonly desk?: ReleaseDesk;
  /** Absent: this node cosigns nobody's log. */
  readonly witness?: WitnessOptions;
  /** Absent: nobody cosigns its log. */
  readonly witnessed?: WitnessedLog;
  readonly clock: Clock;
  readonly logger: FastifyBaseLogger;
  /** Secret of the State's from which the key of `HASH` is made. */
  readonly maskSecret: string;
}
