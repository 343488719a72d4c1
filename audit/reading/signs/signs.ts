import type { Bounds, ChunkColumns, EntryIndex } from '../entry-index.js';
import { type Found, type KindOf, lookAt, type Rule, type Terms } from './look.js';
import { manyRecords } from './many-records.js';
import { personReadByMany } from './person-read-by-many.js';
import { sharedCases } from './shared-cases.js';
import { type SignKind, signKinds, signLimits, type SignReport } from './sign.js';
import { unfitPurposes } from './unfit-purposes.js';
import { unusualHours } from './unusual-hours.js';

const rules: Readonly<Record<SignKind, (terms: Terms) => Rule>> = {
  MANY_RECORDS_FOR_ONE_CASE: manyRecords,
  UNUSUAL_HOUR: unusualHours,
  PERSON_READ_BY_MANY: personReadByMany,
  CASE_OF_SEVERAL_AGENCIES: sharedCases,
  PURPOSE_DOES_NOT_FIT: unfitPurposes,
};

export interface Examined {
  /** Entries that have them all are looked at. */
  readonly terms: readonly string[];
  readonly bounds: Bounds;
  /** Only records of this State are counted. */
  readonly state?: string;
  /** Entries that are looked at at most, the newest. */
  readonly most?: number;
}

/** Simple signs of misuse in all entries that are asked for; each rule looks at them by itself. */
export function signsOfMisuse(
  index: Pick<EntryIndex, 'columns' | 'valueOf' | 'greatest'>,
  { terms, bounds, state, most = signLimits.examined }: Examined,
): SignReport {
  const chunks = () => newestOf(index.columns([...terms, 'asked=yes'], bounds), most);
  const asked = termsOf(index, state);
  const looking = signKinds.map((kind) => ({ kind, rule: rules[kind](asked) }));
  let examined = 0;
  for (const chunk of chunks())
    lookAt(chunk, (look) => {
      examined += 1;
      for (const { rule } of looking) rule.see(look);
    });
  const undecided = looking.flatMap(({ rule }) => (rule.undecided === true ? [rule] : []));
  if (undecided.length > 0)
    for (const chunk of chunks())
      lookAt(chunk, (look) => {
        for (const rule of undecided) rule.seeAgain?.(look);
      });
  const all = looking.map(({ kind, rule }) => ({ kind, rule, found: rule.found() }));
  const named = all.map(({ rule, ...one }) => ({ ...one, rule, found: mostStriking(one.found) }));
  const entries = entriesOf(named, chunks());
  const complete = examined < most || examined === countOf(index.columns([...terms, 'asked=yes'], bounds));
  return {
    signs: named.flatMap(({ kind, found }) =>
      found.map((one) => ({
        kind,
        ...one.tell(),
        entries: entries.get(one) ?? [],
      })),
    ),
    found: all.flatMap(({ kind, found }) =>
      found.length === 0 ? [] : [{ value: kind, count: found.length }],
    ),
    examined,
    complete,
    ...explain(examined, complete),
  };
}

/** So many entries, the newest. */
function* newestOf(chunks: Iterable<ChunkColumns>, most: number): Generator<ChunkColumns> {
  let left = most;
  for (const chunk of chunks) {
    const { places } = chunk;
    yield places.length <= left ? chunk : { ...chunk, places: places.slice(places.length - left) };
    left -= places.length;
    if (left <= 0) return;
  }
}

function countOf(chunks: Iterable<ChunkColumns>): number {
  let count = 0;
  for (const { places } of chunks) count += places.length;
  return count;
}

interface Named {
  readonly rule: Rule;
  readonly found: readonly Found[];
}

/** Of each sign its newest entries, the newest first. */
function entriesOf(
  named: readonly Named[],
  chunks: Iterable<ChunkColumns>,
): ReadonlyMap<Found, readonly number[]> {
  const entries = new Map<Found, number[]>(named.flatMap(({ found }) => found.map((one) => [one, []])));
  const wanted = named.map(({ rule, found }) => ({
    rule,
    byKey: new Map(found.map((one) => [one.key, one])),
  }));
  for (const chunk of chunks) {
    if (wanted.every(({ byKey }) => byKey.size === 0)) break;
    const ofChunk = new Map<Found, number[]>();
    lookAt(chunk, (look) => {
      for (const { rule, byKey } of wanted) {
        if (byKey.size === 0) continue;
        for (const key of rule.keysOf(look)) {
          const one = byKey.get(key);
          if (one !== undefined) gather(ofChunk, one, look.number);
        }
      }
    });
    for (const [one, numbers] of ofChunk) {
      const all = (entries.get(one) ?? []).concat(numbers.reverse()).slice(0, signLimits.entriesNamed);
      entries.set(one, all);
      if (all.length === signLimits.entriesNamed)
        for (const { byKey } of wanted) if (byKey.get(one.key) === one) byKey.delete(one.key);
    }
  }
  return entries;
}

function gather(gathered: Map<Found, number[]>, one: Found, number: number): void {
  const numbers = gathered.get(one);
  if (numbers === undefined) gathered.set(one, [number]);
  // a person may stand twice in one entry
  else if (numbers.at(-1) !== number) numbers.push(number);
}

function termsOf(
  { valueOf, greatest }: Pick<EntryIndex, 'valueOf' | 'greatest'>,
  only: string | undefined,
): Terms {
  const kinds = new Map<number, KindOf | undefined>();
  return {
    valueOf,
    greatest,
    kindOf: (id) => {
      if (kinds.has(id)) return kinds.get(id);
      const [state = '', type = ''] = valueOf(id).split(':');
      const kind = only === undefined || only === state ? { state, type } : undefined;
      kinds.set(id, kind);
      return kind;
    },
  };
}

function mostStriking(found: readonly Found[]): readonly Found[] {
  return [...found].sort((a, b) => b.strength - a.strength || a.key - b.key).slice(0, signLimits.signsNamed);
}

function explain(examined: number, complete: boolean) {
  const count = String(examined);
  return complete
    ? {
        en: `All ${count} accesses of this period that you may see were looked at.`,
        es: `Se examinaron los ${count} accesos de este período que usted puede ver.`,
      }
    : {
        en: `The newest ${count} accesses of this period were looked at, older ones were not: choose a shorter one to see them.`,
        es: `Se examinaron los ${count} accesos más nuevos de este período, no los anteriores: elija uno más corto para verlos.`,
      };
}
