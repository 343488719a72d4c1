import type { Clock } from '../../../common/clock.js';
import { IstmoError } from '../../../common/errors.js';
import type { Claims, Counts, Room } from '../../../common/quota/counts.js';
import type { Policy } from '../../../policy/compile.js';
import type { Assertion } from '../assertion.js';
import type { AgreementClaim } from './agreement-claim.js';
import { claimsOf, limitedOf } from './claims.js';
import { createRequestMemory } from './request-memory.js';
import { createUsedUp } from './used-up.js';

/** Agreement → when its quota, which is used up, begins anew: ISO 8601, UTC. */
export type Exhausted = ReadonlyMap<string, string>;

/** What is about to be answered. */
export interface Disclosing {
  readonly assertion: Pick<Assertion, 'iss' | 'rid' | 'sub'>;
  /** By agreement, of all by which something is asked: ids of the records that it opened. */
  readonly opened: ReadonlyMap<string, ReadonlySet<string>>;
  readonly quotas: Policy['quotas'];
}

export interface Charged {
  /** What does not reach: nothing may be answered by it. Where any is named no record was counted. */
  readonly exhausted: Exhausted;
  /** Records counted, by agreement; of the agreements that have a quota. */
  readonly counted: Readonly<Record<string, number>>;
}

/** The quotas of a State's own agreements, kept over all gateways that ask it. */
export interface NodeQuotas {
  /** What is known to be used up for an officer: nothing need be read under it. */
  exhaustedFor(officer: string, quotas: Policy['quotas']): Exhausted;
  /** @throws IstmoError `LIMITS_UNAVAILABLE` where the counts cannot be reached */
  charge(disclosing: Disclosing): Promise<Charged>;
}

export interface NodeQuotaOptions {
  readonly counts: Counts;
  readonly timeZone: string;
  readonly clock: Clock;
}

export function createNodeQuotas({ counts, timeZone, clock }: NodeQuotaOptions): NodeQuotas {
  const requests = createRequestMemory();
  const usedUp = createUsedUp(clock);
  return {
    exhaustedFor: (officer, quotas) => usedUp.of(officer, quotas),
    charge: async ({ assertion: { iss, rid, sub: officer }, opened, quotas }) => {
      const limited = limitedOf(opened, quotas);
      if (limited.length === 0) return { exhausted: new Map(), counted: {} };
      const known = requests.of(JSON.stringify([iss, rid, officer]));
      const claims = claimsOf(limited, { officer, known, timeZone, now: clock() });
      // noted before they are taken, since steps of a request are answered side by side
      known.note(limited, claims.together);
      const rooms = await take(counts, claims);
      const all = [...claims.each, ...claims.together];
      usedUp.note(
        all.filter((_, index) => rooms[index]?.left === 0),
        quotas,
      );
      const refused = all.filter((_, index) => rooms[index]?.fits !== true);
      if (refused.length === 0) return { exhausted: new Map(), counted: amountsOf(limited, claims.together) };
      known.forget(
        claims.each.filter((claim) => refused.includes(claim)),
        claims.together,
      );
      return { exhausted: untilOf(refused), counted: {} };
    },
  };
}

async function take(counts: Counts, claims: Claims): Promise<readonly Room[]> {
  if (claims.each.length + claims.together.length === 0) return [];
  try {
    return await counts.take(claims);
  } catch (cause) {
    // what has been taken is not known, so nothing is given
    throw new IstmoError('LIMITS_UNAVAILABLE', { cause });
  }
}

function amountsOf(
  limited: readonly { readonly agreement: string }[],
  records: readonly AgreementClaim[],
): Charged['counted'] {
  const amounts = new Map(records.map(({ agreement, amount }) => [agreement, amount]));
  return Object.fromEntries(limited.map(({ agreement }) => [agreement, amounts.get(agreement) ?? 0]));
}

/** Of an agreement that is used up in both, the later. */
function untilOf(refused: readonly AgreementClaim[]): Exhausted {
  const until = new Map<string, number>();
  for (const { agreement, window } of refused)
    until.set(agreement, Math.max(window.endsAt, until.get(agreement) ?? 0));
  return new Map([...until].map(([agreement, at]) => [agreement, new Date(at).toISOString()]));
}
