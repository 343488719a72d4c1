import { LRUCache } from 'lru-cache';
import type { Clock } from '../../../common/clock.js';
import type { Policy } from '../../../policy/compile.js';
import type { AgreementClaim } from './agreement-claim.js';

/** Of the agreements in force. */
type Quotas = Policy['quotas'];

/** Remembers what is used up, so that nothing is read that would then be withheld. */
export interface UsedUp {
  note(claims: readonly AgreementClaim[], quotas: Quotas): void;
  /** Agreement → when its quota begins anew for this officer: ISO 8601, UTC. */
  of(officer: string, quotas: Quotas): ReadonlyMap<string, string>;
}

const nothing: ReadonlyMap<string, string> = new Map();

export function createUsedUp(clock: Clock): UsedUp {
  // what was used up under other agreements may not be under these
  const known = new WeakMap<Quotas, LRUCache<string, Map<string, number>>>();
  return {
    note: (claims, quotas) => {
      const byOfficer = known.get(quotas) ?? new LRUCache<string, Map<string, number>>({ max: 10_000 });
      known.set(quotas, byOfficer);
      for (const { officer, agreement, window } of claims) {
        const until = byOfficer.get(officer) ?? new Map<string, number>();
        byOfficer.set(officer, until.set(agreement, Math.max(window.endsAt, until.get(agreement) ?? 0)));
      }
    },
    of: (officer, quotas) => {
      const byOfficer = known.get(quotas);
      const until = byOfficer?.get(officer);
      if (byOfficer === undefined || until === undefined) return nothing;
      const now = clock();
      for (const [agreement, at] of until) if (at <= now) until.delete(agreement);
      if (until.size === 0) byOfficer.delete(officer);
      return new Map([...until].map(([agreement, at]) => [agreement, new Date(at).toISOString()]));
    },
  };
}
