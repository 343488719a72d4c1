import type { Grant } from './agreement.js';

/** How old a person was at the event of a record; records of no person are `ADULT`. */
export type Age = 'ADULT' | 'MINOR' | 'UNKNOWN';

/** What identifies a person: of minors neither shown nor usable in filters. */
const identifying: Readonly<Record<string, ReadonlySet<string>>> = {
  Person: new Set([
    'personName',
    'aliases',
    'birthDate',
    'nationalIdentification',
    'passport',
    'photo',
    'physicalFeatures',
  ]),
};

/** Records that refer to a person, and by which field: what identifies the person identifies through them. */
const personOf: Readonly<Record<string, string>> = { GangAssociation: 'person' };

/** @param field - or the path of one: `person.nationalIdentification` */
export function identifies(record: string, field: string): boolean {
  const [first = field, beneath] = field.split('.', 2);
  if (beneath !== undefined && personOf[record] === first) return identifies('Person', beneath);
  return identifying[record]?.has(field) === true;
}

/** The field by which a record refers to the person that it is about. */
export function personReferredBy(record: string): string | undefined {
  return personOf[record];
}

/** Whether anything of a record may hang on how old a person is: it is one's, or can be found by one's. */
export function isOfPerson(record: string): boolean {
  return hasAge(record) || personOf[record] !== undefined;
}

/** Whether the age of persons matters to records of this type. */
export function hasAge(record: string): boolean {
  return identifying[record] !== undefined;
}

/** Whether a grant leaves what identifies a person of this age protected. */
export function protectsAge({ minors, legalBasis, unknownAge }: Grant, age: Age): boolean {
  // opening minors' data without a legal basis of its own opens nothing
  if (age === 'ADULT' || (minors === true && (legalBasis?.length ?? 0) > 0)) return false;
  return age === 'MINOR' || unknownAge !== 'ALLOW';
}

/** Persons of which ages a grant opens, where what identifies them is read. */
export type OpenedAges = 'ALL' | 'ADULTS' | 'ADULTS_AND_UNKNOWN';

export function agesOpened(grant: Grant): OpenedAges {
  if (!protectsAge(grant, 'MINOR')) return 'ALL';
  return protectsAge(grant, 'UNKNOWN') ? 'ADULTS' : 'ADULTS_AND_UNKNOWN';
}

/** The day of the event at which a person's age counts: the event's own, else that of the record. */
export function eventOf(row: Readonly<Record<string, unknown>>): unknown {
  return row['eventDate'] ?? row['recordedAt'];
}

/**
 * The age class of a person at an event. A birth date without day or month counts as the last day that it can mean,
 * so that whoever may have been a minor is protected.
 *
 * @param birthDate - EDTF level 0: 1990, 1990-05 or 1990-05-01
 * @param eventDate - ISO 8601 date, or date and time
 */
export function ageAt(birthDate: unknown, eventDate: unknown): Age {
  if (typeof birthDate !== 'string' || typeof eventDate !== 'string') return 'UNKNOWN';
  const [year = '', month = '12', day = '31'] = birthDate.split('-');
  const eighteenth = `${String(Number(year) + 18).padStart(4, '0')}-${month}-${day}`;
  return eventDate.slice(0, 10) < eighteenth ? 'MINOR' : 'ADULT';
}
