import type { Vocabulary } from '../../../schema/vocabulary.js';
import { subjects, subjectsOf } from '../statistics/subjects.js';
import { isObjectField, isReferenceField, isValueField, type Mapping } from './mapping.js';

/** What the kit works out by itself, wherever the records are mapped. */
const derived = { lookup: ['hit', 'records'], record: ['quality'] } as const;

/** What tells a person's age. */
const eventFields = ['eventDate', 'recordedAt'];

/** What the kit works out of a chain of custody. */
const derivedFromChain = ['outcome', 'timeToCrimeDays'];

/** Coordinates by which a State can find records: what hangs on other tables is read for records that are found already. */
export function findableCoordinates({ records }: Mapping): ReadonlySet<string> {
  const findable = Object.entries(records).flatMap(([type, { fields }]) =>
    Object.entries(fields)
      .filter(([, form]) => isValueField(form) || isObjectField(form) || isReferenceField(form))
      .map(([field]) => `${type}.${field}`),
  );
  return new Set(findable);
}

/** Coordinates that a State serves, in the order of their names. */
export function offeredCoordinates({ records, lookups }: Mapping, vocabulary: Vocabulary): readonly string[] {
  const offered = Object.entries(records).flatMap(([type, { fields }]) =>
    [...Object.keys(fields), ...derived.record].map((field) => `${type}.${field}`),
  );
  if (tellsAge(records['Person'])) offered.push('Person.isMinor');
  for (const [type, { record }] of vocabulary.lookups) {
    if (records[record] === undefined) continue;
    const mapped = Object.keys(lookups[type]?.fields ?? {});
    const fromChain = mapped.includes('chainOfCustody') ? derivedFromChain : [];
    offered.push(
      ...[...derived.lookup, ...(records['ContactPoint'] ? ['contact'] : []), ...mapped, ...fromChain].map(
        (field) => `${type}.${field}`,
      ),
    );
  }
  for (const [field, names] of Object.entries(subjectsOf))
    if (subjects.some(({ name, record }) => names.includes(name) && records[record] !== undefined))
      offered.push(`Statistics.${field}`);
  return [...new Set(offered)].sort();
}

function tellsAge(person: Mapping['records'][string] | undefined): boolean {
  const fields = person?.fields ?? {};
  return fields['birthDate'] !== undefined && eventFields.some((field) => fields[field] !== undefined);
}
