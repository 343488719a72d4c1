import { describe, expect, it } from '@jest/globals';
import { describeProblem } from '../../../common/problem.js';
import type { Agreement } from '../../../policy/agreement.js';
import { caseDigest, isOfCase } from '../../../policy/case.js';
import { decideRows } from '../../../policy/decide-rows.js';
import { diffAgreements } from '../../../policy/diff/diff.js';
import { explain } from '../../../policy/explain.js';
import { matrixOf } from '../../../policy/matrix.js';
import { compilePolicy } from '../../../policy/compile.js';
import { parseAgreements } from '../../../policy/parse.js';
import { sharingWith } from '../../../policy/sharing.js';
import { uselessAgreements } from '../../../policy/useless.js';
import { changeWords } from '../../../policy/words/diff-words.js';
import { explainWords } from '../../../policy/words/explain-words.js';
import { memberDocument } from '../../../schema/sources.js';
import { vocabularyOf } from '../../../schema/vocabulary.js';

const vocabulary = vocabularyOf(memberDocument());
const register = { agencies: [{ id: 'US-ATF', roles: ['tracer'] }] };
const offered = new Set(['Firearm.make', 'Firearm.model']);

/** Opens one firearm for one case. */
const released: Agreement = {
  id: 'GT-R1',
  grantor: 'GT',
  grantee: { agency: 'US-ATF' },
  purposes: ['FIREARM_TRACING'],
  case: 'C-1',
  legalBasis: ['L'],
  valid: { from: '2026-01-01', until: '2026-01-31' },
  grants: [{ record: 'Firearm', fields: ['make'], where: { id: { in: ['GT:Firearm:1'] } } }],
  onwardTransfer: 'PROHIBITED',
};

const rows = ['1', '2'].map((key) => ({ id: `GT:Firearm:${key}`, type: 'Firearm', make: 'Glock' }));

const asker = {
  agency: 'US-ATF',
  roles: ['tracer'],
  purpose: 'FIREARM_TRACING',
  date: '2026-01-15',
};

function answerTo(agreements: readonly Agreement[], declared: string | undefined) {
  return decideRows(agreements, rows, { ...asker, case: declared, record: 'Firearm', select: ['make'] });
}

describe('an agreement for one case', () => {
  it('opens its records for that case', () => {
    expect(answerTo([released], 'C-1')).toEqual({
      records: [{ id: 'GT:Firearm:1', fields: { make: { value: 'Glock' } } }],
      withheld: [],
      hit: null,
    });
  });

  it.each(['C-2', 'c-1', 'C-1 ', undefined])(
    'is as if it were not there for the case %p: not even a reason tells of it',
    (declared) => {
      expect(answerTo([released], declared)).toEqual(answerTo([], declared));
    },
  );

  it('is known by a digest of the case where the case itself may not be told, and of the agency', () => {
    const published = { ...released, case: caseDigest(released, 'C-1') };
    expect(published.case).not.toContain('C-1');
    expect(answerTo([published], 'C-1').records).toHaveLength(1);
    expect(answerTo([published], 'C-2').records).toEqual([]);
    expect(isOfCase({ ...published, grantee: { agency: 'US-DEA' } }, 'C-1')).toBe(false);
  });

  it('is no standing share: neither the matrix nor what is shared with an agency has it', () => {
    expect(matrixOf([released], vocabulary, { date: '2026-01-15' }).rows).toEqual([]);
    const grantee = { agency: 'US-ATF', roles: undefined };
    expect(sharingWith(compilePolicy([released]), grantee, offered, '2026-01-15')).toEqual([]);
  });

  it('is said in both languages to be for another case', () => {
    const explained = explain(
      { vocabulary, agreements: [released], offered },
      { asker: { ...asker, case: 'C-2' }, record: 'Firearm', field: 'make', by: [] },
    );
    expect(explained).toMatchObject({ verdict: 'WITHHELD', reason: 'NOT_IN_AGREEMENT' });
    expect(explainWords(explained, 'en').at(-1)).toBe(
      '  GT-R1, grant 1: where id is GT:Firearm:1; is for the case C-1',
    );
    expect(explainWords(explained, 'es').at(-1)).toBe(
      '  GT-R1, concesión 1: donde id es GT:Firearm:1; es para el caso C-1',
    );
  });

  it('is said before signing to be a gain for that case alone', () => {
    const changes = diffAgreements([], [released]).map((change) => changeWords(change, 'en'));
    expect(changes).toEqual([
      'US-ATF, for the case C-1, FIREARM_TRACING: gains Firearm.make: where id is GT:Firearm:1, from 2026-01-01 until 2026-01-31',
    ]);
    expect(diffAgreements([released], []).map((change) => changeWords(change, 'es'))).toEqual([
      'US-ATF, para el caso C-1, FIREARM_TRACING: pierde Firearm.make: donde id es GT:Firearm:1, del 2026-01-01 al 2026-01-31',
    ]);
  });

  it('gives nothing for its case that is given for every case', () => {
    const { case: _, ...standing } = { ...released, id: 'GT-A1' };
    expect(diffAgreements([standing], [standing, released])).toEqual([]);
    expect(uselessAgreements([standing, released])).toEqual([{ agreement: 'GT-R1', by: ['GT-A1'] }]);
    expect(uselessAgreements([released, { ...released, id: 'GT-R2', case: 'C-2' }])).toEqual([]);
  });
});

const file = `id: GT-R1
grantor: GT
grantee: { agency: US-ATF }
purposes: [FIREARM_TRACING]
case: C-1
legalBasis: [L]
valid: { from: 2026-01-01, until: 2026-01-31 }
grants:
  - record: Firearm
    fields: [make]
    where: { id: { in: ["GT:Firearm:1"] } }
onwardTransfer: PROHIBITED
`;

function problemsOf(text: string): readonly string[] {
  const parsed = parseAgreements([{ file: 'a.yaml', text }], 'GT', vocabulary, register);
  return parsed.ok ? [] : parsed.problems.map(describeProblem);
}

describe('a file of an agreement for one case', () => {
  it('says so as the agreement does', () => {
    expect(parseAgreements([{ file: 'a.yaml', text: file }], 'GT', vocabulary, register)).toEqual({
      ok: true,
      agreements: [released],
    });
  });

  it.each([
    ['case: C-1', 'case: "C 1"', '5:7: case: a case number: 1 to 64 letters, digits and . _ / -'],
    ['GT:Firearm:1', 'SV:Firearm:1', 'SV:Firearm:1 is no value of Firearm.id: the id of a record of GT'],
    ['GT:Firearm:1', 'GT:Person:1', 'GT:Person:1 is no value of Firearm.id: the id of a record of GT'],
    ['in: ["GT:Firearm:1"]', 'gte: "GT:Firearm:1"', 'gte does not fit Firearm.id: eq, in'],
  ])('with %s as %s is refused with its place', (right, wrong, problem) => {
    expect(problemsOf(file.replace(right, wrong))).toEqual([expect.stringContaining(problem)]);
  });
});
