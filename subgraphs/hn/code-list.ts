/** The shared language's value → Honduras's number for it, and what its catalogue says. */
type CodeList<Value extends string> = Readonly<Record<Value, readonly [code: number, description: string]>>;

/** Numbers a list from 1 in the order in which its descriptions are given. */
export function numbered<Value extends string>(
  descriptions: Readonly<Record<Value, string>>,
): CodeList<Value> {
  const entries = Object.entries<string>(descriptions).map(
    ([value, description], index) => [value, [index + 1, description]] as const,
  );
  return Object.fromEntries(entries) as CodeList<Value>;
}

/** The number that a value has in a list; null for none. */
export function codeOf<Value extends string>(list: CodeList<Value>, value: Value | null): number | null {
  return value === null ? null : list[value][0];
}
