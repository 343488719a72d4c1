/**
 * A count as it leaves the State: a multiple of 5, rounded down; `<5` for 0 to 4.
 *
 * Rounded down, since what stands above then never says more than that at least so many stand beneath: with the usual
 * rounding, five counts of 4 beneath a count of 20 would be known one by one.
 */
export function roundCount(count: number): string {
  return count < 5 ? '<5' : String(count - (count % 5));
}

/** A weight to two significant digits; null where so few events were counted that it would tell of one. */
export function roundWeight(kilograms: number | null, count: number): number | null {
  return kilograms === null || count < 5 ? null : Number(kilograms.toPrecision(2));
}
