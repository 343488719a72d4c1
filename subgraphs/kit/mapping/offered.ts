import type { Vocabulary } from '../../../schema/vocabulary.js';
import type { Mapping } from './mapping.js';

/** What the kit works out of a look-up's records by itself, wherever the records are mapped. */
const derived: Readonly<Record<string, readonly string[]>> = {
  FirearmTrace: ['hit', 'records'],
};

/** What the kit works out of a chain of custody. */
const derivedFromChain = ['outcome', 'timeToCrimeDays'];

/** Coordinates that a State serves, in the order of their names. */
export function offeredCoordinates({ records, lookups }: Mapping, vocabulary: Vocabulary): readonly string[] {
  const offered = Object.entries(records).flatMap(([type, { fields }]) =>
    Object.keys(fields).map((field) => `${type}.${field}`),
  );
  for (const [type, { record }] of vocabulary.lookups) {
    if (records[record] === undefined) continue;
    const mapped = Object.keys(lookups[type]?.fields ?? {});
    const fromChain = mapped.includes('chainOfCustody') ? derivedFromChain : [];
    offered.push(...[...(derived[type] ?? []), ...mapped, ...fromChain].map((field) => `${type}.${field}`));
  }
  return offered.sort();
}
