/** How often one of the first is larger than one of the second, from 0 to 1: 0.5 where they cannot be told apart. @see Mann and Whitney, 1947 */
export function chanceOfLarger(first: readonly number[], second: readonly number[]): number {
  const all = [
    ...first.map((value) => ({ value, mine: true })),
    ...second.map((value) => ({ value, mine: false })),
  ].sort((one, other) => one.value - other.value);
  let ranks = 0;
  for (let start = 0; start < all.length;) {
    let end = start;
    while (end < all.length && all[end]!.value === all[start]!.value) end += 1;
    // equal values share their rank
    const rank = (start + 1 + end) / 2;
    ranks += rank * all.slice(start, end).filter(({ mine }) => mine).length;
    start = end;
  }
  const larger = ranks - (first.length * (first.length + 1)) / 2;
  return larger / (first.length * second.length);
}

/** Standard error of that chance where there is no difference. */
export function errorOfChance(first: number, second: number): number {
  return Math.sqrt((first + second + 1) / (12 * first * second));
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)]!;
}

/** Ends of what the difference of two medians lies between, 95 times of 100, by drawing anew from what was measured. */
export function differenceOfMedians(
  first: readonly number[],
  second: readonly number[],
  random: () => number,
): readonly [number, number] {
  const drawn = (of: readonly number[]): number =>
    median(of.map(() => of[Math.floor(random() * of.length)]!));
  const differences = Array.from({ length: 1_000 }, () => drawn(first) - drawn(second)).sort(
    (one, other) => one - other,
  );
  return [differences[25]!, differences[974]!];
}
