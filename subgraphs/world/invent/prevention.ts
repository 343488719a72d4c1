import type { AssistanceFact, BestPracticeFact, ProgrammeFact } from '../facts/prevention.js';
import { addDays, type Random } from '../random.js';
import { today } from '../stories.js';
import { territoryOf } from './networks.js';
import { anyPlace, countAt, factOf, ownFacts, type Telling } from './plan.js';

const kinds = [
  'PREVENTION',
  'PREVENTION',
  'REHABILITATION',
  'REINTEGRATION',
  'EDUCATION',
  'EMPLOYMENT',
  'COMMUNITY_POLICING',
] as const;
const groups = [
  'YOUTH',
  'YOUTH',
  'YOUTH',
  'CHILDREN',
  'FAMILIES',
  'SCHOOLS',
  'COMMUNITIES',
  'PERSONS_IN_PRISON',
  'DEPORTED_PERSONS',
  'OFFICIALS',
] as const;
const names = [
  'Escuelas abiertas',
  'Jóvenes con oficio',
  'Barrio seguro',
  'Puentes',
  'Segunda oportunidad',
  'Deporte y vida',
  'Vuelta a casa',
  'Mentores',
] as const;
const englishNames = [
  'Open Schools',
  'Youth Apprentices',
  'Safe Streets',
  'Second Chance',
  'Mentors',
] as const;

function nameOf(random: Random, { state }: Telling): string {
  return state === 'BZ' || state === 'US' ? random.pick(englishNames) : random.pick(names);
}

function resultsOf(random: Random, { state }: Telling): string {
  const percent = random.int(4, 45);
  return state === 'BZ' || state === 'US'
    ? `School attendance up ${String(percent)} per cent in a year`
    : `${String(percent)} por ciento menos de deserción escolar en un año`;
}

function documentsOf(random: Random, number: number, state: string): readonly string[] {
  return random.chance(0.6)
    ? [`https://prevencion.${state.toLowerCase()}.example/informe-${String(number)}.pdf`]
    : [];
}

export function programmeFacts(telling: Telling): readonly ProgrammeFact[] {
  return ownFacts(telling, 'programmes', countAt(telling, 28), (random, number, index) => {
    const startedOn = random.day('2018-01-15', '2026-06-01');
    const endedOn = addDays(startedOn, random.int(300, 1_500));
    const territory = territoryOf(random, telling.state, 4);
    return {
      ...factOf(random, number, startedOn, index === 0),
      name: `${nameOf(random, telling)} ${String(index + 1)}`,
      kind: index === 0 ? 'PREVENTION' : random.pick(kinds),
      targetGroup: index === 0 ? 'YOUTH' : random.pick(groups),
      territory,
      place: anyPlace(random, telling.state),
      startedOn,
      endedOn: endedOn < today ? endedOn : null,
      participantsCount: random.int(20, 2_400),
      results: resultsOf(random, telling),
      documents: documentsOf(random, number, telling.state),
    };
  });
}

export function bestPracticeFacts(telling: Telling): readonly BestPracticeFact[] {
  return ownFacts(telling, 'bestPractices', countAt(telling, 13), (random, number, index) => {
    const publishedOn = random.day('2017-01-01', '2026-09-30');
    return {
      ...factOf(random, number, publishedOn, index === 0),
      name: `${nameOf(random, telling)}: ${telling.state === 'BZ' ? 'what worked' : 'lo que funcionó'}`,
      kind: random.pick(kinds),
      targetGroup: random.pick(groups),
      territory: territoryOf(random, telling.state, 3),
      publishedOn,
      results: resultsOf(random, telling),
      documents: documentsOf(random, number, telling.state),
    };
  });
}

const assistanceKinds = [
  'TRAINING',
  'TRAINING',
  'EQUIPMENT',
  'EXPERTS',
  'LEGISLATION',
  'INFORMATION_SYSTEMS',
  'FORENSICS',
] as const;

export function assistanceFacts(telling: Telling): readonly AssistanceFact[] {
  return ownFacts(telling, 'assistance', countAt(telling, 15), (random, number, index) => {
    const from = random.day('2020-01-01', '2026-08-01');
    const kind = random.pick(assistanceKinds);
    return {
      ...factOf(random, number, from, index === 0),
      name:
        telling.state === 'US'
          ? `Cooperation on ${kind.toLowerCase().replace('_', ' ')}`
          : `Cooperación ${String(index + 1)}`,
      kind,
      direction:
        telling.state === 'US' ? 'OFFERED' : random.pick(['OFFERED', 'REQUESTED', 'REQUESTED'] as const),
      targetGroup: random.pick(['OFFICIALS', 'OFFICIALS', 'COMMUNITIES', 'YOUTH'] as const),
      territory: territoryOf(random, telling.state, 3),
      from,
      until: addDays(from, random.int(90, 900)),
      results: resultsOf(random, telling),
      documents: documentsOf(random, number, telling.state),
    };
  });
}
