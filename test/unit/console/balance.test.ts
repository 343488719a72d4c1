import { describe, expect, it } from '@jest/globals';
import { balancesOf, compare, givenByStates } from '../../../console/agreements/balance.js';
import type { AgencySharing, RecordSharing } from '../../../console/agreements/sharing.js';

const nothing: RecordSharing = {
  record: 'Firearm',
  purpose: 'FIREARM_TRACING',
  shown: [],
  masked: [],
  conditional: [],
  hitOn: [],
  agreements: ['A'],
};

function gives(state: string, agency: string, ...records: readonly Partial<RecordSharing>[]): AgencySharing {
  return { state, agency, isKnown: true, records: records.map((record) => ({ ...nothing, ...record })) };
}

const sharing = [
  gives('GT', 'US-ATF', { shown: ['make', 'model', 'status'], conditional: ['model'] }),
  gives('GT', 'US-DEA', { shown: ['model'], masked: [{ field: 'serialNumber', mask: 'LAST4' }] }),
  gives('GT', 'GT-PNC', { shown: ['caseNumber'] }),
  gives(
    'US',
    'GT-PNC',
    { masked: [{ field: 'make', mask: 'HASH' }], hitOn: ['serialNumber'] },
    { record: 'Person', shown: ['sex'] },
  ),
];

const given = givenByStates(sharing);

describe('who gives what to whom', () => {
  it('counts each field once, by the best that any agency of a country is given, and nothing that stays in the country', () => {
    expect([...given('GT', 'US')]).toEqual([
      ['Firearm.make', 'SHOWN'],
      ['Firearm.model', 'SHOWN'],
      ['Firearm.status', 'SHOWN'],
      ['Firearm.serialNumber', 'MASKED'],
    ]);
    expect(given('GT', 'GT').size).toBe(0);
    expect(given('HN', 'US').size).toBe(0);
  });

  it('shows each State where it gives more than it gets', () => {
    expect(balancesOf(given, 'GT', ['GT', 'HN', 'US'])).toEqual([
      { other: 'US', gives: 4, gets: 3, givesMore: 4, getsMore: 1 },
      { other: 'HN', gives: 0, gets: 0, givesMore: 0, getsMore: 0 },
    ]);
    expect(balancesOf(given, 'US', ['GT', 'US'])).toEqual([
      { other: 'GT', gives: 3, gets: 4, givesMore: 1, getsMore: 4 },
    ]);
  });

  it('lays what two States give each other side by side, and marks what is more', () => {
    expect(compare(given('GT', 'US'), given('US', 'GT'))).toEqual([
      {
        record: 'Firearm',
        gives: [
          { field: 'make', level: 'SHOWN', isMore: true },
          { field: 'model', level: 'SHOWN', isMore: true },
          { field: 'serialNumber', level: 'MASKED', isMore: true },
          { field: 'status', level: 'SHOWN', isMore: true },
        ],
        gets: [
          { field: 'make', level: 'MASKED', isMore: false },
          { field: 'serialNumber', level: 'HIT', isMore: false },
        ],
      },
      { record: 'Person', gives: [], gets: [{ field: 'sex', level: 'SHOWN', isMore: true }] },
    ]);
  });
});
