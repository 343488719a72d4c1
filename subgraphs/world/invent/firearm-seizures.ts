import { models } from '../catalogue.js';
import type { FirearmSeizureFact } from '../facts/firearms.js';
import { streamOf } from '../random.js';
import { firearmAt, firearmCount, isKnownTo, type SeizureEvent } from './firearm-lives.js';
import { drawPersons } from './persons.js';
import { factOf, type Telling } from './plan.js';
import { drawNetworks } from './networks.js';
import { drawRoute } from './routes.js';

const calibres = [...new Set(models.map(({ calibre }) => calibre))].sort();

/** Events in which a State seized firearms: none without one. */
export function firearmSeizureFacts(telling: Telling): readonly FirearmSeizureFact[] {
  const events = new Map<number, SeizureEvent>();
  for (let number = 0; number < firearmCount(telling); number += 1) {
    if (!isKnownTo(telling, number, telling.state)) continue;
    const { seizure } = firearmAt(telling, number);
    if (seizure?.state === telling.state) events.set(seizure.number, seizure);
  }
  return [...events.values()].map((event) => seizureFact(telling, event));
}

function seizureFact(
  telling: Telling,
  { number, on, place, caseNumber, state }: SeizureEvent,
): FirearmSeizureFact {
  const random = streamOf(telling.seed, 'told firearm seizure', number);
  const smuggled = random.chance(0.35);
  return {
    ...factOf(random, number, on, number < 9),
    seizedAt: on,
    place,
    caseNumber,
    origin: smuggled ? random.pick(['US', 'US', 'US', 'MX']) : null,
    transit: smuggled && random.chance(0.5) ? random.some(['MX', 'GT', 'HN', 'BZ'], random.int(1, 2)) : [],
    destination: smuggled ? random.pick([state, 'CO', 'SV', 'HN']) : null,
    ammunition: random.chance(0.6)
      ? random.some(calibres, random.int(1, 2)).map((calibre) => ({ calibre, quantity: random.int(5, 400) }))
      : [],
    persons: drawPersons(random, telling, 2),
    organizations: random.chance(0.08) ? drawNetworks(random, telling, 1) : [],
    route: random.chance(0.08) ? drawRoute(random, telling) : null,
  };
}
