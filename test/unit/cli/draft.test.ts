import { describe, expect, it } from '@jest/globals';
import { draftOf, templateNames } from '../../../cli/agreement/draft.js';
import { readRegister, readVocabulary } from '../../../cli/policy/agreement-files.js';
import type { Agreement } from '../../../policy/agreement.js';
import { parseAgreements } from '../../../policy/parse.js';

const vocabulary = readVocabulary();
const parties = { grantor: 'GT', grantee: 'US-ATF', from: '2026-01-01', until: '2027-12-31' };

function drafted(template: string, language: string): Agreement {
  const text = draftOf(template, { ...parties, language });
  const parsed = parseAgreements([{ file: 'f', text }], 'GT', vocabulary, readRegister(undefined));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const [agreement] = parsed.agreements;
  if (agreement === undefined) throw new Error('none');
  return agreement;
}

describe('the templates of agreements', () => {
  it('are four', () => {
    expect(templateNames()).toEqual([
      'firearm-tracing',
      'gang-liaison',
      'precursor-notification',
      'trends-only',
    ]);
  });

  it.each(templateNames())(
    '%s gives a valid agreement, the same in both languages but for its legal basis',
    (template) => {
      const [english, spanish] = [drafted(template, 'en'), drafted(template, 'es')];
      expect({ ...spanish, legalBasis: english.legalBasis }).toEqual(english);
      expect([english.legalBasis[0], spanish.legalBasis[0]]).toEqual([
        expect.stringMatching(/^Declaration 2007, \d/u),
        expect.stringMatching(/^Declaración 2007, \d/u),
      ]);
      expect(english).toMatchObject({
        id: `GT-US-ATF-${template.toUpperCase()}-2026`,
        grantor: 'GT',
        grantee: { agency: 'US-ATF', roles: ['tracer'] },
        valid: { from: '2026-01-01', until: '2027-12-31' },
      });
    },
  );

  it('give no field that identifies a person', () => {
    const personal = templateNames().flatMap((template) =>
      drafted(template, 'en').grants.flatMap((grant) =>
        'fields' in grant
          ? grant.fields.filter((field) =>
              ['PERSONAL', 'SENSITIVE'].includes(vocabulary.records.get(grant.record)?.get(field) ?? ''),
            )
          : [],
      ),
    );
    expect(personal).toEqual([]);
  });

  it('say what does not fit the register, and write nothing', () => {
    expect(() => draftOf('trends-only', { ...parties, grantee: 'US-NO' })).toThrow(
      'US-NO: not in the register',
    );
    expect(() => draftOf('trends-only', { ...parties, role: 'chief' })).toThrow(
      'trends-only:5:36: US-ATF has no role chief',
    );
    expect(() => draftOf('trends-only', { ...parties, until: '2025-01-01' })).toThrow(
      'ends (2025-01-01) before it begins',
    );
    expect(() => draftOf('tracing', parties)).toThrow('--template firearm-tracing|');
  });
});
