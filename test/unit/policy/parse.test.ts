import { describe, expect, it } from '@jest/globals';
import { describeProblem } from '../../../common/problem.js';
import { parseAgreements } from '../../../policy/parse.js';
import { memberDocument } from '../../../schema/sources.js';
import { vocabularyOf } from '../../../schema/vocabulary.js';

const vocabulary = vocabularyOf(memberDocument());
const register = { agencies: [{ id: 'US-ATF', roles: ['tracer'] }] };

const good = `id: GT-US-ATF-2026-01
grantor: GT
grantee: { agency: US-ATF, roles: [tracer] }
purposes: [FIREARM_TRACING]
legalBasis: ["Declaration 2007, 24 and 25"]
valid: { from: 2026-01-01, until: 2027-12-31 }
grants:
  - record: Firearm
    fields: [make, model]
    where: { handlingCode: { in: [H0, H1] } }
onwardTransfer: PROHIBITED
`;

/** Problems of a file, as a national team reads them. */
function problemsOf(...texts: readonly string[]): readonly string[] {
  const sources = texts.map((text, index) => ({ file: `a${String(index + 1)}.yaml`, text }));
  const parsed = parseAgreements(sources, 'GT', vocabulary, register);
  return parsed.ok ? [] : parsed.problems.map(describeProblem);
}

describe('an agreement file', () => {
  it('that is right is an agreement', () => {
    const parsed = parseAgreements([{ file: 'a.yaml', text: good }], 'GT', vocabulary, register);
    expect(parsed).toMatchObject({
      ok: true,
      agreements: [{ id: 'GT-US-ATF-2026-01', valid: { from: '2026-01-01' } }],
    });
  });

  it.each([
    [
      'of another State',
      'grantor: GT',
      'grantor: SV',
      'a1.yaml:2:10: grantor is SV, but these are the agreements of GT',
    ],
    [
      'with an unknown agency',
      'agency: US-ATF',
      'agency: US-NOBODY',
      "a1.yaml:3:20: no agency US-NOBODY in the region's register",
    ],
    [
      'with an unknown role',
      '[tracer]',
      '[minister]',
      'a1.yaml:3:36: US-ATF has no role minister; it has tracer',
    ],
    [
      'with a condition on what is not one plain value',
      'where: { handlingCode: { in: [H0, H1] } }',
      'where: { quality: { eq: BLANK } }',
      'a1.yaml:10:23: Firearm.quality is not one plain value: no condition can be put on it',
    ],
    [
      'with a mask that leaves no value of the type',
      'where: { handlingCode: { in: [H0, H1] } }',
      'mask: { model: YEAR }',
      'a1.yaml:10:20: model is of type String; YEAR masks PartialDate',
    ],
    [
      'with an unknown purpose',
      '[FIREARM_TRACING]',
      '[CURIOSITY]',
      'a1.yaml:4:12: no purpose CURIOSITY in the shared language',
    ],
    [
      'that ends before it begins',
      '2027-12-31',
      '2025-12-31',
      'a1.yaml:6:35: ends (2025-12-31) before it begins (2026-01-01)',
    ],
    ['with an unreal date', '2027-12-31', '2027-02-30', 'a1.yaml:6:35: valid.until: a date as YYYY-MM-DD'],
    [
      'with an unknown record',
      'record: Firearm',
      'record: Tank',
      'a1.yaml:8:13: no record Tank in the shared language',
    ],
    [
      'with an unknown field',
      '[make, model]',
      '[make, colour]',
      'a1.yaml:9:20: no field Firearm.colour in the shared language',
    ],
    [
      'with a field granted twice',
      '[make, model]',
      '[make, make]',
      'a1.yaml:9:20: Firearm.make is granted twice',
    ],
    [
      'with a condition on an unknown field',
      'handlingCode:',
      'colour:',
      'a1.yaml:10:22: no field Firearm.colour in the shared language',
    ],
    [
      'with a mask on what is not granted',
      '[make, model]',
      '[make]\n    mask: { model: HASH }',
      'a1.yaml:10:20: model is masked but not granted',
    ],
    [
      'with a key that does not exist',
      'onwardTransfer',
      'onwardTransfers',
      'a1.yaml:1:1: onwardTransfer: Invalid option: expected one of "PROHIBITED"|"WITH_CONSENT"|"ALLOWED"',
    ],
    ['that is no YAML', 'grants:', 'grants: [', 'a1.yaml:8:13: '],
  ])('%s is refused with file, line, column and what is wrong', (_, right, wrong, problem) => {
    expect(problemsOf(good.replace(right, wrong))[0]).toContain(problem);
  });

  it('that grants what is sensitive needs a legal basis of its own there', () => {
    const sensitive = good.replace(
      'record: Firearm\n    fields: [make, model]',
      'record: FirearmSeizure\n    fields: [circumstances]',
    );
    expect(problemsOf(sensitive)).toEqual([
      'a1.yaml:8:5: circumstances: SENSITIVE, so the grant needs a legalBasis of its own',
    ]);
    expect(
      problemsOf(
        sensitive.replace('fields: [circumstances]', 'fields: [circumstances]\n    legalBasis: [Ley 1]'),
      ),
    ).toEqual([]);
  });

  it('with many faults names all of them at once', () => {
    const bad = good
      .replace('agency: US-ATF', 'agency: XX-NO')
      .replace('FIREARM_TRACING', 'NO')
      .replace('model', 'colour');
    expect(problemsOf(bad)).toHaveLength(3);
  });

  it('whose id another file has refuses the set', () => {
    expect(problemsOf(good, good)).toEqual(['a2.yaml:1:1: the id GT-US-ATF-2026-01 is taken by a1.yaml']);
  });
});
