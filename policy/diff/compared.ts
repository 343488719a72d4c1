import { type Agreement, isHitGrant } from '../agreement.js';
import { isOfPerson } from '../minors.js';
import type { Interval } from './days.js';
import type { Reach, RowKind } from './reach.js';
import { rowClasses } from './row-classes.js';

/** What two sets of agreements tell apart of one record type. */
export interface Compared {
  readonly record: string;
  readonly fields: readonly string[];
  readonly reaches: readonly Reach[];
  readonly intervals: readonly Interval[];
  readonly rows: readonly RowKind[];
}

export function comparing(
  all: readonly Agreement[],
  record: string,
  intervals: readonly Interval[],
): Compared {
  const grants = all.flatMap((agreement) => agreement.grants).filter((grant) => grant.record === record);
  const plain = grants.flatMap((grant) => (isHitGrant(grant) ? [] : [grant]));
  const fields = [...new Set(plain.flatMap((grant) => grant.fields))];
  const together = plain.map(({ fields: given, mask }) =>
    given.filter((field) => mask?.[field] === undefined).sort(),
  );
  const reaches: readonly Reach[] = [
    ...fields.map((field): Reach => ({ kind: 'FIELD', field })),
    ...distinctSets(
      grants.flatMap((grant) => (isHitGrant(grant) ? [[...grant.hit.matchOn].sort()] : [])),
    ).map((by): Reach => ({ kind: 'HIT', by })),
    ...distinctSets([[], ...together]).map((by): Reach => ({ kind: 'SEARCH', by })),
  ];
  const conditions = distinctConditions(grants.flatMap(({ where }) => (where === undefined ? [] : [where])));
  const ages = isOfPerson(record) ? (['ADULT', 'MINOR', 'UNKNOWN'] as const) : (['ADULT'] as const);
  const rows = rowClasses(conditions).flatMap((held) =>
    ages.map((age): RowKind => {
      const open = new Set(
        conditions.filter((_, index) => held[index] === true).map((one) => JSON.stringify(one)),
      );
      return { age, opens: (where) => where === undefined || open.has(JSON.stringify(where)) };
    }),
  );
  return { record, fields, reaches, intervals, rows };
}

function distinctSets(sets: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...new Map(sets.map((set) => [set.join(' '), set])).values()];
}

function distinctConditions<T>(conditions: readonly T[]): readonly T[] {
  return [...new Map(conditions.map((one) => [JSON.stringify(one), one])).values()];
}
