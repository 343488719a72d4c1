import type { AssociationFact, GangIncidentFact, GangMovementFact } from '../facts/organizations.js';
import { keepers } from '../keeps.js';
import { addDays, type Random } from '../random.js';
import { today } from '../stories.js';
import { knownGangs } from './gangs.js';
import { demoPersonNumber, drawPersons } from './persons.js';
import { anyPlace, countAt, factOf, ownFacts, type Telling, violentPlace } from './plan.js';

const incidentKinds = [
  'EXTORTION',
  'EXTORTION',
  'EXTORTION',
  'HOMICIDE',
  'HOMICIDE',
  'THREAT',
  'ASSAULT',
  'ROBBERY',
  'WEAPONS',
  'DRUG_DEALING',
  'KIDNAPPING',
  'FORCED_DISPLACEMENT',
  'OTHER',
] as const;

/** Incidents of gangs; the first four of a State are of the gang of the demo, in the last year. */
export function gangIncidentFacts(telling: Telling): readonly GangIncidentFact[] {
  const gangs = knownGangs(telling);
  return ownFacts(telling, 'gangIncidents', countAt(telling, 150) + 4, (random, number, index) => {
    const story = index < 4;
    const recent = story || random.chance(0.4);
    const on = random.day(recent ? '2025-12-01' : '2019-01-01', '2026-11-18');
    const kind = random.pick(incidentKinds);
    return {
      ...factOf(random, number, on, story),
      occurredAt: `${on}T${twoDigits(random.int(0, 23))}:${twoDigits(random.int(0, 59))}:00-06:00`,
      place: violentPlace(random, telling.state),
      kind,
      gangs: story ? [0] : random.some(gangs, random.chance(0.15) ? 2 : 1),
      victimsCount: kind === 'HOMICIDE' ? random.int(1, 4) : random.int(0, 3),
      caseNumber: `${telling.state}-${on.slice(0, 4)}-P${String(20_000 + number)}`,
    };
  });
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

const criterionKinds = [
  'SELF_ADMISSION',
  'RELIABLE_INFORMANT',
  'ARREST_WITH_MEMBERS',
  'TATTOO',
  'SIGN_OR_SYMBOL',
  'CORRESPONDENCE',
  'SURVEILLANCE',
  'COURT_FINDING',
] as const;

/** Persons associated with gangs; the first of a State is the person of the demo. */
export function associationFacts(telling: Telling): readonly AssociationFact[] {
  const gangs = knownGangs(telling);
  return ownFacts(telling, 'associations', countAt(telling, 110), (random, number, index) => {
    const story = index === 0;
    const from = story ? '2022-05-14' : random.day('2022-05-01', '2026-10-01');
    const fact = factOf(random, number, from, story);
    const person = story ? demoPersonNumber() : firstPerson(random, telling);
    const criteria = random.some(criterionKinds, random.int(2, 3));
    const ended = random.chance(0.15);
    return {
      ...fact,
      person,
      gang: story ? 0 : random.pick(gangs),
      role: random.pick([
        'MEMBER',
        'MEMBER',
        'MEMBER',
        'ASSOCIATE',
        'COLLABORATOR',
        'LEADER',
        'FORMER_MEMBER',
      ] as const),
      from: from.slice(0, random.chance(0.3) ? 4 : 10),
      until: ended ? random.day(from, today) : null,
      criteria: criteria.map((kind) => ({
        kind,
        evidence: random.pick(['acta policial', 'fotografía', 'sentencia', 'informe de campo', 'entrevista']),
        on: random.day(from, fact.recordedOn),
      })),
      reviewOn: addDays(fact.recordedOn, 730),
      purgeOn: addDays(fact.recordedOn, random.int(1_700, 1_820)),
      notified: random.chance(0.4),
    };
  });
}

function firstPerson(random: Random, telling: Telling): number {
  for (;;) {
    const [person] = drawPersons(random, telling, 1);
    if (person !== undefined) return person;
  }
}

/** Movements of gangs over borders and within; the first two of a State are of the gang of the demo. */
export function gangMovementFacts(telling: Telling): readonly GangMovementFact[] {
  const { state } = telling;
  const gangs = knownGangs(telling);
  return ownFacts(telling, 'gangMovements', countAt(telling, 38) + 2, (random, number, index) => {
    const story = index < 2;
    const on = random.day(story ? '2026-01-15' : '2022-01-01', '2026-11-10');
    const other = random.pick(keepers.gangs.filter((one) => one !== state));
    const kind = random.pick(
      state === 'US'
        ? (['DEPORTATION', 'DEPORTATION', 'TRAFFICKING'] as const)
        : (['MIGRATION', 'MIGRATION', 'RECRUITMENT', 'TRAFFICKING', 'DEPORTATION'] as const),
    );
    const leaves = state === 'US' || random.chance(0.5);
    const here = anyPlace(random, state);
    const there = anyPlace(random, other);
    return {
      ...factOf(random, number, on, story),
      gang: story ? 0 : random.pick(gangs),
      from: leaves ? here : there,
      to: leaves ? there : here,
      observedOn: on,
      kind,
      estimatedMembers: random.int(1, 25),
      confidencePercent: random.int(4, 19) * 5,
    };
  });
}
