import type { LatestCursor, Mark, Place } from './cursor.js';

/** A record at its place in a State's list, newest first. */
export interface Listed extends Mark {
  readonly state: string;
  readonly record: string;
  /** Its place, as its State names it. */
  readonly cursor: string;
}

/** What a State's list holds from its place on. */
export interface ListPart {
  /** `GT.drugSeizures` */
  readonly name: string;
  readonly items: readonly Listed[];
  /** Whether more follow. */
  readonly more: boolean;
}

/** A page of the merged order. */
export interface MergedPage {
  readonly items: readonly (Listed & { readonly list: string })[];
  readonly more: boolean;
  /** Where the lists stand before the first record. */
  readonly before: LatestCursor;
  /** The lists that have answered. */
  readonly answered: readonly string[];
}

/**
 * Merges lists, each in its own order. It ends early rather than guess: where a list is used up that has more, nobody
 * knows what comes next.
 *
 * @param after - the place from which the lists were read
 */
export function mergeLists(lists: readonly ListPart[], after: LatestCursor, first: number): MergedPage {
  const before = new Map(after);
  const rest = lists.map(({ name, items, more }) => {
    const late = arrivedSince(items, after.get(name));
    const last = items[late - 1];
    if (last !== undefined) before.set(name, last.cursor);
    return { name, items: items.slice(late), more };
  });
  const merged: (Listed & { readonly list: string })[] = [];
  while (merged.length < first && !rest.some(({ items, more }) => items.length === 0 && more)) {
    const next = newest(rest);
    const item = next?.items.shift();
    if (next === undefined || item === undefined) break;
    merged.push({ ...item, list: next.name });
  }
  return {
    items: merged,
    more: rest.some(({ items, more }) => items.length > 0 || more),
    before,
    answered: lists.map(({ name }) => name),
  };
}

/** The place after some of a page's records. */
export function placeAfter({ items, before, answered }: MergedPage, count: number): LatestCursor {
  const shown = items.slice(0, count);
  const places = new Map([...before, ...shown.map(({ list, cursor }) => [list, cursor] as const)]);
  const last = shown.at(-1);
  if (last === undefined) return places;
  const mark = { at: last.at, id: last.id };
  for (const name of answered) places.set(name, furtherOf(places.get(name), mark));
  return places;
}

/** A list's own cursor says best where it stands. */
function furtherOf(place: Place | undefined, mark: Mark): Place {
  if (place === undefined) return mark;
  return typeof place === 'string' || precedes(mark, place) ? place : mark;
}

/** How many have come in since, before the mark of a list: its own cursor would leave them out. */
function arrivedSince(items: readonly Listed[], place: Place | undefined): number {
  if (place === undefined || typeof place === 'string') return 0;
  const position = items.findIndex((item) => precedes(place, item));
  return position < 0 ? items.length : position;
}

function newest<List extends { readonly items: readonly Mark[] }>(lists: readonly List[]): List | undefined {
  let found: List | undefined;
  for (const list of lists) {
    const [head] = list.items;
    const [best] = found?.items ?? [];
    if (head !== undefined && (best === undefined || precedes(head, best))) found = list;
  }
  return found;
}

/** Newest first, those of no known date last; ties by id. */
function precedes(one: Mark, other: Mark): boolean {
  if (one.at === other.at) return one.id < other.id;
  return other.at === undefined || (one.at !== undefined && one.at > other.at);
}
