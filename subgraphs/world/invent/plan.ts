import type { Fact, FactPlace, StateCode } from '../facts/fact.js';
import { type FactKind, placeAmong, keepers, worldStates } from '../keeps.js';
import { addDays, earlier, type Random, streamOf } from '../random.js';
import { placesOf, table } from '../reference.js';
import { today } from '../stories.js';

/** What a world is made from. */
export interface Plan {
  readonly seed: number;
  /** 1 for about 20,000 records over nine States. */
  readonly scale: number;
}

/** A plan with the State that tells its part. */
export interface Telling extends Plan {
  readonly state: StateCode;
}

/** What is the same for all facts that a State tells, worked out once. */
export function oncePerTelling<T>(make: (telling: Telling) => T): (telling: Telling) => T {
  const made = new WeakMap<Telling, T>();
  return (telling) => {
    const known = made.get(telling);
    if (known !== undefined) return known;
    const first = make(telling);
    made.set(telling, first);
    return first;
  };
}

/** At least one, so that each story can be told at every scale. */
export function countAt({ scale }: Plan, atScale1: number): number {
  return Math.max(1, Math.round(atScale1 * scale));
}

/** Gangs, routes and networks do not grow as their deeds do. */
export function groupCountAt({ scale }: Plan, atScale1: number): number {
  return Math.max(4, Math.round(atScale1 * Math.sqrt(scale)));
}

/** What every fact carries, drawn by the State that keeps it. A story is open to the police of all and never expires. */
export function factOf(random: Random, number: number, happenedOn: string, story = false): Fact {
  const recordedOn = earlier(addDays(happenedOn, random.int(0, 20)), today);
  const updatedOn = random.chance(0.35) ? addDays(recordedOn, random.int(3, 400)) : null;
  const verifiedOn = random.chance(0.3) ? addDays(recordedOn, random.int(30, 700)) : null;
  const handlingCode = drawHandling(random);
  const expires = random.chance(0.02);
  const expiresOn = addDays(recordedOn, random.int(365, 1_500));
  return {
    number,
    recordedOn,
    updatedOn: updatedOn !== null && updatedOn <= today ? updatedOn : null,
    verifiedOn: verifiedOn !== null && verifiedOn <= today ? verifiedOn : null,
    expiresOn: expires && !story ? expiresOn : null,
    handlingCode: story ? 'H0' : handlingCode,
    sourceReliability: random.pick(['A', 'A', 'B', 'B', 'C', 'X'] as const),
    informationAccuracy: random.int(1, 4),
  };
}

/** Most records are for police use, few are restricted further. */
function drawHandling(random: Random): Fact['handlingCode'] {
  const ticket = random.int(1, 100);
  if (ticket <= 60) return 'H0';
  if (ticket <= 85) return 'H1';
  return ticket <= 97 ? 'H2' : 'H3';
}

/** So many facts of a kind that each State has for itself: numbers that no other State has, each with its own stream. */
export function ownFacts<T>(
  telling: Telling,
  kind: FactKind,
  count: number,
  make: (random: Random, number: number, index: number) => T,
): readonly T[] {
  const place = placeAmong(kind, telling.state);
  if (place < 0) return [];
  return Array.from({ length: count }, (_, index) => {
    const number = index * keepers[kind].length + place;
    return make(streamOf(telling.seed, kind, number), number, index);
  });
}

/** Facts of a world's things that a State knows; `make` gives nothing for what it does not. */
export function sharedFacts<T>(
  telling: Telling,
  kind: FactKind,
  count: number,
  make: (random: Random, number: number) => T | undefined,
): readonly T[] {
  if (placeAmong(kind, telling.state) < 0) return [];
  return Array.from({ length: count }, (_, number) =>
    make(streamOf(telling.seed, `${kind} of ${telling.state}`, number), number),
  ).filter((fact) => fact !== undefined);
}

/** A place of a State. */
export function anyPlace(random: Random, state: StateCode): FactPlace {
  return random.pick(placesOf(state));
}

const homicides = table('homicides_by_subdivision.csv').map(({ subdivision = '', homicides: count }) => ({
  subdivision,
  count: Number(count),
}));

/** Places of a State, each as often as its department has homicides a place, where the State publishes them. */
const violentPlaces = new Map(worldStates.map((state) => [state, weighPlaces(state)]));

/** A place where violence is likely. @see data/SOURCES.md */
export function violentPlace(random: Random, state: StateCode): FactPlace {
  return random.pick(violentPlaces.get(state) ?? []);
}

function weighPlaces(state: StateCode): readonly FactPlace[] {
  const places = placesOf(state);
  const weighed = homicides
    .filter(({ subdivision }) => subdivision.startsWith(`${state}-`))
    .flatMap(({ subdivision, count }) => {
      const within = places.filter((place) => place.subdivision === subdivision);
      return Array.from({ length: count }, (_, index) => within[index % within.length]);
    })
    .filter((place) => place !== undefined);
  return weighed.length > 0 ? weighed : places;
}
