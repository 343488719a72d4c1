import { type Model, models } from '../catalogue.js';
import type { FactPlace, StateCode } from '../facts/fact.js';
import { keepers } from '../keeps.js';
import { addDays, type Random, streamOf } from '../random.js';
import { demoBatch, demoFirearm, demoSeizure, demoStolenFirearm } from '../stories.js';
import { anyPlace, countAt, type Plan, violentPlace } from './plan.js';

/** A road that firearms take: sold in the United States or not, stolen and seized somewhere or nowhere. */
interface Road {
  /** How many in a hundred take it. */
  readonly share: number;
  readonly sold: boolean;
  readonly stolenIn?: StateCode;
  readonly seizedIn?: StateCode;
}

const demoRoad: Road = { share: 12, sold: true, seizedIn: 'SV' };
const soldStolenSeized: Road = { share: 6, sold: true, stolenIn: 'GT', seizedIn: 'SV' };
const stolenSeized: Road = { share: 5, sold: false, stolenIn: 'GT', seizedIn: 'SV' };
const seizedOnly: Road = { share: 13, sold: false, seizedIn: 'SV' };
const toHonduras: Road = { share: 2, sold: true, stolenIn: 'GT', seizedIn: 'HN' };
const others = ['BZ', 'CR', 'DO', 'HN', 'NI', 'PA'] as const;

const roads: readonly Road[] = [
  { share: 7, sold: true },
  { share: 12, sold: true, seizedIn: 'GT' },
  demoRoad,
  soldStolenSeized,
  toHonduras,
  { share: 10, sold: false, stolenIn: 'GT' },
  stolenSeized,
  seizedOnly,
  { share: 3, sold: false, seizedIn: 'GT' },
  ...others.map((seizedIn) => ({ share: 2, sold: true, seizedIn })),
  ...others.map((seizedIn) => ({ share: 2, sold: false, seizedIn })),
  { share: 2, sold: false, stolenIn: 'HN', seizedIn: 'NI' },
  { share: 2, sold: false, stolenIn: 'NI', seizedIn: 'CR' },
  { share: 2, sold: false, stolenIn: 'CR', seizedIn: 'PA' },
];

/**
 * The five of the demo seizure: sold in the US; again; sold and stolen; stolen; known to nobody else. The sixth is stolen
 * and seized in Honduras; the last two are of the batch of the first.
 */
const storyRoads: readonly Road[] = [
  demoRoad,
  demoRoad,
  soldStolenSeized,
  stolenSeized,
  seizedOnly,
  toHonduras,
  { share: 0, sold: true, stolenIn: 'GT' },
  { share: 0, sold: true, seizedIn: 'HN' },
];
const [sixth, seventh] = demoBatch.serialNumbers;
const serials = new Map<number, { readonly serialNumber: string; readonly make: string }>([
  [0, demoFirearm],
  [5, demoStolenFirearm],
  [6, { ...demoBatch, serialNumber: sixth }],
  [7, { ...demoBatch, serialNumber: seventh }],
]);

/** A firearm and its life, as nobody but the generator sees it whole. */
export interface FirearmLife {
  readonly number: number;
  readonly serial: string;
  readonly model: Model;
  readonly year: number;
  readonly knownTo: readonly StateCode[];
  readonly sale: Purchase | undefined;
  readonly theft: { readonly state: StateCode; readonly on: string; readonly place: FactPlace } | undefined;
  readonly seizure: SeizureEvent | undefined;
}

interface Purchase {
  readonly on: string;
  readonly dealer: string;
  /** Number of the person. */
  readonly purchaser: number;
}

/** An event in which firearms were seized. */
export interface SeizureEvent {
  readonly state: StateCode;
  readonly number: number;
  readonly on: string;
  readonly place: FactPlace;
  readonly caseNumber: string;
}

export function firearmCount(plan: Plan): number {
  return Math.max(storyRoads.length, countAt(plan, 5_800));
}

export function firearmAt(plan: Plan, number: number): FirearmLife {
  const random = streamOf(plan.seed, 'firearm', number);
  const road = roadOf(random, number);
  const told = serials.get(number);
  const drawn = random.pick(models);
  const model = told === undefined ? drawn : (models.find(({ make }) => make === told.make) ?? drawn);
  const seizure = road.seizedIn === undefined ? undefined : seizureOf(plan, number, road.seizedIn);
  // made, sold and stolen before it was seized
  const latest = seizure === undefined ? 2020 : Number(seizure.on.slice(0, 4)) - 4;
  const drawnYear = random.int(latest - random.int(0, 20), latest);
  // a batch is made in one year
  const year = demoBatch.serialNumbers.some((serial) => serial === told?.serialNumber)
    ? firearmAt(plan, 0).year
    : drawnYear;
  const soldOn = random.day(`${String(year)}-03-01`, `${String(year + 1)}-12-31`);
  const stolenOn = addDays(soldOn, random.int(60, 600));
  const { stolenIn, seizedIn } = road;
  return {
    number,
    serial: told?.serialNumber ?? makeSerial(random, number),
    model,
    year,
    knownTo: [...new Set<StateCode | undefined>([road.sold ? 'US' : undefined, stolenIn, seizedIn])].filter(
      (state) => state !== undefined,
    ),
    sale: road.sold ? { on: soldOn, dealer: random.pick(dealers), purchaser: 2 * number } : undefined,
    theft: stolenIn && { state: stolenIn, on: stolenOn, place: violentPlace(random, stolenIn) },
    seizure,
  };
}

/** Whether a State knows a firearm, without making its whole life. */
export function isKnownTo(plan: Plan, number: number, state: StateCode): boolean {
  const { sold, stolenIn, seizedIn } = roadOf(streamOf(plan.seed, 'firearm', number), number);
  return stolenIn === state || seizedIn === state || (sold && state === 'US');
}

/** The sale of a firearm in the United States. */
export function purchaseOf(plan: Plan, number: number): Purchase | undefined {
  return isKnownTo(plan, number, 'US') ? firearmAt(plan, number).sale : undefined;
}

/** The event in which a State seized the firearm of this number; those of neighbouring numbers were seized in one event. */
function seizureOf({ seed }: Plan, firearm: number, state: StateCode): SeizureEvent {
  const block = Math.floor(firearm / 16);
  const number = block * 9 + seizingStates.indexOf(state);
  const random = streamOf(seed, 'firearm seizure', number);
  const on = random.day('2012-01-01', '2026-10-31');
  const place = anyPlace(random, state);
  if (block === 0 && state === 'SV')
    return { state, number, on: '2023-06-14', place, caseNumber: demoSeizure.caseNumber };
  if (block === 0 && state === 'HN')
    return { state, number, on: '2025-08-19', place, caseNumber: 'MP-HN-2025-10005' };
  const caseNumber = `${prosecutors[state]}-${on.slice(0, 4)}-${String(10_000 + number)}`;
  return { state, number, on, place, caseNumber };
}

/** El Salvador first, so that its first event is that of the demo. */
const seizingStates = ['SV', ...keepers.firearmSeizures.filter((state) => state !== 'SV')];

const prosecutors: Readonly<Record<StateCode, string>> = {
  BZ: 'DPP',
  CR: 'FAPTA',
  DO: 'PGR-DO',
  GT: 'MP001',
  HN: 'MP-HN',
  NI: 'MP-NI',
  PA: 'FEDO',
  SV: 'FGR-SV',
  US: 'USAO',
};

function roadOf(random: Random, number: number): Road {
  let ticket = random.int(1, 100);
  const story = storyRoads[number];
  if (story !== undefined) return story;
  // no other firearm of the first event may be of the demo seizure
  for (const road of roads) {
    ticket -= road.share;
    if (ticket <= 0) return number < 16 && road.seizedIn === 'SV' ? stolenOnly : road;
  }
  return stolenOnly;
}

const stolenOnly: Road = { share: 10, sold: false, stolenIn: 'GT' };

/** Towns of the United States with dealers of firearms. */
export const dealerTowns = [
  { city: 'Laredo', state: 'TX' },
  { city: 'Tucson', state: 'AZ' },
  { city: 'Hialeah', state: 'FL' },
  { city: 'Houston', state: 'TX' },
  { city: 'Phoenix', state: 'AZ' },
] as const;
/** Dealers of the United States, by name. */
export const dealers = dealerTowns.flatMap(({ city }) =>
  [1, 2, 3].map((number) => `${city} Outfitters ${String(number)}`),
);

/** Letters and digits as makers stamp them; the number makes it one of a kind. */
function makeSerial(random: Random, number: number): string {
  return `${random.text('ABCDEFGHJKLMNPRSTUVWXYZ', random.int(1, 3))}${String(random.int(1, 9))}${String(number).padStart(5, '0')}`;
}
