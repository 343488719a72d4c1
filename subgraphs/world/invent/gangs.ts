import type { StateCode } from '../facts/fact.js';
import type { GangFact } from '../facts/organizations.js';
import { keepers } from '../keeps.js';
import { type Random, streamOf } from '../random.js';
import { demoGang } from '../stories.js';
import { drawLeaders } from './networks.js';
import { drawPersons } from './persons.js';
import {
  factOf,
  groupCountAt,
  oncePerTelling,
  type Plan,
  sharedFacts,
  type Telling,
  violentPlace,
} from './plan.js';

interface WorldGang {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly knownTo: readonly StateCode[];
  readonly firstSeenOn: string;
  readonly signs: readonly string[];
}

const heads = ['Mara', 'Pandilla', 'Los', 'Barrio'] as const;
const bodies = [
  'Salina',
  'Cuervos',
  'Tridente',
  'Norteños',
  'Cascabel',
  'Loma',
  'Farol',
  'Ceniza',
  'Espuela',
  'Candado',
] as const;

function gangCount(plan: Plan): number {
  return groupCountAt(plan, 30);
}

/** Gangs as a State knows them: the same name in each, with the cliques that it knows. */
export function gangFacts(telling: Telling): readonly GangFact[] {
  return sharedFacts(telling, 'gangs', gangCount(telling), (random, number) => {
    const { knownTo, firstSeenOn, ...gang } = gangAt(telling, number);
    if (!knownTo.includes(telling.state)) return undefined;
    const cliques = drawCliques(random, telling.state, gang.name);
    const territory = [...new Set(cliques.map(({ subdivision }) => subdivision))].sort();
    const lastSeenOn = random.day('2026-01-01', '2026-11-15');
    return {
      ...factOf(random, number, lastSeenOn, number === 0),
      ...gang,
      category: 'GANG',
      activities: [
        'EXTORTION',
        ...random.some(['HOMICIDE', 'DRUG_TRAFFICKING', 'ROBBERY', 'KIDNAPPING'] as const, 2),
      ],
      estimatedMembers: cliques.reduce((sum, { estimatedMembers }) => sum + estimatedMembers, 0),
      leaders: drawLeaders(random, firstSeenOn),
      firstSeenOn,
      lastSeenOn,
      territory,
      members: drawPersons(random, telling, 4),
      cliques,
      presence: territory.map((subdivision) => ({
        subdivision,
        estimatedMembers: cliques
          .filter((clique) => clique.subdivision === subdivision)
          .reduce((sum, { estimatedMembers }) => sum + estimatedMembers, 0),
        asOf: random.chance(0.5) ? '2026' : lastSeenOn,
      })),
    };
  });
}

/** Numbers of the gangs that a State knows; that of the demo is the first. */
export const knownGangs = oncePerTelling((telling): readonly number[] =>
  Array.from({ length: gangCount(telling) }, (_, number) => number).filter((number) =>
    gangAt(telling, number).knownTo.includes(telling.state),
  ),
);

function drawCliques(random: Random, state: StateCode, gang: string): GangFact['cliques'] {
  return Array.from({ length: random.int(2, 5) }, (_, index) => {
    const { subdivision, municipality } = violentPlace(random, state);
    const name = `${municipality} ${index === 0 ? 'Locos' : random.pick(['Pequeños', 'Centrales', 'Chicos', 'Sureños'])} ${gang.split(' ').at(-1) ?? ''}`;
    return { name, subdivision, municipality, estimatedMembers: random.int(8, 90) };
  });
}

function gangAt({ seed }: Plan, number: number): WorldGang {
  const random = streamOf(seed, 'gang', number);
  const knownTo = random.some(keepers.gangs, random.int(1, 3));
  const name = `${random.pick(heads)} ${random.pick(bodies)}`;
  const gang = {
    name: `${name} ${String(number)}`,
    aliases: random.chance(0.5) ? [`${name.split(' ').at(-1) ?? ''} ${String(random.int(3, 39))}`] : [],
    knownTo,
    firstSeenOn: random.day('2001-01-01', '2020-12-31'),
    signs: random.some(
      ['corona de tres puntas', 'números en el pecho', 'mano abierta', 'ancla', 'lágrima', 'candado'],
      random.int(1, 2),
    ),
  };
  if (number > 0) return gang;
  return { ...gang, name: demoGang.name, aliases: ['MS-Sal', 'La Salitre'], knownTo: demoGang.states };
}
