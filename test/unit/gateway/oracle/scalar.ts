import { choose, hash } from './hash.js';

const strings = [
  '',
  'plain',
  'with "quotes" and \\',
  'líneas\ny\ttabs',
  '\u2028 \u0000',
  '🔫 émoji',
  '{"json":1}',
];

/** A value of a scalar type, picked by a number. */
export function scalarValue(typeName: string, by: number): unknown {
  switch (typeName) {
    case 'Int':
      return choose([0, 1, -7, 2_147_483_647, -2_147_483_648, by % 1_000], by);
    case 'Float':
      return choose([0, 0.1, -1.5, 1e21, 5e-324, by / 1_000], by);
    case 'Boolean':
      return by % 2 === 0;
    case 'Date':
      return `2026-01-${String((by % 28) + 1).padStart(2, '0')}`;
    case 'ID':
      return `id ${String(by % 100)}`;
    default:
      return choose(strings, by);
  }
}

/** A value of the scalar JSON: whatever JSON has, but null. */
export function jsonValue(seed: number, at: string, depth = 0): unknown {
  const by = hash(seed, 'json', at);
  if (depth === 2 || by % 3 === 0) return choose([0, false, 'text', '', 1.5, true], by >>> 3);
  if (by % 3 === 1)
    return Array.from({ length: by % 4 }, (_, index) => jsonValue(seed, `${at}.${String(index)}`, depth + 1));
  return Object.fromEntries(
    ['z', 'a', '__typename', 'id']
      .slice(by % 3)
      .map((key) => [key, jsonValue(seed, `${at}.${key}`, depth + 1)]),
  );
}
