/** Values of the Boolean variables of `@skip` and `@include`. */
export type Conditions = Readonly<Record<string, boolean>>;

/** What depends on conditions: made once for each combination that occurs. */
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
  const known = new Map<string, T>();
  return (conditions) => {
    const key = variables.map((name) => (conditions[name] === true ? '1' : '0')).join('');
    const made = known.get(key);
    if (made !== undefined) return made;
    const value = make(conditions);
    known.set(key, value);
    return value;
  };
}
