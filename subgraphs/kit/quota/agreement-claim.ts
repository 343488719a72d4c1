import type { Claim } from '../../../common/quota/counts.js';

/** What a request takes of one agreement's quota. */
export interface AgreementClaim extends Claim {
  readonly agreement: string;
  /** Records that the request has not been counted for before. */
  readonly fresh: readonly string[];
}

export interface AgreementClaims {
  /** The request itself. */
  readonly each: readonly AgreementClaim[];
  /** The records. */
  readonly together: readonly AgreementClaim[];
}
