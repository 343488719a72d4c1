import type { Condition, FieldCondition, Scalar } from '../agreement.js';
import { holds } from '../condition.js';

/** Which of several conditions a row satisfies, in their order. */
export type RowClass = readonly boolean[];

/**
 * Every combination of conditions that some row can satisfy, found from one representative of each class of values that the
 * conditions tell apart: a missing value, each value named, and one below, between and above them.
 */
export function rowClasses(conditions: readonly Condition[]): readonly RowClass[] {
  const fields = [...new Set(conditions.flatMap((condition) => Object.keys(condition)))];
  let classes: readonly RowClass[] = [conditions.map(() => true)];
  for (const field of fields) {
    const ofField = distinct(
      representatives(conditions.flatMap((condition) => condition[field] ?? [])).map((value) =>
        conditions.map(
          ({ [field]: wanted }) => wanted === undefined || holds({ [field]: wanted }, { [field]: value }),
        ),
      ),
    );
    classes = distinct(
      classes.flatMap((one) =>
        ofField.map((other) => one.map((held, index) => held && other[index] === true)),
      ),
    );
  }
  return classes;
}

function distinct(classes: readonly RowClass[]): readonly RowClass[] {
  return [...new Map(classes.map((one) => [one.map(Number).join(''), one])).values()];
}

function representatives(wanted: readonly FieldCondition[]): readonly (Scalar | null)[] {
  const named = wanted.flatMap(({ eq, in: among = [], notIn = [], gte, lte }) =>
    [eq, ...among, ...notIn, gte, lte].filter((value) => value !== undefined),
  );
  const texts = named.filter((value) => typeof value === 'string').sort();
  const numbers = named.filter((value) => typeof value === 'number').sort((one, other) => one - other);
  return [
    null,
    '',
    true,
    false,
    // the least text that follows a text is that text and a zero
    ...texts.flatMap((text) => [text, `${text}\u0000`]),
    (numbers[0] ?? 0) - 1,
    ...numbers.flatMap((number, index) => [number, (number + (numbers[index + 1] ?? number + 2)) / 2]),
  ];
}
