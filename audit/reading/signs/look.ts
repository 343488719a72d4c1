import type { ChunkColumns } from '../entry-index.js';
import { whoFields } from '../columns.js';

/** One entry as rules are shown it, in numbers of terms: 0 where there is none. The same object is used again for the next. */
export interface Look {
  readonly number: number;
  readonly agency: number;
  readonly officer: number;
  readonly purpose: number;
  readonly case: number;
  readonly hour: number;
  /** Its records stand in `refs` from here to before there, three numbers each: place, kind, record. */
  readonly refs: Uint32Array;
  readonly from: number;
  readonly to: number;
}

/** A kind of record, by its number. */
export interface KindOf {
  readonly state: string;
  readonly type: string;
}

/** A sign as a rule finds it. */
export interface Found {
  /** The greater the more striking. */
  readonly strength: number;
  /** Of the entries that it is found in: see {@link Rule.keysOf}. */
  readonly key: number;
  /** In words, which are looked up for those alone that are named. */
  tell(): Told;
}

export interface Told {
  readonly subject: string;
  readonly en: string;
  readonly es: string;
}

/** A rule is shown every entry, and then says what it found. */
export interface Rule {
  see(look: Look): void;
  /** Whether it has to be shown every entry a second time, by `seeAgain`. */
  readonly undecided?: boolean;
  seeAgain?(look: Look): void;
  found(): readonly Found[];
  /** What an entry counts for: the keys of such signs as it would be an entry of. */
  keysOf(look: Look): Iterable<number>;
}

/** What rules ask the index. */
export interface Terms {
  /** No term has a greater number. */
  readonly greatest: number;
  readonly valueOf: (id: number) => string;
  /** Undefined for records of another State than the one whose records are looked at. */
  readonly kindOf: (id: number) => KindOf | undefined;
}

/** Shows the entries of a chunk that are looked at, one after the other. */
export function lookAt({ first, places, who, refs }: ChunkColumns, show: (look: Look) => void): void {
  const look = { number: 0, agency: 0, officer: 0, purpose: 0, case: 0, hour: 0, refs, from: 0, to: 0 };
  let at = 0;
  for (const place of places) {
    const start = place * whoFields.length;
    look.number = first + place;
    look.agency = who[start] ?? 0;
    look.officer = who[start + 1] ?? 0;
    look.purpose = who[start + 2] ?? 0;
    look.case = who[start + 3] ?? 0;
    look.hour = who[start + 4] ?? 0;
    while ((refs[at] ?? Infinity) < place) at += 3;
    look.from = at;
    while (refs[at] === place) at += 3;
    look.to = at;
    show(look);
  }
}

/** Numbers two to one: for keys of maps and for sorting. @param low - below 2 ** 32 @param high - below 2 ** 21 */
export function paired(high: number, low: number): number {
  return high * 2 ** 32 + low;
}

export function highOf(pair: number): number {
  return Math.floor(pair / 2 ** 32);
}

export function lowOf(pair: number): number {
  return pair % 2 ** 32;
}

/** Small numbers for those of terms, in the order in which they come. */
export function numbering({ greatest }: Terms): {
  of(term: number): number;
  readonly terms: readonly number[];
} {
  // one more than the small number: 0 where there is none yet
  const known = new Uint32Array(greatest + 1);
  const terms: number[] = [];
  return {
    of: (term) => {
      const small = known[term] ?? 0;
      if (small > 0) return small - 1;
      known[term] = terms.push(term);
      return terms.length - 1;
    },
    terms,
  };
}

/** How many different low numbers there are with each high one. */
export function differentByHigh(pairs: readonly number[]): ReadonlyMap<number, number> {
  const sorted = Float64Array.from(pairs).sort();
  const counts = new Map<number, number>();
  for (let at = 0; at < sorted.length; at += 1) {
    const pair = sorted[at] ?? 0;
    if (pair !== sorted[at - 1]) counts.set(highOf(pair), (counts.get(highOf(pair)) ?? 0) + 1);
  }
  return counts;
}
