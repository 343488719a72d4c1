import { LRUCache } from 'lru-cache';

/** Values of the Boolean variables of `@skip` and `@include`. */
export type Conditions = Readonly<Record<string, boolean>>;

/** Ten conditions, as many as an operation may have, make a thousand combinations: not all of them are kept. */
const kept = 16;

/** What depends on conditions: made once for each combination that occurs, and kept for the latest of them. */
export type PerConditions<T> = (conditions: Conditions) => T;

/** @param variables - names of those that it depends on */
export function perConditions<T>(
  variables: readonly string[],
  make: (conditions: Conditions) => T,
): PerConditions<T> {
  if (variables.length === 0) {
    let only: { readonly value: T } | undefined;
    return (conditions) => (only ??= { value: make(conditions) }).value;
  }
  const known = new LRUCache<string, { readonly value: T }>({ max: kept });
  return (conditions) => {
    const key = variables.map((name) => (conditions[name] === true ? '1' : '0')).join('');
    const made = known.get(key);
    if (made !== undefined) return made.value;
    const value = make(conditions);
    known.set(key, { value });
    return value;
  };
}
