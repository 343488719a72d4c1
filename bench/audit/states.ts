import type { EntryState } from '../../audit/entry.js';

const codes = ['GT', 'SV', 'US', 'HN', 'CR', 'PA', 'NI', 'BZ', 'DO'];

/** What so many States disclosed: a record of six fields each, one field withheld. */
export function reachedStates(number: number, count: number): readonly EntryState[] {
  return Array.from({ length: count }, (_, place) => {
    const code = codes[(number + place) % codes.length] ?? '';
    return {
      code,
      status: 'ANSWERED',
      ms: 12,
      jti: `${String(number)}-${String(place)}-request`,
      agreements: [`${code}-US-ATF-2026-01`],
      legalBasis: ['Declaration 2007, 24 and 25'],
      records: { Firearm: [`${code}:Firearm:${String(number % 50_000)}`] },
      shown: ['make', 'model', 'calibre', 'serialNumber', 'status'].map((field) => `Firearm.${field}`),
      withheld: [
        { coordinate: 'Firearm.seizure', reason: number % 5 === 0 ? 'NOT_OFFERED' : 'NOT_IN_AGREEMENT' },
      ],
    };
  });
}
