import type { Counts } from './counts.js';

/** Counts that others keep while these cannot be reached: limits then hold less exactly, rather than not at all. */
export function insuredCounts(counts: Counts, insurance: Counts): Counts {
  return {
    take: (claims) => counts.take(claims).catch(() => insurance.take(claims)),
    look: (claims) => counts.look(claims).catch(() => insurance.look(claims)),
    add: (claims) => counts.add(claims).catch(() => insurance.add(claims)),
  };
}
