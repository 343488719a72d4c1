import type { Agreement, Grant } from './agreement.js';

/** One grant with the agreement that it stands in. */
export interface CompiledGrant {
  readonly agreement: Agreement;
  readonly grant: Grant;
  readonly legalBasis: readonly string[];
}

/** A State's agreements, ready to decide by: agency → record type → grants, in the order of agreement ids. */
export interface Policy {
  readonly grants: ReadonlyMap<string, ReadonlyMap<string, readonly CompiledGrant[]>>;
  /** Agency → agreements that are for one case. */
  readonly bound: ReadonlyMap<string, readonly Agreement[]>;
}

export function compilePolicy(agreements: readonly Agreement[]): Policy {
  const grants = new Map<string, Map<string, CompiledGrant[]>>();
  for (const agreement of [...agreements].sort((one, other) => (one.id < other.id ? -1 : 1)))
    for (const grant of agreement.grants) {
      const ofAgency = grants.get(agreement.grantee.agency) ?? new Map<string, CompiledGrant[]>();
      grants.set(agreement.grantee.agency, ofAgency);
      const ofRecord = ofAgency.get(grant.record) ?? [];
      ofAgency.set(grant.record, ofRecord);
      const legalBasis = [...agreement.legalBasis, ...(grant.legalBasis ?? [])];
      ofRecord.push({ agreement, grant, legalBasis });
    }
  return { grants, bound: boundOf(agreements) };
}

function boundOf(agreements: readonly Agreement[]): Policy['bound'] {
  const bound = new Map<string, Agreement[]>();
  for (const agreement of agreements)
    if (agreement.case !== undefined)
      bound.set(agreement.grantee.agency, [...(bound.get(agreement.grantee.agency) ?? []), agreement]);
  return bound;
}
