import { describe, expect, it } from '@jest/globals';
import { day } from './signed-history.js';
import { problemsOf, strangerKey, type Told } from './released.js';

const one = 'nothing is released by one person';
const other = 'is not what was asked for, proposed and approved';
const time = 'was asked of another State, or not asked, proposed and approved in this order and in time';
const nobody = 'is not asserted by a gateway of the register';

describe('a line of a history that a release has made', () => {
  it('holds where one officer proposed what an agency asked for, and another approved it', async () => {
    expect(await problemsOf({})).toEqual([]);
  });

  it.each<[string, Told, string]>([
    ['one person proposed and approved', { approver: { officer: 'e1' } }, one],
    ['who asked has approved', { asker: { agency: 'GT-PNC', officer: 'e2' } }, one],
    ['the approver is no release officer', { approver: { roles: ['investigator'] } }, one],
    ['the proposer is of another State', { proposer: { agency: 'HN-ATIC' } }, one],
    ['another agency asked', { asker: { agency: 'US-DEA' } }, other],
    ['it was asked for another case', { asker: { case: 'C-2' } }, other],
    ['other records were approved', { approved: { records: ['GT:Firearm:2'] } }, other],
    ['more is proposed than was asked for', { terms: { fields: ['make', 'serialNumber'] } }, other],
    ['records of another State are proposed', { terms: { records: ['HN:Firearm:1'] } }, other],
    ['it has no end for long', { terms: { until: '2027-03-01' } }, other],
    ['more is published than was approved', { agreement: { purposes: ['FIREARM_TRACING', 'OTHER'] } }, other],
    ['it is published for any case', { agreement: { case: undefined } }, other],
    [
      'it is published for longer',
      { agreement: { valid: { from: '2026-03-01', until: '2026-04-30' } } },
      other,
    ],
    [
      'it is published for every record',
      { agreement: { grants: [{ record: 'Firearm', fields: ['make'] }] } },
      other,
    ],
    ['it was asked of another State', { asker: { state: 'HN' } }, time],
    ['it was approved after the deadline', { asker: { at: day - 4 * 86_400_000 } }, time],
    ['it was approved before it was proposed', { approver: { at: day - 3_600_000 } }, time],
    ['the request is not from a gateway', { asker: { key: strangerKey } }, nobody],
    ['the approval is not from a gateway', { approver: { key: strangerKey } }, nobody],
    ['nothing stands for the grantee', { without: true }, 'no line of a history'],
    [
      'it takes itself for an agreement that both signed',
      { kind: 'PUBLISHED' },
      'the grantee US-ATF can mend it',
    ],
  ])('does not where %s', async (_, told, problem) => {
    expect(await problemsOf(told)).toContainEqual(expect.stringContaining(problem));
  });
});
