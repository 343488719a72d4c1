import { JsonText } from './json-text.js';

/** An object of an answer, as JSON.parse makes it. */
export type Data = Record<string, unknown>;

export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof JsonText);
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
 * @param interfaces - names that do not replace the name of a type: a subgraph may know of an object no more than its
 *   interface, though another one has told what it is
 */
export function mergeData(target: Data, source: Data, interfaces: ReadonlySet<unknown>): void {
  for (const key of Object.keys(source)) {
    if (source[key] === undefined) continue;
    if (key === '__typename' && typeof target[key] === 'string' && interfaces.has(source[key])) continue;
    const value = merged(ownField(target, key), source[key], interfaces);
    if (key === '__proto__') setOwnField(target, key, value);
    else target[key] = value;
  }
}

/** Sets a field that assigning would take for the object's prototype: an alias may be named so. */
function setOwnField(target: Data, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, configurable: true, enumerable: true, writable: true });
}

function merged(known: unknown, value: unknown, interfaces: ReadonlySet<unknown>): unknown {
  if (isData(known) && isData(value)) {
    mergeData(known, value, interfaces);
    return known;
  }
  if (Array.isArray(known) && Array.isArray(value) && known.length === value.length)
    return value.map((item, index) => merged(known[index], item, interfaces));
  return value;
}

/** Where no names are names of interfaces. */
export const noInterfaces: ReadonlySet<unknown> = new Set();
