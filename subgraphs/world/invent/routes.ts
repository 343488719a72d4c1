import type { StateCode } from '../facts/fact.js';
import type { RouteFact } from '../facts/organizations.js';
import { keepers } from '../keeps.js';
import { placesOf } from '../reference.js';
import { addDays, earlier, type Random, streamOf } from '../random.js';
import { demoRoute } from '../stories.js';
import { drawNetworks } from './networks.js';
import { factOf, groupCountAt, type Plan, oncePerTelling, sharedFacts, type Telling } from './plan.js';

type Leg = RouteFact['legs'][number];

interface Route {
  readonly name: string;
  readonly commodity: RouteFact['commodity'];
  readonly path: readonly string[];
  readonly firstSeenOn: string;
}

const paths: readonly (readonly string[])[] = [
  ['CO', 'PA', 'CR', 'NI', 'HN', 'GT', 'MX', 'US'],
  ['CO', 'HN', 'GT', 'MX', 'US'],
  ['CO', 'DO', 'US'],
  ['VE', 'DO', 'ES'],
  ['EC', 'CR', 'GT', 'MX'],
  ['CO', 'PA', 'CR', 'NI'],
  ['JM', 'HN', 'GT'],
  ['US', 'GT', 'HN', 'NI'],
];
const commodities = [
  'COCAINE',
  'COCAINE',
  'CANNABIS',
  'FIREARMS',
  'PERSONS',
  'SYNTHETIC_DRUGS',
  'CASH',
] as const;
/** Crossings that lie between two States, where one is well known. */
const crossings: Readonly<Record<string, string>> = {
  'PA-CR': 'Paso Canoas',
  'CR-NI': 'Peñas Blancas',
  'NI-HN': 'El Guasaule',
  'HN-GT': 'Corinto',
  'GT-MX': 'Tecún Umán',
  'MX-US': 'Laredo',
  'GT-HN': 'El Florido',
  'HN-NI': 'Las Manos',
};
const abroad: Readonly<Record<string, string>> = {
  CO: 'Buenaventura',
  EC: 'Guayaquil',
  ES: 'Algeciras',
  JM: 'Kingston',
  MX: 'Tapachula',
  US: 'Laredo',
  VE: 'Güiria',
};

function routeCount(plan: Plan): number {
  return groupCountAt(plan, 36);
}

/** Routes as a State knows them: the legs that touch it. */
export function routeFacts(telling: Telling): readonly RouteFact[] {
  return sharedFacts(telling, 'routes', routeCount(telling), (random, number) => {
    const { name, commodity, path, firstSeenOn } = routeAt(telling, number);
    if (!path.includes(telling.state)) return undefined;
    const lastSeenOn =
      number === 0 ? random.day('2026-09-01', '2026-11-15') : random.day(firstSeenOn, '2026-11-15');
    return {
      ...factOf(random, number, lastSeenOn, number === 0),
      name,
      commodity,
      origin: path[0] ?? '',
      destination: path.at(-1) ?? '',
      legs: legsOf(telling, number, path).filter(
        ({ fromCountry, toCountry }) => fromCountry === telling.state || toCountry === telling.state,
      ),
      firstSeenOn: earlier(addDays(firstSeenOn, random.int(0, 90)), lastSeenOn),
      lastSeenOn,
      organizations:
        number === 0 ? [0].filter(() => knowsDemoNetwork(telling.state)) : drawNetworks(random, telling, 2),
    };
  });
}

/** A route that a State knows, by number; null where it keeps or knows none. */
export function drawRoute(random: Random, telling: Telling, ofCommodity?: string): number | null {
  if (!keepers.routes.includes(telling.state)) return null;
  const known = knownRoutes(telling).get(ofCommodity) ?? [];
  return known.length === 0 ? null : random.pick(known);
}

/** Numbers of the routes that a State knows, by commodity; of all commodities under none. */
const knownRoutes = oncePerTelling((telling): ReadonlyMap<string | undefined, readonly number[]> => {
  const known = new Map<string | undefined, number[]>();
  for (let number = 0; number < routeCount(telling); number += 1) {
    const { path, commodity } = routeAt(telling, number);
    if (!path.includes(telling.state)) continue;
    for (const key of [commodity, undefined]) known.set(key, [...(known.get(key) ?? []), number]);
  }
  return known;
});

function knowsDemoNetwork(state: StateCode): boolean {
  return keepers.organizations.includes(state) && ['CR', 'GT', 'HN', 'PA', 'US'].includes(state);
}

function routeAt({ seed }: Plan, number: number): Route {
  const random = streamOf(seed, 'route', number);
  const path = number === 0 ? (paths[0] ?? []) : random.pick(paths);
  const commodity = number === 0 ? demoRoute.commodity : random.pick(commodities);
  const way = random.pick(['Ruta', 'Corredor', 'Camino']);
  const to = random.pick([
    'del Caribe',
    'del Golfo',
    'de la Sierra',
    'de los Lagos',
    'de Occidente',
    'del Atlántico',
  ]);
  return {
    name: number === 0 ? demoRoute.name : `${way} ${to} ${String(number)}`,
    commodity,
    path,
    firstSeenOn: random.day('2015-01-01', '2025-09-30'),
  };
}

/** All legs of a route, the same for each State that knows some. */
function legsOf({ seed }: Plan, number: number, path: Route['path']): readonly Leg[] {
  const random = streamOf(seed, 'legs of a route', number);
  return path.slice(1).map((next, index) => makeLeg(random, path[index] ?? '', next));
}

function makeLeg(random: Random, from: string, to: string): Leg {
  const borderPoint = crossings[`${from}-${to}`] ?? null;
  return {
    fromCountry: from,
    fromPlace: placeIn(random, from),
    toCountry: to,
    toPlace: placeIn(random, to),
    mode:
      borderPoint === null
        ? random.pick(['SEA', 'SEA', 'AIR'] as const)
        : random.pick(['ROAD', 'ROAD', 'SEA'] as const),
    borderPoint,
  };
}

function placeIn(random: Random, country: string): string {
  return abroad[country] ?? random.pick(placesOf(country as StateCode)).municipality;
}
