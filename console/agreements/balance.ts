import type { AgencySharing, RecordSharing } from './sharing.js';

/** How much of a field is given: nothing is more than all, and each less than the one after. */
export const levels = ['HIT', 'MASKED', 'SOME', 'SHOWN'] as const;
export type Level = (typeof levels)[number];

/** Field → how much of it, as `Firearm.make` → `SHOWN`. */
export type Given = ReadonlyMap<string, Level>;

/** What States give to the agencies of other States. */
export type GivenByStates = (giver: string, receiver: string) => Given;

/** The country that an agency is of: ids of agencies begin with it. */
export function countryOf(agency: string): string {
  return agency.slice(0, 2);
}

/**
 * The best that any agency of a country is given by a State, for any purpose, field by field. What a State gives to agencies
 * of its own is none of the others' business.
 */
export function givenByStates(sharing: readonly AgencySharing[]): GivenByStates {
  const all = new Map<string, Map<string, Level>>();
  for (const { state, agency, records } of sharing) {
    const receiver = countryOf(agency);
    if (receiver === state) continue;
    const key = `${state} ${receiver}`;
    const given = all.get(key) ?? new Map<string, Level>();
    all.set(key, given);
    for (const record of records)
      for (const [field, level] of fieldsOf(record)) {
        const coordinate = `${record.record}.${field}`;
        if (isMore(level, given.get(coordinate))) given.set(coordinate, level);
      }
  }
  return (giver, receiver) => all.get(`${giver} ${receiver}`) ?? new Map<string, Level>();
}

function fieldsOf({
  shown,
  masked,
  conditional,
  hitOn,
}: RecordSharing): readonly (readonly [string, Level])[] {
  return [
    ...hitOn.map((field) => [field, 'HIT'] as const),
    ...masked.map(({ field }) => [field, 'MASKED'] as const),
    ...shown.map((field) => [field, conditional.includes(field) ? 'SOME' : 'SHOWN'] as const),
  ];
}

function isMore(level: Level, than: Level | undefined): boolean {
  return levels.indexOf(level) > (than === undefined ? -1 : levels.indexOf(than));
}

/** What a State gives to another and gets from it. */
export interface Balance {
  readonly other: string;
  readonly gives: number;
  readonly gets: number;
  /** Fields of which it gives more than it gets. */
  readonly givesMore: number;
  readonly getsMore: number;
}

/** A State's balance with each other one, the one first to which it gives most beyond what it gets. */
export function balancesOf(
  given: GivenByStates,
  state: string,
  states: readonly string[],
): readonly Balance[] {
  return states
    .filter((other) => other !== state)
    .map((other) => {
      const [gives, gets] = [given(state, other), given(other, state)];
      return {
        other,
        gives: gives.size,
        gets: gets.size,
        givesMore: beyond(gives, gets).length,
        getsMore: beyond(gets, gives).length,
      };
    })
    .sort((a, b) => b.gives - b.gets - (a.gives - a.gets) || (a.other < b.other ? -1 : 1));
}

/** Fields of which one side gives more than the other. */
function beyond(one: Given, other: Given): readonly string[] {
  return [...one].filter(([field, level]) => isMore(level, other.get(field))).map(([field]) => field);
}

/** A field that is given, and whether the other side gives less of its own. */
export interface ComparedField {
  readonly field: string;
  readonly level: Level;
  readonly isMore: boolean;
}

/** A record type, as two States give it to each other. */
export interface ComparedRecord {
  readonly record: string;
  readonly gives: readonly ComparedField[];
  readonly gets: readonly ComparedField[];
}

/** What two States give each other, a record type at a time, field beside field. */
export function compare(gives: Given, gets: Given): readonly ComparedRecord[] {
  const records = new Set(
    [...gives.keys(), ...gets.keys()].map((coordinate) => coordinate.split('.')[0] ?? ''),
  );
  return [...records].sort().map((record) => ({
    record,
    gives: comparedFields(record, gives, gets),
    gets: comparedFields(record, gets, gives),
  }));
}

function comparedFields(record: string, one: Given, other: Given): readonly ComparedField[] {
  return [...one]
    .filter(([coordinate]) => coordinate.startsWith(`${record}.`))
    .map(([coordinate, level]) => ({
      field: coordinate.slice(record.length + 1),
      level,
      isMore: isMore(level, other.get(coordinate)),
    }))
    .sort((a, b) => (a.field < b.field ? -1 : 1));
}
