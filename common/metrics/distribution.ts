/** How often values were how large: what a histogram is made of. Plain, so that a thread can send it. */
export interface Distribution {
  readonly bounds: readonly number[];
  /** One for each bound and one for what is larger: values up to that bound and above the one before. */
  readonly counts: number[];
  sum: number;
}

export function emptyDistribution(bounds: readonly number[]): Distribution {
  return { bounds, counts: Array.from({ length: bounds.length + 1 }, () => 0), sum: 0 };
}

export function noteValue(distribution: Distribution, value: number): void {
  const { bounds, counts } = distribution;
  let place = 0;
  while (place < bounds.length && value > (bounds[place] ?? Infinity)) place += 1;
  counts[place] = (counts[place] ?? 0) + 1;
  distribution.sum += value;
}
