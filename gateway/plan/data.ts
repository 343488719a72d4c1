/** An object of an answer, as JSON.parse makes it. */
export type Data = Record<string, unknown>;

export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field of an answer's object, never one that all objects inherit. */
export function ownField(data: Data, key: string): unknown {
  return Object.hasOwn(data, key) ? data[key] : undefined;
}

/**
 * Adds to an object what another one says of the same thing: objects, and lists of the same length, are merged;
 * all else of `source` replaces what was there.
 *
 * @param target - changed in place; parts of `source` become parts of it
 */
export function mergeData(target: Data, source: Data): void {
  for (const key of Object.keys(source)) {
    if (source[key] === undefined) continue;
    const value = merged(ownField(target, key), source[key]);
    if (key === '__proto__') setOwnField(target, key, value);
    else target[key] = value;
  }
}

/** Sets a field that assigning would take for the object's prototype: an alias may be named so. */
function setOwnField(target: Data, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, configurable: true, enumerable: true, writable: true });
}

function merged(known: unknown, value: unknown): unknown {
  if (isData(known) && isData(value)) {
    mergeData(known, value);
    return known;
  }
  if (Array.isArray(known) && Array.isArray(value) && known.length === value.length)
    return value.map((item, index) => merged(known[index], item));
  return value;
}
