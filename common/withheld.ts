/** Why something is missing from an answer. */
export const withholdingReasons = [
  'NOT_IN_AGREEMENT',
  'PURPOSE_NOT_COVERED',
  'ROLE_NOT_COVERED',
  'AGREEMENT_EXPIRED',
  'MASKED',
  'HIT_ONLY',
  'MINOR_PROTECTED',
  'FILTER_WITHHELD',
  'NOT_OFFERED',
  'QUOTA_EXHAUSTED',
  'STATE_TIMEOUT',
  'STATE_UNAVAILABLE',
  'STATE_ERROR',
] as const;

export type WithholdingReason = (typeof withholdingReasons)[number];

/** One thing missing from an answer, and why. */
export interface Withheld {
  /** `Firearm.serialNumber` */
  readonly coordinate: string;
  readonly reason: WithholdingReason;
  /** The agreement that came nearest to giving it. */
  readonly agreement?: string;
  /** Only where it is missing from some of the returned records: their ids. */
  readonly records?: readonly string[];
}

/** How a value may be masked, from the least to the most. */
export const masks = ['LAST4', 'YEAR', 'INITIALS', 'HASH'] as const;
export type Mask = (typeof masks)[number];

/** A field that was given masked, and of which records. */
export interface Masked {
  /** `Person.birthDate` */
  readonly coordinate: string;
  readonly mask: Mask;
  readonly records: string[];
}
