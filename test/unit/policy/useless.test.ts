import { describe, expect, it } from '@jest/globals';
import type { Agreement, Grant } from '../../../policy/agreement.js';
import { uselessAgreements } from '../../../policy/useless.js';

function agreement(id: string, grant: Grant, more: Partial<Agreement> = {}): Agreement {
  return {
    id,
    grantor: 'GT',
    grantee: { agency: 'US-ATF' },
    purposes: ['FIREARM_TRACING'],
    legalBasis: ['L'],
    valid: { from: '2026-01-01', until: '2026-12-31' },
    grants: [grant],
    onwardTransfer: 'PROHIBITED',
    ...more,
  };
}

const wide: Grant = { record: 'Firearm', fields: ['make', 'serialNumber'] };
const narrow: Grant = { record: 'Firearm', fields: ['make'], where: { handlingCode: { eq: 'H0' } } };

describe('an agreement', () => {
  it('that another makes useless is named with the other', () => {
    expect(uselessAgreements([agreement('A', wide), agreement('B', narrow)])).toEqual([
      { agreement: 'B', by: ['A'] },
    ]);
  });

  it('that says the same as an earlier one is named, and the earlier one is not', () => {
    expect(uselessAgreements([agreement('B', wide), agreement('A', wide)])).toEqual([
      { agreement: 'B', by: ['A'] },
    ]);
  });

  it.each<[string, Agreement]>([
    ['longer', agreement('B', narrow, { valid: { from: '2026-01-01', until: '2027-12-31' } })],
    ['for another purpose', agreement('B', narrow, { purposes: ['GANG_INVESTIGATION'] })],
    ['to another agency', agreement('B', narrow, { grantee: { agency: 'HN-ATIC' } })],
    ['another field', agreement('B', { record: 'Firearm', fields: ['model'] })],
    ['hit or no hit', agreement('B', { record: 'Firearm', hit: { matchOn: ['make'] } })],
  ])('that gives something %s is of use', (_, other) => {
    expect(uselessAgreements([agreement('A', wide), other])).toEqual([]);
  });

  it('is of use where the other masks what it gives, or protects those whom it opens', () => {
    const person: Grant = { record: 'Person', fields: ['personName'] };
    const masked: Grant = { ...person, mask: { personName: 'INITIALS' } };
    const minors: Grant = { ...person, minors: true, legalBasis: ['L2'] };
    expect([
      uselessAgreements([agreement('A', masked), agreement('B', person)]),
      uselessAgreements([agreement('A', person), agreement('B', minors)]),
    ]).toEqual([[{ agreement: 'A', by: ['B'] }], [{ agreement: 'A', by: ['B'] }]]);
  });
});
