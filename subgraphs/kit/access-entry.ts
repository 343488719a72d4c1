import { randomUUID } from 'node:crypto';
import type { AuditEntry } from '../../audit/entry.js';
import { entryMasked } from '../../audit/entry-masked.js';
import type { ErrorCode } from '../../common/errors.js';
import { withRetryAt } from '../../common/withheld.js';
import { mergeWithheld } from '../../policy/merge-withheld.js';
import type { AgreementSet } from './agreements.js';
import type { Assertion } from './assertion.js';
import type { Ledger } from './ledger.js';
import type { Charged } from './quota/quotas.js';

/** How a request was answered. */
export interface Answered {
  readonly failed: boolean;
  readonly charged: Charged;
}

/** The access log's entry of an answered request: to whom, why, on which basis, which records. */
export function accessEntry(
  state: string,
  assertion: Assertion,
  ledger: Ledger,
  { digest, history }: Pick<AgreementSet, 'digest' | 'history'>,
  now: number,
  { failed, charged: { exhausted, counted } }: Answered,
): AuditEntry {
  const records = Object.fromEntries([...ledger.records].map(([type, ids]) => [type, [...ids].sort()]));
  const { jti, rid, agency, country, sub: officer, client, roles, purpose, urgency } = assertion;
  return {
    ...envelope(state, jti, now),
    type: 'org.istmo.node-access.v1',
    data: {
      requestId: rid,
      requester: { agency, country, officer, client, roles },
      purpose,
      ...(assertion.case !== undefined && { case: assertion.case }),
      urgency,
      states: [
        {
          code: state,
          status: ledger.shown.size > 0 ? 'ANSWERED' : 'WITHHELD',
          jti,
          agreements: [...ledger.agreements].sort(),
          agreementsDigest: digest,
          ...(history && { agreementsHistory: history }),
          legalBasis: [...ledger.legalBasis].sort(),
          records,
          shown: [...ledger.shown].sort(),
          ...(ledger.masked.length > 0 && { masked: entryMasked(ledger.masked, records) }),
          withheld: withRetryAt(mergeWithheld(ledger.withheld), exhausted),
          ...(Object.keys(counted).length > 0 && { counted }),
        },
      ],
      outcome: { result: failed ? 'PARTIAL' : 'ANSWERED' },
    },
  };
}

/** The access log's entry of agreements that come in force: by it the node knows its history again. */
export function agreementsEntry(
  state: string,
  { agreements, digest, history }: AgreementSet,
  now: number,
): AuditEntry {
  const id = randomUUID();
  return {
    ...envelope(state, id, now),
    type: 'org.istmo.agreements.v1',
    data: {
      requestId: id,
      states: [
        {
          code: state,
          status: 'ANSWERED',
          agreements: agreements.map((agreement) => agreement.id).sort(),
          agreementsDigest: digest,
          ...(history && { agreementsHistory: history }),
          legalBasis: [],
          records: {},
          shown: [],
          withheld: [],
        },
      ],
      outcome: { result: 'ANSWERED' },
    },
  };
}

/**
 * The access log's entry of a request that was refused whole; who asked is known only where the assertion held.
 *
 * @param sourceAddress - undefined where nobody asked: a node that does not start
 */
export function refusalEntry(
  state: string,
  requestId: string,
  sourceAddress: string | undefined,
  code: ErrorCode,
  now: number,
): AuditEntry {
  return {
    ...envelope(state, requestId, now),
    type: 'org.istmo.node-refusal.v1',
    data: {
      requestId,
      ...(sourceAddress !== undefined && { sourceAddress }),
      states: [],
      outcome: { result: 'REFUSED', code },
    },
  };
}

function envelope(state: string, id: string, now: number) {
  return {
    specversion: '1.0',
    id,
    source: `/nodes/${state}`,
    time: new Date(now).toISOString(),
    datacontenttype: 'application/json',
  } as const;
}
