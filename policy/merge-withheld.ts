import type { Withheld } from '../common/withheld.js';

/** Puts together what is withheld: each coordinate and reason once, with all the records that it is missing from. */
export function mergeWithheld(withheld: readonly Withheld[]): readonly Withheld[] {
  const merged = new Map<string, Withheld>();
  for (const one of withheld) {
    const key = `${one.coordinate} ${one.reason} ${one.records === undefined ? 'all' : 'some'}`;
    const known = merged.get(key);
    if (known === undefined) merged.set(key, one);
    else if (one.records !== undefined)
      merged.set(key, { ...known, records: [...(known.records ?? []), ...one.records] });
  }
  return [...merged.values()].map(withSortedRecords).sort(byCoordinate);
}

function withSortedRecords(withheld: Withheld): Withheld {
  return withheld.records === undefined
    ? withheld
    : { ...withheld, records: [...new Set(withheld.records)].sort() };
}

function byCoordinate(one: Withheld, other: Withheld): number {
  const [left, right] = [one, other].map(({ coordinate, reason, records }) =>
    [coordinate, reason, ...(records ?? [])].join(' '),
  );
  return (left ?? '') < (right ?? '') ? -1 : 1;
}
