import type { Fact, FactPlace } from '../world/facts/fact.js';
import type { Random } from '../world/random.js';
import { allRowsOf, monthFirst, type Row } from '../world/tables.js';
import { wordFor } from './word-list.js';
import { words } from './words.js';

/** The stories of the demo stand first: they are typed without a fault. */
const firstFaulty = 40;

/** Whether this is one of the few records in which an officer's hand slipped. */
export function slips(random: Random, { number }: Fact, probability: number): boolean {
  return random.chance(probability) && number >= firstFaulty;
}

/** What every table keeps of a record besides the thing itself; its dates are stamped by the system. */
export function entryOf(random: Random, fact: Fact, stations: readonly string[]): Row {
  return {
    station: random.pick(stations),
    // an officer of the old system left the box as it was
    handling: slips(random, fact, 0.005) ? 'POLICE' : wordFor(random, words.handling, fact.handlingCode),
    instructions: fact.handlingCode === 'H3' ? 'Call the Commissioner before use' : null,
    source_grade: wordFor(random, words.grade, fact.sourceReliability),
    info_grade: fact.informationAccuracy,
    entered_on: fact.recordedOn,
    changed_on: fact.updatedOn,
    checked_on: fact.verifiedOn,
    remove_on: fact.expiresOn,
  };
}

/** A date as it is typed, month first; what is known by the year alone stays a year. */
export function typed(day: string | null): string | null {
  if (day === null) return null;
  return day.length < 10 ? day : monthFirst(day.slice(0, 10));
}

/** A typed date, now and then with the day first, as the neighbours write it. */
export function typedWithSlips(random: Random, fact: Fact, day: string): string | null {
  const slipped = slips(random, fact, 0.03);
  const [year, month, date] = day.slice(0, 10).split('-');
  return slipped && Number(date) > 12 ? [date, month, year].join('/') : typed(day);
}

/** Where something happened, in the tables that have no coordinates. */
export function inTown(random: Random, fact: Fact, { subdivision, municipality }: FactPlace): Row {
  const misspelt = slips(random, fact, 0.03);
  return {
    district: misspelt ? 'Stan Creek' : wordFor(random, words.district, subdivision),
    town: municipality,
  };
}

/** Where something happened, with coordinates. */
export function located(random: Random, fact: Fact, place: FactPlace): Row {
  return { ...inTown(random, fact, place), lat: place.latitude, lng: place.longitude };
}

export function countryName(random: Random, iso: string | null): string | null {
  return iso === null ? null : wordFor(random, words.country, iso);
}

/** Several values in one box; null where there is none. */
export function inOneBox(texts: readonly string[], separator: ',' | ';'): string | null {
  return texts.length === 0 ? null : texts.join(separator);
}

export function districts(random: Random, territory: readonly string[]): string | null {
  return inOneBox(
    territory.map((subdivision) => wordFor(random, words.district, subdivision)),
    ';',
  );
}

/** The rows of a table of pairs: a fact's number, and each of what belongs to it, once. */
export function pairs<F extends Fact>(
  facts: readonly F[],
  ours: string,
  theirs: string,
  of: (fact: F) => readonly number[],
): Iterable<Row> {
  return allRowsOf(facts, (fact) =>
    [...new Set(of(fact))].map((value) => ({ [ours]: fact.number, [theirs]: value })),
  );
}
