/** What has been taken of one limit in one window. */
export interface Taken {
  /** By all officers of the agency together. */
  readonly total: number;
  /** By the officer who asks. */
  readonly own: number;
  /** Officers who asked in this window or in the one before, with the one who asks: 1 or more. */
  readonly officers: number;
}

/**
 * How much an officer can still take of a limit that an agency shares. Each officer who is known has an equal share, and
 * one share more is kept for an officer who has not asked yet: so nobody uses it up alone, and of officers who are known from the
 * start each gets a whole share, whatever the others do. A limit too small to be shared goes to whoever asks first.
 *
 * @param limit - of the window, 1 or more
 */
export function roomFor(limit: number, { total, own, officers }: Taken): number {
  const share = Math.max(1, Math.floor(limit / (officers + 1)));
  return Math.max(0, Math.min(limit - total, share - own));
}
