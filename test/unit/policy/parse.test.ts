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
      'with a condition that nothing can satisfy',
      '{ in: [H0, H1] }',
      '{ in: [H0], notIn: [H0] }',
      'a1.yaml:10:28: no handlingCode can satisfy this',
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

  it('is told of at once what is wrong in its form and in its words, each where it stands', () => {
    const bad = good
      .replace('agency: US-ATF', 'agency: XX-NO')
      .replace('purposes: [FIREARM_TRACING]', 'purposes: FIREARM_TRACING')
      .replace('until: 2027-12-31', 'until: soon')
      .replace('[make, model]', '[make, colour, 3]')
      .replace('{ in: [H0, H1] }', '{ in: [H0, H9], like: H }')
      .replace('onwardTransfer: PROHIBITED', 'onwardTransfer: NEVER\nsecret: 1');
    expect(problemsOf(bad)).toEqual([
      "a1.yaml:3:20: no agency XX-NO in the region's register",
      'a1.yaml:4:11: purposes: Invalid input: expected array, received string',
      'a1.yaml:6:35: valid.until: a date as YYYY-MM-DD',
      'a1.yaml:9:20: no field Firearm.colour in the shared language',
      'a1.yaml:9:28: grants.0.fields.2: Invalid input: expected string, received number',
      'a1.yaml:10:39: H9 is no value of Firearm.handlingCode: H0, H1, H2, H3',
      'a1.yaml:10:50: grants.0.where.handlingCode.like: no such key',
      'a1.yaml:11:17: onwardTransfer: Invalid option: expected one of "PROHIBITED"|"WITH_CONSENT"|"ALLOWED"',
      'a1.yaml:12:9: secret: no such key',
    ]);
  });

  it('with a grant of hits is told what is wrong with that', () => {
    const bad = good.replace('fields: [make, model]', 'hit: { matchOn: [make, colour], on: 3 }');
    expect(problemsOf(bad)).toEqual([
      'a1.yaml:9:28: no field Firearm.colour in the shared language',
      'a1.yaml:9:41: grants.0.hit.on: no such key',
    ]);
  });

  it('may tell of hits by fields of a record that the record refers to, by their path or their own name', () => {
    const grant = '{ record: GangAssociation, hit: { matchOn: [NAMES] } }';
    const parse = (names: string) => {
      const text = good.replace(/ {2}- record[^]*H1\] \} \}/u, `  - ${grant.replace('NAMES', names)}`);
      return parseAgreements([{ file: 'a.yaml', text }], 'GT', vocabulary, register);
    };
    const meant = {
      ok: true,
      agreements: [{ grants: [{ hit: { matchOn: ['person.nationalIdentification'] } }] }],
    };
    expect(parse('nationalIdentification')).toMatchObject(meant);
    expect(parse('person.nationalIdentification')).toMatchObject(meant);
    const wrong = parse('person, person.birthDate, gang.name');
    expect(wrong.ok ? [] : wrong.problems.map(describeProblem)).toEqual([
      'a.yaml:8:57: no field GangAssociation.person.birthDate in the shared language; of records that it refers to: person.nationalIdentification, person.passport',
      'a.yaml:8:75: no field GangAssociation.gang.name in the shared language; of records that it refers to: person.nationalIdentification, person.passport',
    ]);
  });

  it.each([
    ['{ handlingCode: { gte: H1 } }', 'a1.yaml:10:35: gte does not fit Firearm.handlingCode: eq, in, notIn'],
    [
      '{ barrelLengthMillimetres: { lte: long } }',
      'a1.yaml:10:46: long is no value of Firearm.barrelLengthMillimetres: a number',
    ],
    [
      '{ recordedAt: { gte: 2026-02-30 } }',
      'a1.yaml:10:33: 2026-02-30 is no value of Firearm.recordedAt: a date as YYYY-MM-DD, or a time as 2026-03-03T10:00:00Z',
    ],
    [
      '{ countryOfManufacture: { in: [US, Austria] } }',
      'a1.yaml:10:47: Austria is no value of Firearm.countryOfManufacture: a country as ISO 3166-1 alpha-2 has it: GT',
    ],
    [
      '{ serialObliterated: { eq: sometimes } }',
      'a1.yaml:10:39: sometimes is no value of Firearm.serialObliterated: true or false',
    ],
    ['{ model: { eq: 92 } }', 'a1.yaml:10:27: 92 is no value of Firearm.model: a text, in quotes'],
    [
      '{ seizure: { eq: SV:FirearmSeizure:1 } }',
      'a1.yaml:10:29: SV:FirearmSeizure:1 is no value of Firearm.seizure: the id of a record of GT: GT:FirearmSeizure:…',
    ],
    [
      '{ seizure: { notIn: [GT:FirearmSeizure:1] } }',
      'a1.yaml:10:32: notIn does not fit Firearm.seizure: eq, in',
    ],
  ])('whose condition is %s is told so', (where, problem) => {
    expect(problemsOf(good.replace('{ handlingCode: { in: [H0, H1] } }', where))).toEqual([problem]);
  });

  it.each([
    ['{ recordedAt: { gte: 2026-02-03, lte: 2026-03-03T10:00:00-06:00 } }'],
    ['{ barrelLengthMillimetres: { gte: 100 }, serialObliterated: { eq: false } }'],
    ['{ seizure: { in: ["GT:FirearmSeizure:1"] }, category: { notIn: [PISTOL] } }'],
  ])('whose condition is %s is right', (where) => {
    expect(problemsOf(good.replace('{ handlingCode: { in: [H0, H1] } }', where))).toEqual([]);
  });

  it('whose id another file has refuses the set', () => {
    expect(problemsOf(good, good)).toEqual(['a2.yaml:1:1: the id GT-US-ATF-2026-01 is taken by a1.yaml']);
  });
});
