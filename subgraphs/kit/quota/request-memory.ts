import { LRUCache } from 'lru-cache';
import type { AgreementClaim } from './agreement-claim.js';

/** What a request has been counted for, however many steps of it come. */
export interface KnownRequest {
  isCounted(agreement: string): boolean;
  isRecordCounted(agreement: string, id: string): boolean;
  note(agreements: readonly { readonly agreement: string }[], records: readonly AgreementClaim[]): void;
  /** Takes back what could not be counted. */
  forget(requests: readonly AgreementClaim[], records: readonly AgreementClaim[]): void;
}

/** More steps than an operation has: those beyond come of a gateway that makes many requests pass for one. */
const mostSteps = 32;

/** Remembers requests as long as an assertion is good for, the last ten thousand. */
export function createRequestMemory(): { readonly of: (request: string) => KnownRequest } {
  const requests = new LRUCache<string, Counted>({ max: 10_000, ttl: 60_000 });
  return {
    of: (request) => {
      const counted = requests.get(request) ?? { steps: 0, agreements: new Set(), records: new Set() };
      requests.set(request, counted);
      counted.steps += 1;
      if (counted.steps % mostSteps === 0) counted.agreements.clear();
      return knownRequest(counted);
    },
  };
}

interface Counted {
  steps: number;
  readonly agreements: Set<string>;
  readonly records: Set<string>;
}

function knownRequest({ agreements, records }: Counted): KnownRequest {
  return {
    isCounted: (agreement) => agreements.has(agreement),
    isRecordCounted: (agreement, id) => records.has(nameOf(agreement, id)),
    note: (limited, claims) => {
      for (const { agreement } of limited) agreements.add(agreement);
      for (const { agreement, fresh } of claims) for (const id of fresh) records.add(nameOf(agreement, id));
    },
    forget: (requests, claims) => {
      for (const { agreement } of requests) agreements.delete(agreement);
      for (const { agreement, fresh } of claims)
        for (const id of fresh) records.delete(nameOf(agreement, id));
    },
  };
}

function nameOf(agreement: string, id: string): string {
  return `${agreement} ${id}`;
}
