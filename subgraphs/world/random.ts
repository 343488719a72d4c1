/** A stream of chance: the same seed gives the same stream on every machine. */
export interface Random {
  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** So many of the items, none twice, in their own order. */
  some<T>(items: readonly T[], count: number): readonly T[];
  /** So many of these characters. */
  text(characters: string, length: number): string;
  /** A day between two others, both included, as YYYY-MM-DD. */
  day(from: string, to: string): string;
}

/** @see Mulberry32, a 32-bit generator of T. Ettinger (public domain) */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    int,
    chance: (probability) => next() < probability,
    pick: <T>(items: readonly T[]): T => {
      const item = items[int(0, items.length - 1)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
    some: <T>(items: readonly T[], count: number): readonly T[] => {
      let wanted = Math.min(count, items.length);
      return items.filter((_, index) => {
        const taken = next() * (items.length - index) < wanted;
        if (taken) wanted -= 1;
        return taken;
      });
    },
    text: (characters, length) =>
      Array.from({ length }, () => characters[int(0, characters.length - 1)] ?? '').join(''),
    day: (from, to) => addDays(from, int(0, daysBetween(from, to))),
  };
}

/** The stream of one thing: it can be drawn without drawing those before it. */
export function streamOf(seed: number, kind: string, number: number): Random {
  let hash = 0x811c9dc5 ^ seed;
  for (let index = 0; index < kind.length; index += 1)
    hash = Math.imul(hash ^ kind.charCodeAt(index), 0x01000193);
  return createRandom(scatter(scatter(hash) + Math.imul(number, 0x9e3779b1)));
}

/** @see MurmurHash3, the finalizer of A. Appleby (public domain) */
function scatter(value: number): number {
  let mixed = value >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

function daysBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000));
}

/** The earlier of two days. */
export function earlier(one: string, other: string): string {
  return one < other ? one : other;
}
