import { LRUCache } from 'lru-cache';
import type { Clock } from '../../../common/clock.js';
import type { AgreementClaim } from './claims.js';

/** Remembers what is used up, so that nothing is read that would then be withheld. */
export interface UsedUp {
  note(claims: readonly AgreementClaim[]): void;
  /** Agreement → when its quota begins anew for this officer: ISO 8601, UTC. */
  of(officer: string): ReadonlyMap<string, string>;
}

const nothing: ReadonlyMap<string, string> = new Map();

export function createUsedUp(clock: Clock): UsedUp {
  const byOfficer = new LRUCache<string, Map<string, number>>({ max: 10_000 });
  return {
    note: (claims) => {
      for (const { officer, agreement, window } of claims) {
        const until = byOfficer.get(officer) ?? new Map<string, number>();
        byOfficer.set(officer, until.set(agreement, Math.max(window.endsAt, until.get(agreement) ?? 0)));
      }
    },
    of: (officer) => {
      const until = byOfficer.get(officer);
      if (until === undefined) return nothing;
      const now = clock();
      for (const [agreement, at] of until) if (at <= now) until.delete(agreement);
      if (until.size === 0) byOfficer.delete(officer);
      return new Map([...until].map(([agreement, at]) => [agreement, new Date(at).toISOString()]));
    },
  };
}
