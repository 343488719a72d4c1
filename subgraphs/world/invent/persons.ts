import { englishNames, familyNames, givenNames } from '../catalogue.js';
import type { PersonFact } from '../facts/organizations.js';
import type { StateCode } from '../facts/fact.js';
import { keepers } from '../keeps.js';
import { addDays, earlier, type Random, streamOf } from '../random.js';
import { demoPerson, today } from '../stories.js';
import { firearmCount, purchaseOf } from './firearm-lives.js';
import { countAt, factOf, type Plan, type Telling } from './plan.js';

/** A person as nobody but the generator sees them. */
interface WorldPerson extends Pick<
  PersonFact,
  'name' | 'aliases' | 'birthDate' | 'sex' | 'nationality' | 'nationalIdentification' | 'passport'
> {
  readonly knownTo: readonly StateCode[];
  readonly firstKnownOn: string;
}

const home = keepers.persons;
const subjectsAtScale1 = 1_100;

/** Numbers of the persons that a State's police know are odd, those of purchasers of firearms even. */
function subjectCount(plan: Plan): number {
  return Math.max(home.length, countAt(plan, subjectsAtScale1));
}

/** A person of a State, by their number in the world. Nobody where the State keeps no persons. */
export function drawPersons(random: Random, { state, ...plan }: Telling, most: number): readonly number[] {
  const place = home.indexOf(state);
  const count = random.int(0, most);
  if (place < 0) return [];
  // the first of each State is of a story
  const each = Math.floor(subjectCount(plan) / home.length);
  const drawn = Array.from({ length: count }, () => (each < 2 ? 0 : random.int(1, each - 1)));
  return [...new Set(drawn)]
    .sort((one, other) => one - other)
    .map((index) => 2 * (index * home.length + place) + 1);
}

/** Every person that a State knows: whom its police met, and in the United States whoever bought a firearm. */
export function personFacts(telling: Telling): readonly PersonFact[] {
  const { seed, state } = telling;
  if (!home.includes(state)) return [];
  const facts: PersonFact[] = [];
  if (state === 'US')
    for (let firearm = 0; firearm < firearmCount(telling); firearm += 1) {
      const purchase = purchaseOf(telling, firearm);
      if (purchase !== undefined) facts.push(purchaser(seed, firearm, purchase.on));
    }
  for (let subject = 0; subject < subjectCount(telling); subject += 1) {
    const person = subjectAt(telling, subject);
    if (person.knownTo.includes(state)) facts.push(subjectFact(telling, subject, person));
  }
  return facts.sort((one, other) => one.number - other.number);
}

export function demoPersonNumber(): number {
  return 2 * home.indexOf(demoPerson.nationality) + 1;
}

function subjectFact(telling: Telling, subject: number, person: WorldPerson): PersonFact {
  const random = streamOf(telling.seed, `subject of ${telling.state}`, subject);
  const { knownTo, firstKnownOn, ...known } = person;
  const youth = isYouth(subject);
  const story = youth || 2 * subject + 1 === demoPersonNumber();
  const fact = factOf(random, 2 * subject + 1, addDays(firstKnownOn, random.int(0, 300)), story);
  const own = knownTo[0] === telling.state;
  const passport = own || random.chance(0.5) ? known.passport : null;
  const isExact = own || story || random.chance(0.8);
  const physicalFeatures = random.chance(0.3) ? random.pick(features) : null;
  const metOn = drawMeeting(random, fact.recordedOn, known.birthDate, youth);
  return {
    ...fact,
    ...known,
    // who meets a person abroad often knows less of them
    passport,
    birthDate: isExact ? known.birthDate : (known.birthDate?.slice(0, 4) ?? null),
    physicalFeatures,
    metOn,
    isMinor: isMinorOn(known.birthDate, metOn),
  };
}

/** Most are recorded within days; some much later, when who was a minor may have come of age. */
function drawMeeting(random: Random, recordedOn: string, birthDate: string | null, youth: boolean): string {
  const eighteenth = eighteenthOf(birthDate);
  const late = random.chance(0.3) ? random.int(21, 500) : random.int(0, 20);
  const early = random.int(1, 40);
  const isYoung = eighteenth !== null && eighteenth > addDays(recordedOn, -500) && eighteenth <= recordedOn;
  return isYoung && (youth || random.chance(0.6)) ? addDays(eighteenth, -early) : addDays(recordedOn, -late);
}

/** The day on which somebody came of age; null where the day of birth is not known. */
function eighteenthOf(birthDate: string | null): string | null {
  return birthDate?.length === 10
    ? `${String(Number(birthDate.slice(0, 4)) + 18)}${birthDate.slice(4)}`
    : null;
}

const features = [
  'cicatriz en la ceja',
  'tatuaje en el antebrazo',
  'lunar en la mejilla',
  'scar on left hand',
  'cojea',
];

function subjectAt({ seed }: Plan, subject: number): WorldPerson {
  const random = streamOf(seed, 'subject', subject);
  const nationality = home[subject % home.length] ?? 'SV';
  const firstKnownOn = random.day('2013-01-01', '2026-10-20');
  const others = random.chance(0.16) ? random.some(home, random.int(1, 2)) : [];
  const person = {
    ...nameAndSex(random, nationality),
    aliases: random.chance(0.3) ? [random.pick(nicknames)] : [],
    birthDate: drawBirth(random, firstKnownOn),
    nationality,
    nationalIdentification: random.chance(0.92) ? document(random, nationality) : null,
    passport: random.chance(0.35) ? `${random.pick(['A', 'B', 'C'])}${random.text('0123456789', 8)}` : null,
    knownTo: [...new Set([nationality, ...others])],
    firstKnownOn,
  };
  if (isYouth(subject)) return { ...person, birthDate: eighteenBefore(addDays(firstKnownOn, -10)) };
  if (2 * subject + 1 !== demoPersonNumber()) return person;
  const { personName, birthDate, nationalIdentification, states } = demoPerson;
  const told = {
    name: personName,
    birthDate,
    nationalIdentification,
    sex: 'MALE' as const,
    aliases: ['El Zurdo'],
  };
  return {
    ...person,
    ...told,
    firstKnownOn: '2021-03-02',
    knownTo: [nationality, ...states.filter((one) => one !== nationality)],
  };
}

/** The second person of each State was a minor when met, and of age when that was recorded. */
function isYouth(subject: number): boolean {
  return Math.floor(subject / home.length) === 1;
}

function eighteenBefore(day: string): string {
  return `${String(Number(day.slice(0, 4)) - 18)}${day.slice(4).replace('-02-29', '-02-28')}`;
}

function isMinorOn(birthDate: string | null, day: string): boolean | null {
  const eighteenth = eighteenthOf(birthDate);
  return eighteenth === null ? null : day < eighteenth;
}

/** Most are adults when first met; a few are not, and of a few the day or more is unknown. */
function drawBirth(random: Random, metOn: string): string | null {
  const years = random.chance(0.05) ? random.int(14, 17) : random.int(18, 62);
  const born = addDays(metOn, -(years * 365 + 5 + random.int(0, 350)));
  const ticket = random.int(1, 100);
  if (ticket <= 5) return null;
  return ticket <= 10 ? born.slice(0, 4) : born;
}

function purchaser(seed: number, firearm: number, on: string): PersonFact {
  const random = streamOf(seed, 'purchaser', firearm);
  return {
    ...factOf(random, 2 * firearm, earlier(on, today), firearm < 10),
    ...nameAndSex(random, 'US'),
    aliases: [],
    birthDate: addDays(on, -random.int(18 * 366, 60 * 365)),
    nationality: 'US',
    nationalIdentification: document(random, 'US'),
    passport: null,
    physicalFeatures: null,
    metOn: earlier(on, today),
    isMinor: false,
  };
}

function nameAndSex(random: Random, nationality: StateCode): Pick<PersonFact, 'name' | 'sex'> {
  const sex = random.chance(0.82) ? 'M' : 'F';
  const english = nationality === 'US' || (nationality === 'BZ' && random.chance(0.6));
  const name = english
    ? `${random.pick(englishNames[sex])} ${random.pick(englishNames.family)}`
    : `${random.pick(givenNames[sex])} ${random.pick(familyNames)} ${random.pick(familyNames)}`;
  return { name, sex: sex === 'M' ? 'MALE' : 'FEMALE' };
}

const nicknames = [
  'El Chele',
  'La Sombra',
  'Tío Beto',
  'El Zurdo',
  'Smokey',
  'Pelón',
  'La Flaca',
  'Garrobo',
  'Little Man',
];

/** As each State's own document is numbered. */
function document(random: Random, nationality: StateCode): string {
  const digits = (length: number): string => random.text('0123456789', length);
  const forms: Readonly<Partial<Record<StateCode, string>>> = {
    SV: `${digits(8)}-${digits(1)}`,
    HN: `${digits(4)}-${digits(4)}-${digits(5)}`,
    CR: `${digits(1)}-${digits(4)}-${digits(4)}`,
    PA: `8-${digits(3)}-${digits(4)}`,
    DO: `${digits(3)}-${digits(7)}-${digits(1)}`,
  };
  return forms[nationality] ?? digits(nationality === 'GT' ? 13 : 9);
}
