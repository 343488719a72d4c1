import type { Fact } from './facts/fact.js';
import type { FirearmFact } from './facts/firearms.js';
import { createRandom, type Random } from './random.js';
import { allRowsOf, counted, type Row } from './tables.js';

/** Tables with their rows: what one domain of a State adds to its database. */
export type Tables = readonly (readonly [table: string, rows: Iterable<Row>])[];

/** Who types a State's records: mostly right, and what tells a story of the demo always. */
export interface Clerk {
  readonly random: Random;
  /** Whether this time something is typed wrong. */
  readonly slips: (fact: Told, inAThousand: number) => boolean;
}

/** A fact that may be of a route. */
type Told = Fact & { readonly route?: number | null };

/** The first facts of each kind, and all that is of the first route, tell the stories of the demo. */
function isStory({ number, route }: Told): boolean {
  return number < 64 || route === 0;
}

export function createClerk(seed: number): Clerk {
  const random = createRandom(seed);
  return {
    random,
    slips: (fact, inAThousand) => random.chance(inAThousand / 1_000) && !isStory(fact),
  };
}

/** How a serial number was typed: mostly right; sometimes in small letters or with a hyphen; sometimes not at all. */
export function typedSerial(
  { random, slips }: Clerk,
  firearm: FirearmFact,
  blanks: readonly [string, ...string[]],
): string {
  const { serial, serialObliterated } = firearm;
  if (serialObliterated || slips(firearm, 30)) return random.pick(blanks);
  if (slips(firearm, 60)) return serial.toLowerCase();
  return slips(firearm, 60) ? `${serial.slice(0, 3)}-${serial.slice(3)}` : serial;
}

/** A name with two letters changed about, as hasty typing leaves it. */
export function misspelt(name: string): string {
  return `${name.slice(0, 1)}${name.slice(2, 3)}${name.slice(1, 2)}${name.slice(3)}X`;
}

/** A day that no calendar has, of the same year. */
export function unrealDay(day: string): string {
  return `${day.slice(0, 4)}-02-30`;
}

/** A link from each fact to each number that it names. */
export function linkRows<F extends Fact>(
  facts: Iterable<F>,
  [ours, theirs]: readonly [ours: string, theirs: string],
  namedBy: (fact: F) => readonly number[],
): Iterable<Row> {
  return allRowsOf(facts, (fact) => namedBy(fact).map((other) => ({ [ours]: fact.number, [theirs]: other })));
}

/** Rows of what hangs on facts, counted from 1 in a key of their own. */
export function detailRows<F extends Fact>(
  facts: Iterable<F>,
  [key, ours]: readonly [key: string, ours: string],
  detailsOf: (fact: F) => readonly Row[],
): Iterable<Row> {
  const rows = allRowsOf(facts, (fact) =>
    detailsOf(fact).map((detail) => ({ [ours]: fact.number, ...detail })),
  );
  return counted(key, rows);
}
