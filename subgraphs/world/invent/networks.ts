import type { StateCode } from '../facts/fact.js';
import type { LeaderFact, OrganizationFact } from '../facts/organizations.js';
import { keepers } from '../keeps.js';
import { addDays, type Random, streamOf } from '../random.js';
import { departmentsOf } from '../reference.js';
import { demoOrganization } from '../stories.js';
import { drawPersons } from './persons.js';
import { factOf, groupCountAt, oncePerTelling, type Plan, sharedFacts, type Telling } from './plan.js';

interface Network {
  readonly name: string;
  readonly category: OrganizationFact['category'];
  readonly knownTo: readonly StateCode[];
  readonly firstSeenOn: string;
}

const kinds = [
  'CARTEL',
  'TRAFFICKING_NETWORK',
  'TRAFFICKING_NETWORK',
  'MONEY_LAUNDERING_NETWORK',
  'MIGRANT_SMUGGLING_NETWORK',
  'OTHER',
] as const;

const words = ['Puertos', 'Volcanes', 'Lagunas', 'Hermanos', 'Caminos', 'Faros', 'Esteros', 'Ríos'] as const;
const heads = ['Red', 'Grupo', 'Los', 'Cartel', 'Clan'] as const;
const tails = ['del Norte', 'de la Costa', 'del Golfo', 'de la Frontera', 'del Istmo', 'del Sur'] as const;

function networkCount(plan: Plan): number {
  return groupCountAt(plan, 48);
}

/** Organizations that are no gangs, as a State knows them. */
export function organizationFacts(telling: Telling): readonly OrganizationFact[] {
  return sharedFacts(telling, 'organizations', networkCount(telling), (random, number) => {
    const network = networkAt(telling, number);
    if (!network.knownTo.includes(telling.state)) return undefined;
    const { name, category, firstSeenOn } = network;
    const lastSeenOn = random.day(number === 0 ? '2026-09-01' : firstSeenOn, '2026-11-01');
    return {
      ...factOf(random, number, lastSeenOn, number === 0),
      name,
      aliases: random.chance(0.4) ? [`${random.pick(heads)} ${random.pick(words)}`] : [],
      category,
      activities: activitiesOf(random, category),
      estimatedMembers: random.int(6, 220),
      leaders: drawLeaders(random, firstSeenOn),
      firstSeenOn,
      lastSeenOn,
      territory: territoryOf(random, telling.state, 4),
      members: drawPersons(random, telling, 3),
    };
  });
}

/** Some organizations that a State knows, by number. */
export function drawNetworks(random: Random, telling: Telling, most: number): readonly number[] {
  if (!keepers.organizations.includes(telling.state)) return [];
  return random.some(knownNetworks(telling), random.int(1, most));
}

const knownNetworks = oncePerTelling((telling) =>
  Array.from({ length: networkCount(telling) }, (_, number) => number).filter((number) =>
    networkAt(telling, number).knownTo.includes(telling.state),
  ),
);

function networkAt({ seed }: Plan, number: number): Network {
  const random = streamOf(seed, 'network', number);
  const knownTo = random.some(keepers.organizations, random.int(1, 4));
  const name = `${random.pick(heads)} ${random.pick(words)} ${random.pick(tails)}`;
  const network = {
    // at a great scale names would repeat
    name: number < 60 ? name : `${name} ${String(number)}`,
    category: random.pick(kinds),
    knownTo,
    firstSeenOn: random.day('2014-01-01', '2024-06-30'),
  };
  if (number > 0) return network;
  return {
    ...network,
    category: 'TRAFFICKING_NETWORK',
    name: demoOrganization.name,
    knownTo: demoOrganization.states,
  };
}

function activitiesOf(random: Random, category: Network['category']): OrganizationFact['activities'] {
  const main = {
    CARTEL: 'DRUG_TRAFFICKING',
    TRAFFICKING_NETWORK: 'DRUG_TRAFFICKING',
    MONEY_LAUNDERING_NETWORK: 'MONEY_LAUNDERING',
    MIGRANT_SMUGGLING_NETWORK: 'MIGRANT_SMUGGLING',
    GANG: 'EXTORTION',
    OTHER: 'OTHER',
  } as const;
  const more = ['FIREARMS_TRAFFICKING', 'CORRUPTION', 'MONEY_LAUNDERING', 'KIDNAPPING'] as const;
  return [...new Set([main[category], ...random.some(more, random.int(0, 2))])];
}

export function drawLeaders(random: Random, since: string): readonly LeaderFact[] {
  const aliases = ['Don Tavo', 'El Ingeniero', 'La Patrona', 'Viejo Lin', 'Comandante Rex', 'El Contador'];
  return random.some(aliases, random.int(0, 2)).map((alias) => ({
    alias,
    role: random.pick(['palabrero', 'financiero', 'jefe de zona', 'logística']),
    since: addDays(since, random.int(0, 700)).slice(0, random.chance(0.5) ? 4 : 10),
  }));
}

const departments = new Map(
  keepers.laws.map((state) => [state, departmentsOf(state).map(({ code }) => code)]),
);

/** Some departments of a State, by code. */
export function territoryOf(random: Random, state: StateCode, most: number): readonly string[] {
  return random.some(departments.get(state) ?? [], random.int(1, most));
}
