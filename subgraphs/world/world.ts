import { type Model, models } from './catalogue.js';
import { addDays, createRandom, type Random } from './random.js';
import { makePerson, type WorldPerson } from './persons.js';
import { placesOf, type WorldPlace } from './reference.js';

/** A firearm and its life, as nobody but the generator sees it whole. */
export interface WorldFirearm {
  readonly number: number;
  readonly serial: string;
  readonly model: Model;
  readonly year: number;
  /** Sold by a dealer in the United States. */
  readonly sale: { readonly on: string; readonly purchaser: WorldPerson } | undefined;
  /** Stolen in Guatemala. */
  readonly theft: { readonly on: string; readonly place: WorldPlace } | undefined;
  readonly knownTo: ReadonlySet<StateCode>;
  readonly seizure: { readonly state: 'GT' | 'SV'; readonly number: number } | undefined;
}

/** An event in which firearms were seized. */
export interface WorldSeizure {
  readonly state: 'GT' | 'SV';
  readonly number: number;
  readonly on: string;
  readonly place: WorldPlace;
  readonly caseNumber: string;
  readonly persons: readonly WorldPerson[];
}

export type StateCode = 'GT' | 'SV' | 'US';

/** All that happened, once for all States. */
export interface World {
  readonly seed: number;
  readonly firearms: readonly WorldFirearm[];
  readonly seizures: readonly WorldSeizure[];
}

/** The pistol of the demo: sold in the United States, seized in El Salvador, never seen in Guatemala. */
export const demoFirearm = { serialNumber: 'BKR4471', make: 'Glock', calibre: '9x19mm' } as const;

/** The seizure of the demo, in El Salvador: five firearms, four of which other States know. */
export const demoSeizure = {
  state: 'SV',
  caseNumber: 'FGR-SV-2023-00417',
  firearms: 5,
  knownElsewhere: 4,
} as const;

/** Roads that firearms take: who comes to know of them, and how many in a hundred take it. */
const roads = [
  { share: 35, sold: true, stolen: false, seizedIn: undefined },
  { share: 18, sold: false, stolen: true, seizedIn: undefined },
  { share: 18, sold: false, stolen: false, seizedIn: 'SV' },
  { share: 10, sold: true, stolen: false, seizedIn: 'GT' },
  { share: 10, sold: true, stolen: false, seizedIn: 'SV' },
  { share: 4, sold: false, stolen: true, seizedIn: 'SV' },
  { share: 5, sold: true, stolen: true, seizedIn: 'SV' },
] as const;

type Road = (typeof roads)[number];

const places = { GT: placesOf('GT'), SV: placesOf('SV') };

/** Firearms of the world at scale 1: over 2,000 a State. */
const firearmsAtScale1 = 5_800;

export interface WorldOptions {
  readonly seed?: number;
  readonly scale?: number;
}

/** Makes the world: the same for the same seed and scale. */
export function makeWorld({ seed = 2007, scale = 1 }: WorldOptions = {}): World {
  const random = createRandom(seed);
  const seizures: WorldSeizure[] = [makeSeizure(random, 'SV', 0, '2023-06-14', demoSeizure.caseNumber)];
  const firearms = demoRoads.map((road, number) =>
    makeFirearm(random, number, number === 0 ? demoFirearm.serialNumber : undefined, road, seizures[0]),
  );
  const open = new Map<string, { seizure: WorldSeizure; left: number }>();
  for (let number = firearms.length; number < Math.round(firearmsAtScale1 * scale); number += 1) {
    const road = takeRoad(random);
    const seizure =
      road.seizedIn === undefined ? undefined : openSeizure(random, road.seizedIn, open, seizures);
    firearms.push(makeFirearm(random, number, undefined, road, seizure));
  }
  return { seed, firearms, seizures };
}

/** The five of the demo seizure: sold in the US; again; sold and stolen; stolen; known to nobody else. */
const demoRoads: readonly Road[] = [roads[4], roads[4], roads[6], roads[5], roads[2]];

function takeRoad(random: Random): Road {
  let ticket = random.int(1, 100);
  for (const road of roads) {
    ticket -= road.share;
    if (ticket <= 0) return road;
  }
  return roads[0];
}

function openSeizure(
  random: Random,
  state: 'GT' | 'SV',
  open: Map<string, { seizure: WorldSeizure; left: number }>,
  seizures: WorldSeizure[],
): WorldSeizure {
  const current = open.get(state);
  if (current !== undefined && current.left > 0) {
    current.left -= 1;
    return current.seizure;
  }
  const number = seizures.length;
  const on = random.day('2012-01-01', '2026-09-30');
  const prefix = state === 'GT' ? 'MP001' : 'FGR-SV';
  const seizure = makeSeizure(
    random,
    state,
    number,
    on,
    `${prefix}-${on.slice(0, 4)}-${String(10_000 + number)}`,
  );
  seizures.push(seizure);
  open.set(state, { seizure, left: random.int(0, 5) });
  return seizure;
}

function makeSeizure(
  random: Random,
  state: 'GT' | 'SV',
  number: number,
  on: string,
  caseNumber: string,
): WorldSeizure {
  const persons = Array.from({ length: random.int(0, 2) }, (_, index) =>
    makePerson(random, number * 10 + index, state),
  );
  return { state, number, on, place: random.pick(places[state]), caseNumber, persons };
}

function makeFirearm(
  random: Random,
  number: number,
  serial: string | undefined,
  road: Road,
  seizure: WorldSeizure | undefined,
): WorldFirearm {
  const drawn = random.pick(models);
  const model =
    serial === undefined ? drawn : (models.find(({ make }) => make === demoFirearm.make) ?? drawn);
  const year = random.int(1988, 2008);
  const soldOn = random.day(`${String(year)}-03-01`, `${String(year + 1)}-12-31`);
  const stolenOn = addDays(soldOn, random.int(60, 600));
  const knownTo = new Set<StateCode>([
    ...(road.sold ? (['US'] as const) : []),
    ...(road.stolen ? (['GT'] as const) : []),
    ...(road.seizedIn === undefined ? [] : [road.seizedIn]),
  ]);
  return {
    number,
    serial: serial ?? makeSerial(random, number),
    model,
    year,
    sale: road.sold ? { on: soldOn, purchaser: makePerson(random, number, 'US') } : undefined,
    theft: road.stolen ? { on: stolenOn, place: random.pick(places.GT) } : undefined,
    knownTo,
    seizure: seizure && { state: seizure.state, number: seizure.number },
  };
}

/** Letters and digits as makers stamp them; the number makes it one of a kind. */
function makeSerial(random: Random, number: number): string {
  return `${random.text('ABCDEFGHJKLMNPRSTUVWXYZ', random.int(1, 3))}${String(random.int(1, 9))}${String(number).padStart(5, '0')}`;
}
