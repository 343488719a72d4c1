import type { StateCode } from '../facts/fact.js';
import type { ConveyanceFact } from '../facts/organizations.js';
import { keepers } from '../keeps.js';
import { type Random, streamOf } from '../random.js';
import { demoConveyance } from '../stories.js';
import { countAt, factOf, type Plan, sharedFacts, type Telling } from './plan.js';

type Thing = Pick<
  ConveyanceFact,
  | 'kind'
  | 'registration'
  | 'registrationCountry'
  | 'vin'
  | 'imo'
  | 'tail'
  | 'make'
  | 'model'
  | 'year'
  | 'colour'
>;

type Makes = readonly (readonly [make: string, model: string])[];

const vehicles: Makes = [
  ['Freightliner', 'Cascadia'],
  ['Kenworth', 'T680'],
  ['Toyota', 'Hilux'],
  ['Nissan', 'Frontier'],
  ['Isuzu', 'NPR'],
  ['Honda', 'CR-V'],
  ['Hyundai', 'Tucson'],
];
const vessels: Makes = [
  ['Yamaha', 'lancha 29 pies'],
  ['Eduardoño', '32'],
  ['Boston Whaler', 'Outrage 27'],
];
const aircraft: Makes = [
  ['Cessna', '210'],
  ['Beechcraft', 'King Air 200'],
  ['Piper', 'PA-31'],
];
const nationOf: Readonly<Partial<Record<StateCode, string>>> = {
  GT: 'TG',
  HN: 'HR',
  NI: 'YN',
  PA: 'HP',
  BZ: 'V3',
};

function conveyanceCount(plan: Plan): number {
  return countAt(plan, 260);
}

/** Vehicles, vessels and aircraft that a State has on record. */
export function conveyanceFacts(telling: Telling): readonly ConveyanceFact[] {
  return sharedFacts(telling, 'conveyances', conveyanceCount(telling), (random, number) => {
    if (!isConveyanceKnown(telling, number)) return undefined;
    const statusOn = random.day('2019-01-01', '2026-11-10');
    return {
      ...factOf(random, number, statusOn, number === 0),
      ...thingAt(telling, number),
      status: random.pick(['STOLEN', 'STOLEN', 'SEIZED', 'WANTED', 'RECOVERED', 'CLEAR'] as const),
      statusOn,
    };
  });
}

/** One that a State has on record, by number; null where it keeps none. */
export function drawConveyance(random: Random, telling: Telling): number | null {
  const count = conveyanceCount(telling);
  const start = random.int(0, count - 1);
  if (!keepers.conveyances.includes(telling.state)) return null;
  for (let step = 0; step < count; step += 1)
    if (isConveyanceKnown(telling, (start + step) % count)) return (start + step) % count;
  return null;
}

function isConveyanceKnown({ seed, state }: Telling, number: number): boolean {
  const random = streamOf(seed, 'who knows a conveyance', number);
  const states: readonly StateCode[] =
    number === 0 ? demoConveyance.states : random.some(keepers.conveyances, random.int(1, 2));
  return states.includes(state);
}

function thingAt({ seed }: Plan, number: number): Thing {
  const random = streamOf(seed, 'conveyance', number);
  const digits = (length: number): string => random.text('0123456789', length);
  const country = random.pick(keepers.conveyances);
  const year = random.int(1996, 2025);
  const colour = random.pick(['blanco', 'gris', 'rojo', 'azul', 'negro', 'verde']);
  const common = { registrationCountry: country, year, colour, vin: null, imo: null, tail: null };
  const kind =
    number === 0 ? 'VEHICLE' : random.pick(['VEHICLE', 'VEHICLE', 'VEHICLE', 'VESSEL', 'AIRCRAFT'] as const);
  const [make, model] = random.pick({ VEHICLE: vehicles, VESSEL: vessels, AIRCRAFT: aircraft }[kind]);
  if (kind === 'AIRCRAFT') {
    const tail = `${nationOf[country] ?? 'N'}-${random.text('ABCDEFGHJKLMNPRSTUVWXYZ', 3)}`;
    return { ...common, kind, make, model, registration: tail, tail };
  }
  const registration = `${random.pick(['P', 'C', 'M'])} ${digits(3)} ${random.text('BCDFGHJKLMNPRSTVWXYZ', 3)}`;
  if (kind === 'VESSEL') {
    const imo = random.chance(0.4) ? imoNumber(digits(6)) : null;
    return { ...common, kind, make, model, registration: `${country}-M-${digits(4)}`, imo };
  }
  const vin = random.text('ABCDEFGHJKLMNPRSTUVWXYZ0123456789', 11) + digits(6);
  const story = number === 0 ? { ...demoConveyance, registrationCountry: 'GT' } : { registration, vin };
  return {
    ...common,
    kind,
    make,
    model,
    registration: story.registration,
    vin: story.vin,
    registrationCountry: number === 0 ? 'GT' : country,
  };
}

/** Six digits with the check digit of the International Maritime Organization. */
function imoNumber(digits: string): string {
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (7 - index), 0);
  return `${digits}${String(sum % 10)}`;
}
