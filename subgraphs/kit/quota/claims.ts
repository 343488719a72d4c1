import { dayOf, minuteOf } from '../../../common/quota/window.js';
import type { Quota } from '../../../policy/agreement.js';
import type { Policy } from '../../../policy/compile.js';
import type { AgreementClaim, AgreementClaims } from './agreement-claim.js';
import type { KnownRequest } from './request-memory.js';

/** An agreement that has a quota, with the records that it opened. */
export interface Limited {
  readonly agreement: string;
  readonly quota: Quota;
  readonly ids: ReadonlySet<string>;
}

interface Claiming {
  readonly officer: string;
  readonly known: KnownRequest;
  readonly timeZone: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export function limitedOf(
  opened: ReadonlyMap<string, ReadonlySet<string>>,
  quotas: Policy['quotas'],
): readonly Limited[] {
  return [...opened].flatMap(([agreement, ids]) => {
    const quota = quotas.get(agreement);
    return quota === undefined ? [] : [{ agreement, quota, ids }];
  });
}

/** What a step of a request claims: the request once, each record once. */
export function claimsOf(limited: readonly Limited[], claiming: Claiming): AgreementClaims {
  return {
    each: limited.flatMap((one) => requestClaim(one, claiming)),
    together: limited.flatMap((one) => recordsClaim(one, claiming)),
  };
}

function requestClaim(
  { agreement, quota: { requestsPerMinute } }: Limited,
  { officer, known, now }: Claiming,
): readonly AgreementClaim[] {
  if (requestsPerMinute === undefined || known.isCounted(agreement)) return [];
  return [
    {
      agreement,
      fresh: [],
      limitOf: `${agreement} requests`,
      limit: requestsPerMinute,
      officer,
      window: minuteOf(now),
      amount: 1,
    },
  ];
}

function recordsClaim(
  { agreement, quota: { recordsPerDay }, ids }: Limited,
  { officer, known, timeZone, now }: Claiming,
): readonly AgreementClaim[] {
  if (recordsPerDay === undefined) return [];
  const fresh = [...ids].filter((id) => !known.isRecordCounted(agreement, id));
  // a request that begins needs something left, even if it brings nothing
  if (fresh.length === 0 && known.isCounted(agreement)) return [];
  return [
    {
      agreement,
      fresh,
      limitOf: recordsOf(agreement),
      limit: recordsPerDay,
      officer,
      window: dayOf(timeZone, now),
      amount: fresh.length,
    },
  ];
}

/** Names the records that an agreement opens. */
export function recordsOf(agreement: string): string {
  return `${agreement} records`;
}
