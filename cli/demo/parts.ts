import { isDeepStrictEqual } from 'node:util';

type Json = Readonly<Record<string, unknown>>;

/** All that stands in lists of this name in an answer, however deep. */
export function inLists(value: unknown, name: string): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => inLists(item, name));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === name && Array.isArray(inner) ? (inner as unknown[]) : inLists(inner, name),
  );
}

/** Ids of all that stands in lists of this name. */
export function idsIn(value: unknown, name: string): readonly unknown[] {
  return inLists(value, name).map((item) => (isObject(item) ? item['id'] : undefined));
}

/** The object of a list that has this value under this key. */
export function withKey(list: unknown, key: string, value: unknown): Json | undefined {
  if (!Array.isArray(list)) return undefined;
  return list.filter(isObject).find((item) => item[key] === value);
}

/** Names of the fields of an object that are there, but null. */
export function nullsOf(value: Json): readonly string[] {
  return Object.keys(value).filter((key) => value[key] === null);
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Ids of all records in an answer, each once, sorted. */
export function allIds(value: unknown): readonly string[] {
  const found = new Set<string>();
  const visit = (inner: unknown): void => {
    if (Array.isArray(inner)) inner.forEach(visit);
    else if (isObject(inner)) {
      if (typeof inner['id'] === 'string') found.add(inner['id']);
      Object.values(inner).forEach(visit);
    }
  };
  visit(value);
  return [...found].sort();
}

/** Nothing where they are the same, else what differs, cut short. */
export function expectSame(what: string, actual: unknown, expected: unknown): readonly string[] {
  if (isDeepStrictEqual(actual, expected)) return [];
  const shown = (value: unknown): string =>
    value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 200);
  return [`${what}: ${shown(actual)}, not ${shown(expected)}`];
}
