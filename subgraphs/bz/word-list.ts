import type { Random } from '../world/random.js';

/** Each value in the ways in which Belize's officers write it. */
export type Words<Value extends string> = Readonly<Record<Value, readonly [string, ...string[]]>>;

/** One of the ways in which a value is written; a value without a word is written as it is. */
export function wordFor<Value extends string>(
  random: Random,
  list: Partial<Words<Value>>,
  value: Value,
): string {
  return random.pick<string>(list[value] ?? [value]);
}
