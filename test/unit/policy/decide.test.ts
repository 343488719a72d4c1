import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Agreement } from '../../../policy/agreement.js';
import { compilePolicy } from '../../../policy/compile.js';
import { decide } from '../../../policy/decide.js';
import { isReturned, project } from '../../../policy/project.js';

const fields = ['make', 'model', 'calibre'];
const asker = { agency: 'US-ATF', roles: ['tracer'], purpose: 'FIREARM_TRACING', date: '2026-06-01' };

const agreement = fc
  .record({
    agency: fc.constantFrom('US-ATF', 'HN-ATIC'),
    roles: fc.option(fc.constantFrom(['tracer'], ['analyst']), { nil: undefined }),
    purpose: fc.constantFrom('FIREARM_TRACING', 'PREVENTION'),
    until: fc.constantFrom('2026-12-31', '2026-05-31'),
    given: fc.subarray(fields, { minLength: 1 }),
  })
  .map(({ agency, roles, purpose, until, given }): Omit<Agreement, 'id'> => ({
    grantor: 'GT',
    grantee: { agency, roles },
    purposes: [purpose],
    legalBasis: ['L'],
    valid: { from: '2026-01-01', until },
    grants: [{ record: 'Firearm', fields: given }],
    onwardTransfer: 'PROHIBITED',
  }));

function shownBy(agreements: readonly Agreement[]): readonly string[] {
  const decision = decide(compilePolicy(agreements), asker, {
    record: 'Firearm',
    fields,
    filters: [],
    onlyEquals: true,
    sorts: [],
  });
  const opened = decision.grants.map(() => true);
  return isReturned(decision, opened) ? [...project(decision, opened).shown.keys()].sort() : [];
}

describe('deciding', () => {
  it('denies everything where there is no agreement, and says why', () => {
    const decision = decide(compilePolicy([]), asker, {
      record: 'Firearm',
      fields: ['make'],
      filters: [],
      onlyEquals: true,
      sorts: [],
    });
    expect(decision).toMatchObject({
      grants: [],
      withheld: [{ coordinate: 'Firearm.make', reason: 'NOT_IN_AGREEMENT' }],
    });
  });

  it('never shows less for one agreement more', () => {
    fc.assert(
      fc.property(fc.array(agreement, { maxLength: 5 }), agreement, (some, more) => {
        const numbered = some.map((one, index) => ({ ...one, id: `A${String(index)}` }));
        const before = shownBy(numbered);
        const after = shownBy([...numbered, { ...more, id: 'B' }]);
        expect(after).toEqual(expect.arrayContaining([...before]));
      }),
    );
  });

  it('shows exactly what the applying agreements give', () => {
    fc.assert(
      fc.property(fc.array(agreement, { maxLength: 5 }), (some) => {
        const numbered = some.map((one, index) => ({ ...one, id: `A${String(index)}` }));
        const applying = numbered.filter(
          ({ grantee, purposes, valid }) =>
            grantee.agency === 'US-ATF' &&
            grantee.roles?.[0] !== 'analyst' &&
            purposes[0] === 'FIREARM_TRACING' &&
            valid.until === '2026-12-31',
        );
        const given = new Set(
          applying.flatMap(({ grants }) =>
            grants.flatMap((grant) => ('fields' in grant ? grant.fields : [])),
          ),
        );
        expect(shownBy(numbered)).toEqual([...given].sort());
      }),
    );
  });
});
