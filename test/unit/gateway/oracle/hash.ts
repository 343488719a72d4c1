/** A number of 32 bits that looks drawn by lot, always the same for the same parts. */
export function hash(...parts: readonly (string | number)[]): number {
  let value = 0x811c9dc5;
  const text = parts.join('|');
  for (let index = 0; index < text.length; index += 1)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** Whether something is so that is so in this share of all cases. */
export function chance(seed: number, what: string, share: number): boolean {
  return hash(seed, what) % 10_000 < share * 10_000;
}

export function choose<T>(from: readonly T[], by: number): T {
  const chosen = from[by % from.length];
  if (chosen === undefined) throw new Error('there is nothing to choose from');
  return chosen;
}
