import { describe, expect, it } from '@jest/globals';
import { matrixText } from '../../../cli/policy/matrix-text.js';
import type { Agreement, Grant } from '../../../policy/agreement.js';
import { matrixOf } from '../../../policy/matrix.js';
import type { SensitivityClass, Vocabulary } from '../../../schema/vocabulary.js';

const vocabulary: Vocabulary = {
  types: new Map(),
  records: new Map<string, ReadonlyMap<string, SensitivityClass>>([
    [
      'Firearm',
      new Map([
        ['make', 'RESTRICTED'],
        ['model', 'RESTRICTED'],
      ]),
    ],
    ['Person', new Map([['birthDate', 'PERSONAL']])],
  ]),
  lookups: new Map(),
  reached: new Map(),
  codes: new Map(),
  purposes: new Set(['FIREARM_TRACING', 'PREVENTION']),
};

function agreement(
  id: string,
  agency: string,
  grants: readonly Grant[],
  purpose = 'FIREARM_TRACING',
): Agreement {
  return {
    id,
    grantor: 'GT',
    grantee: { agency },
    purposes: [purpose],
    legalBasis: ['L'],
    valid: { from: '2026-01-01', until: '2026-12-31' },
    grants,
    onwardTransfer: 'PROHIBITED',
  };
}

const agreements = [
  agreement('A', 'US-ATF', [
    { record: 'Firearm', fields: ['make'], where: { handlingCode: { eq: 'H0' } } },
    { record: 'Person', fields: ['birthDate'], mask: { birthDate: 'YEAR' } },
    { record: 'Person', hit: { matchOn: ['passport'] } },
  ]),
  agreement('B', 'SV-PNC', [{ record: 'Firearm', fields: ['make'] }], 'PREVENTION'),
];

describe('the matrix of a State', () => {
  it('says who has what of every field that anybody has', () => {
    const matrix = matrixOf(agreements, vocabulary, { date: '2026-06-01' });
    expect(matrix).toEqual({
      agencies: ['SV-PNC', 'US-ATF'],
      rows: [
        {
          coordinate: 'Firearm.make',
          cells: { 'SV-PNC': { someRecords: false }, 'US-ATF': { someRecords: true } },
        },
        { coordinate: 'Person.birthDate', cells: { 'US-ATF': { mask: 'YEAR', someRecords: false } } },
      ],
      hits: [{ record: 'Person', matchOn: ['passport'], agency: 'US-ATF' }],
    });
    expect(matrixText(matrix).split('\n').slice(0, 4)).toEqual([
      '                  SV-PNC      US-ATF',
      'Firearm.make      ●           ◐',
      'Person.birthDate  ·           YEAR',
      'Person: hit / coincidencia (passport): US-ATF',
    ]);
  });

  it('leaves out agreements of other days and purposes', () => {
    expect(matrixOf(agreements, vocabulary, { date: '2027-01-01' }).agencies).toEqual([]);
    expect(matrixOf(agreements, vocabulary, { date: '2026-06-01', purpose: 'PREVENTION' }).agencies).toEqual([
      'SV-PNC',
    ]);
  });
});
