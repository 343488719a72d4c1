import type { Mask } from '../common/withheld.js';

/** A sharing agreement: what one State opens to one agency, for which purposes, until when. */
export interface Agreement {
  readonly id: string;
  /** Whose records it opens. */
  readonly grantor: string;
  readonly grantee: {
    readonly agency: string;
    /** Absent: any role of the agency. */
    readonly roles?: readonly string[] | undefined;
  };
  readonly purposes: readonly string[];
  /** The one case of the grantee's that it is for, as `Istmo-Case` declares it; absent: any. */
  readonly case?: string | undefined;
  readonly legalBasis: readonly string[];
  /** Calendar dates in the grantor's time zone, both included. */
  readonly valid: { readonly from: string; readonly until: string };
  readonly grants: readonly Grant[];
  readonly onwardTransfer: 'PROHIBITED' | 'WITH_CONSENT' | 'ALLOWED';
  readonly quota?: Quota | undefined;
}

/** How much an agreement opens at most; what is absent has no limit. */
export interface Quota {
  /** Requests to the grantor, in a minute of the clock. */
  readonly requestsPerMinute?: number | undefined;
  /** Records that the grantor discloses, in a day where it is. */
  readonly recordsPerDay?: number | undefined;
}

export type Grant = FieldGrant | HitGrant;

interface GrantBase {
  /** Record type or look-up. */
  readonly record: string;
  /** Rows that it opens; absent: all. */
  readonly where?: Condition | undefined;
  /** Opens what identifies persons under 18; needs a legal basis of its own. */
  readonly minors?: boolean | undefined;
  readonly legalBasis?: readonly string[] | undefined;
  /** Whether a person without a birth date counts as an adult; by default protected like a minor. */
  readonly unknownAge?: 'ALLOW' | 'PROTECT' | undefined;
}

export interface FieldGrant extends GrantBase {
  readonly fields: readonly string[];
  readonly mask?: Readonly<Record<string, Mask>> | undefined;
}

/** Tells whether there is a record, and nothing else. */
export interface HitGrant extends GrantBase {
  /** Fields of the record, or of one that it refers to: `person.nationalIdentification`. */
  readonly hit: { readonly matchOn: readonly string[] };
}

export type Scalar = string | number | boolean;

/** What the value of one field must be. A missing value satisfies none. */
export interface FieldCondition {
  readonly eq?: Scalar | undefined;
  readonly in?: readonly Scalar[] | undefined;
  readonly notIn?: readonly Scalar[] | undefined;
  readonly gte?: Scalar | undefined;
  readonly lte?: Scalar | undefined;
}

/** Field, or the record's own `id`, → what it must be; all must hold. */
export type Condition = Readonly<Record<string, FieldCondition>>;

export function isHitGrant(grant: Grant): grant is HitGrant {
  return 'hit' in grant;
}
