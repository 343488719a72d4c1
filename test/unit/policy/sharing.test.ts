import { describe, expect, it } from '@jest/globals';
import type { Agreement, Grant } from '../../../policy/agreement.js';
import { compilePolicy } from '../../../policy/compile.js';
import { sharingWith } from '../../../policy/sharing.js';

function agreement(id: string, grants: readonly Grant[], rest: Partial<Agreement> = {}): Agreement {
  return {
    id,
    grantor: 'GT',
    grantee: { agency: 'US-ATF', roles: ['tracer'] },
    purposes: ['FIREARM_TRACING'],
    legalBasis: ['L'],
    valid: { from: '2026-01-01', until: '2026-12-31' },
    grants,
    onwardTransfer: 'PROHIBITED',
    ...rest,
  };
}

const tracer = { agency: 'US-ATF', roles: ['tracer'] };
const offered = new Set(['Firearm.make', 'Firearm.model', 'Firearm.serialNumber', 'Person.birthDate']);
const day = '2026-06-01';

describe('what a State shares with an agency', () => {
  it('is a row for each record type and purpose, with what is shown, masked, conditional or told of by hit alone', () => {
    const policy = compilePolicy([
      agreement(
        'A1',
        [
          {
            record: 'Firearm',
            fields: ['serialNumber', 'make', 'finish'],
            mask: { serialNumber: 'HASH' },
            where: { handlingCode: { in: ['H0'] } },
          },
          { record: 'Person', hit: { matchOn: ['passport', 'nationalIdentification'] } },
        ],
        { purposes: ['FIREARM_TRACING', 'GANG_INVESTIGATION'] },
      ),
      agreement('A2', [
        { record: 'Firearm', fields: ['make', 'serialNumber'], mask: { serialNumber: 'LAST4' } },
      ]),
    ]);
    expect(sharingWith(policy, tracer, offered, day)).toEqual([
      {
        record: 'Firearm',
        purpose: 'FIREARM_TRACING',
        shown: ['make'],
        masked: [{ field: 'serialNumber', mask: 'LAST4' }],
        conditional: [],
        hitOn: [],
        agreements: ['A1', 'A2'],
      },
      {
        record: 'Firearm',
        purpose: 'GANG_INVESTIGATION',
        shown: ['make'],
        masked: [{ field: 'serialNumber', mask: 'HASH' }],
        conditional: ['make', 'serialNumber'],
        hitOn: [],
        agreements: ['A1'],
      },
      ...['FIREARM_TRACING', 'GANG_INVESTIGATION'].map((purpose) => ({
        record: 'Person',
        purpose,
        shown: [],
        masked: [],
        conditional: [],
        hitOn: ['nationalIdentification', 'passport'],
        agreements: ['A1'],
      })),
    ]);
  });

  it.each([
    ['another agency', { agency: 'US-DEA', roles: ['tracer'] }, day],
    ['another role', { agency: 'US-ATF', roles: ['analyst'] }, day],
    ['the day after the agreement ends', tracer, '2027-01-01'],
  ])('is nothing for %s', (_, grantee, date) => {
    const policy = compilePolicy([agreement('A1', [{ record: 'Firearm', fields: ['make'] }])]);
    expect(sharingWith(policy, grantee, offered, date)).toEqual([]);
  });

  it('is nothing of what it does not serve, and to an agency whatever is given to any of its roles', () => {
    const policy = compilePolicy([
      agreement('A1', [
        { record: 'Firearm', fields: ['make', 'finish'] },
        { record: 'Gang', fields: ['name'] },
      ]),
      agreement('A2', [{ record: 'Firearm', fields: ['model'] }], {
        grantee: { agency: 'US-ATF', roles: ['analyst'] },
      }),
    ]);
    const rows = sharingWith(policy, { agency: 'US-ATF', roles: undefined }, offered, day);
    expect(rows.map(({ record, shown, agreements }) => ({ record, shown, agreements }))).toEqual([
      { record: 'Firearm', shown: ['make', 'model'], agreements: ['A1', 'A2'] },
    ]);
  });
});
