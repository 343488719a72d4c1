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
  /** Where a quota is used up: when it begins anew. ISO 8601, UTC. */
  readonly retryAt?: string;
}

/** Adds when to try again to what is withheld since a quota is used up. @param exhausted - agreement → ISO 8601 */
export function withRetryAt(
  withheld: readonly Withheld[],
  exhausted: ReadonlyMap<string, string>,
): readonly Withheld[] {
  return withheld.map((one) => {
    const retryAt = one.reason === 'QUOTA_EXHAUSTED' ? exhausted.get(one.agreement ?? '') : undefined;
    return retryAt === undefined ? one : { ...one, retryAt };
  });
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
