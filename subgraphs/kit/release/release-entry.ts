import { randomUUID } from 'node:crypto';
import type { AuditEntry, ReleaseStep } from '../../../audit/entry.js';
import type { ErrorCode } from '../../../common/errors.js';
import type { Assertion } from '../assertion.js';

/** What an entry of the access log tells of a step. */
export interface StepTold {
  readonly state: string;
  /** Absent where nobody took it: time was over. */
  readonly assertion?: Assertion;
  readonly releases: readonly ReleaseStep[];
  /** Agreements that it made. */
  readonly agreements?: readonly string[];
  readonly agreementsDigest: string;
  /** Why it was refused. */
  readonly refusal?: ErrorCode;
}

/** The access log's entry of a step of requests for release: who, which, what. Never why it was asked, nor by what it is found. */
export function releaseEntry(told: StepTold, now: number): AuditEntry {
  const { state, assertion, releases, agreements = [], agreementsDigest, refusal } = told;
  const id = assertion?.jti ?? randomUUID();
  return {
    specversion: '1.0',
    id,
    source: `/nodes/${state}`,
    type: 'org.istmo.release.v1',
    time: new Date(now).toISOString(),
    datacontenttype: 'application/json',
    data: {
      requestId: assertion?.rid ?? id,
      ...(assertion && whoAndWhy(assertion)),
      states: [
        {
          code: state,
          status: 'ANSWERED',
          ...(assertion && { jti: assertion.jti }),
          agreements,
          agreementsDigest,
          legalBasis: [],
          records: {},
          shown: [],
          withheld: [],
        },
      ],
      releases,
      outcome: refusal === undefined ? { result: 'ANSWERED' } : { result: 'REFUSED', code: refusal },
    },
  };
}

function whoAndWhy(assertion: Assertion) {
  const { agency, country, sub: officer, client, roles, purpose, urgency } = assertion;
  return {
    requester: { agency, country, officer, client, roles },
    purpose,
    ...(assertion.case !== undefined && { case: assertion.case }),
    urgency,
  };
}
