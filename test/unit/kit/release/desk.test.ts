import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AuditEntry } from '../../../../audit/entry.js';
import { IstmoError } from '../../../../common/errors.js';
import type { Release } from '../../../../policy/release/life.js';
import {
  digestOfParticulars,
  digestOfProposal,
  type Particulars,
  type StepText,
} from '../../../../policy/release/step-texts.js';
import { memberDocument } from '../../../../schema/sources.js';
import { vocabularyOf } from '../../../../schema/vocabulary.js';
import { agreementSet } from '../../../../subgraphs/kit/agreements.js';
import type { Assertion } from '../../../../subgraphs/kit/assertion.js';
import type { Source } from '../../../../subgraphs/kit/records/source.js';
import { type DeskAnswer, openDesk } from '../../../../subgraphs/kit/release/desk.js';
import { openReleaseStore, type ReleaseStore } from '../../../../subgraphs/kit/release/store.js';

const hour = 3_600_000;
const start = Date.parse('2026-03-01T12:00:00Z');
const vocabulary = vocabularyOf(memberDocument());
const agreements = agreementSet([
  {
    id: 'HN-1',
    grantor: 'HN',
    grantee: { agency: 'GT-PNC' },
    purposes: ['GANG_INVESTIGATION'],
    legalBasis: ['L'],
    valid: { from: '2026-01-01', until: '2026-12-31' },
    grants: [
      { record: 'Person', hit: { matchOn: ['nationalIdentification'] } },
      { record: 'GangAssociation', hit: { matchOn: ['person.nationalIdentification'] } },
    ],
    onwardTransfer: 'PROHIBITED',
  },
]);

const people = {
  asker: { agency: 'GT-PNC', sub: 'a', roles: ['investigator'] },
  foreign: { agency: 'SV-PNC', sub: 'x', roles: ['release-officer'] },
  clerk: { agency: 'HN-ATIC', sub: 'c', roles: ['investigator'] },
  first: { agency: 'HN-ATIC', sub: 'e1', roles: ['release-officer'] },
  second: { agency: 'HN-ATIC', sub: 'e2', roles: ['release-officer'] },
} as const;
type Who = keyof typeof people;

const folder = mkdtempSync(join(tmpdir(), 'istmo-release-'));
const stores: ReleaseStore[] = [];
let jti = 0;
afterAll(() => Promise.all(stores.map((store) => store.close())));

/** A desk of Honduras with a clock and a log of the test's own. */
async function deskUnderTest({
  logFails = () => false,
  publishFails = () => false,
}: { readonly logFails?: () => boolean; readonly publishFails?: () => boolean } = {}) {
  const file = join(folder, `${String(stores.length)}.db`);
  const store = await openReleaseStore(pathToFileURL(file).href);
  stores.push(store);
  const time = { now: start };
  const log: AuditEntry[] = [];
  const published: Release[] = [];
  const desk = openDesk({
    state: 'HN',
    timeZone: 'UTC',
    vocabulary,
    source: { mapping: { state: 'HN', records: {}, lookups: {} } } as unknown as Source,
    store,
    log: {
      append: (entry) =>
        logFails() ? Promise.reject(new Error('full')) : Promise.resolve({ index: log.push(entry) - 1 }),
    },
    clock: () => time.now,
    agreements,
    publish: (release) => {
      if (publishFails()) return Promise.reject(new Error('died'));
      if (!published.some(({ id }) => id === release.id)) published.push(release);
      return Promise.resolve();
    },
    onFault: (error) => {
      throw error;
    },
  });
  /** What a step came to: its answer, or the code by which it was refused. */
  const take = (who: Who, step: StepText, particulars?: Particulars, more: Partial<Assertion> = {}) =>
    desk
      .answer({
        step,
        particulars,
        evidence: { assertion: who, text: JSON.stringify(step) },
        assertion: assertionOf(who, more),
      })
      .catch((error: unknown) => {
        if (error instanceof IstmoError) return error.code;
        throw error;
      });
  return { desk, time, log, published, take, store };
}

function assertionOf(who: Who, more: Partial<Assertion>): Assertion {
  const { agency, sub, roles } = people[who];
  jti += 1;
  return {
    iss: 'g',
    aud: 'HN',
    jti: `j${String(jti)}`,
    rid: 'r',
    sub,
    client: 'c',
    agency,
    country: agency.slice(0, 2),
    roles: [...roles],
    purpose: who === 'asker' ? 'GANG_INVESTIGATION' : 'RELEASE',
    ...(who === 'asker' && { case: 'C-1' }),
    urgency: 'ROUTINE',
    iat: 0,
    exp: 0,
    body: '',
    ...more,
  };
}

const particulars: Particulars = {
  salt: 'saltsaltsaltsalt',
  match: [{ field: 'nationalIdentification', value: '0801' }],
  justification: 'J',
};

type RequestStep = Extract<StepText, { readonly do: 'REQUEST' }>;

const requestStep = (
  deadline: 'HOURS_8' | 'DAYS_3' = 'DAYS_3',
  of: Particulars = particulars,
): RequestStep => ({
  do: 'REQUEST',
  record: 'Person',
  fields: ['personName', 'sex'],
  deadline,
  particulars: digestOfParticulars(of),
});

const terms = {
  records: ['HN:Person:1'],
  fields: ['personName'],
  until: '2026-03-20',
  legalBasis: ['L'],
  minors: false,
};

function idIn(answer: DeskAnswer | string): string {
  if (typeof answer === 'string' || !('release' in answer)) throw new Error(JSON.stringify(answer));
  return String(answer.release['id']);
}

const statusIn = (answer: DeskAnswer | string): unknown =>
  typeof answer === 'string' ? answer : 'release' in answer ? answer.release['status'] : undefined;

/** Something that somebody tries, and when. */
const attempt = fc.record({
  who: fc.constantFrom<Who>(
    'asker',
    'foreign',
    'clerk',
    'first',
    'second',
    'first',
    'second',
    'first',
    'second',
  ),
  what: fc.constantFrom('PROPOSE', 'PROPOSE', 'APPROVE', 'APPROVE', 'REFUSE', 'WAIT'),
  records: fc.constantFrom('HN:Person:1', 'HN:Person:2').map((id) => [id]),
  fields: fc.constantFrom('personName', 'sex', 'personName', 'passport').map((field) => [field]),
  until: fc.constantFrom('2026-03-20', '2026-03-20', '2026-02-01', '2027-03-01'),
  approves: fc.constantFrom('LAST', 'LAST', 'FIRST', 'OTHER'),
  hours: fc.constantFrom(1, 20, 60),
});

describe('a desk for requests for release', () => {
  it('releases nothing by one person, after the deadline, or otherwise than proposed, in whatever order steps are tried', async () => {
    const counts = { released: 0 };
    const property = fc.asyncProperty(
      fc.array(attempt, { minLength: 4, maxLength: 12, size: 'max' }),
      async (attempts) => {
        const { take, time, published, log } = await deskUnderTest();
        const id = idIn(await take('asker', requestStep(), particulars));
        const proposals: { readonly who: Who; readonly digest: string; readonly terms: typeof terms }[] = [];
        let releasedBy: { readonly proposer: Who; readonly approver: Who } | undefined;
        for (const { who, what, records, fields, until, approves, hours } of attempts) {
          if (what === 'WAIT') {
            time.now += hours * hour;
            continue;
          }
          const before = published.length;
          if (what === 'PROPOSE') {
            const proposed = { ...terms, records, fields, until };
            const text = { do: 'PROPOSE' as const, id, terms: proposed };
            if (statusIn(await take(who, text)) === 'PROPOSED')
              proposals.push({ who, digest: digestOfProposal(text), terms: proposed });
          } else if (what === 'REFUSE') await take(who, { do: 'REFUSE', id, reason: 'R' });
          else {
            const chosen = approves === 'FIRST' ? proposals[0] : proposals.at(-1);
            const proposal = approves === 'OTHER' ? 'x' : (chosen?.digest ?? 'x');
            const answer = await take(who, { do: 'APPROVE', id, proposal });
            if (statusIn(answer) === 'APPROVED') {
              releasedBy = { proposer: proposals.at(-1)?.who ?? 'clerk', approver: who };
              expect(proposal).toBe(proposals.at(-1)?.digest);
              expect(time.now).toBeLessThan(start + 72 * hour);
            }
          }
          if (what !== 'APPROVE') expect(published).toHaveLength(before);
        }
        expect(published).toHaveLength(releasedBy === undefined ? 0 : 1);
        if (releasedBy === undefined) return;
        counts.released += 1;
        const { proposer, approver } = releasedBy;
        expect(new Set([proposer, approver])).toEqual(new Set(['first', 'second']));
        const last = proposals.at(-1)?.terms;
        expect(published[0]?.proposed?.terms).toEqual(last);
        expect({ passport: last?.fields.includes('passport'), until: last?.until }).toEqual({
          passport: false,
          until: '2026-03-20',
        });
        const told = log
          .filter(({ data }) => data.outcome.result === 'ANSWERED')
          .map(({ data }) => data.releases?.[0]);
        expect(told).toContainEqual({ id, step: 'APPROVED' });
      },
    );
    await fc.assert(property, { numRuns: 200, seed: 7 });
    expect(counts.released).toBeGreaterThan(10);
  }, 120_000);

  it('takes HOURS_8 only where it is urgent, and says EXPIRED in store and log once nobody decided in time', async () => {
    const { take, time, log, desk } = await deskUnderTest();
    expect(await take('asker', requestStep('HOURS_8'), particulars)).toBe('ARGUMENT_INVALID');
    const id = idIn(await take('asker', requestStep('HOURS_8'), particulars, { urgency: 'URGENT' }));
    time.now += 8 * hour - 1;
    const propose: StepText = { do: 'PROPOSE', id, terms };
    expect(statusIn(await take('first', propose))).toBe('PROPOSED');
    time.now += 1;
    await desk.tidy();
    expect(log.at(-1)?.data).toMatchObject({ releases: [{ id, step: 'EXPIRED' }], states: [{ code: 'HN' }] });
    const approve: StepText = { do: 'APPROVE', id, proposal: digestOfProposal(propose) };
    expect(await take('second', approve)).toBe('RELEASE_EXPIRED');
    expect(statusIn(await take('asker', { do: 'READ', id }))).toBe('EXPIRED');
    await desk.tidy();
    const expiries = log.filter(({ data }) => data.releases?.some(({ step }) => step === 'EXPIRED') === true);
    expect(expiries).toHaveLength(1);
  });

  it('refuses what no agreement opens, by what is asked alone', async () => {
    const { take } = await deskUnderTest();
    const byName = { ...particulars, match: [{ field: 'personName', value: 'X' }] };
    const byId = { ...particulars, match: [], recordId: 'HN:Person:1' };
    const foreign = { ...byId, recordId: 'SV:Person:1' };
    expect([
      await take('asker', requestStep('DAYS_3', byName), byName),
      await take('asker', requestStep('DAYS_3'), particulars, { purpose: 'FIREARM_TRACING' }),
      await take('asker', requestStep('DAYS_3'), particulars, { purpose: 'RELEASE' }),
      await take('asker', requestStep('DAYS_3'), particulars, { case: undefined }),
      await take('asker', requestStep('DAYS_3', foreign), foreign),
      await take('asker', requestStep('DAYS_3'), byName),
      statusIn(await take('asker', requestStep('DAYS_3', byId), byId)),
    ]).toEqual([
      'RELEASE_NOT_OPEN',
      'RELEASE_NOT_OPEN',
      'PURPOSE_UNKNOWN',
      'CASE_MISSING',
      'ARGUMENT_INVALID',
      'ASSERTION_BODY_MISMATCH',
      'REQUESTED',
    ]);
  });

  it('can be asked for by what a hit on a record that refers to a person is told by', async () => {
    const { take } = await deskUnderTest();
    const ask = async (field: string) => {
      const by = { ...particulars, match: [{ field, value: '0801' }] };
      return statusIn(
        await take(
          'asker',
          { ...requestStep('DAYS_3', by), record: 'GangAssociation', fields: ['role'] },
          by,
        ),
      );
    };
    expect([
      await ask('person.nationalIdentification'),
      await ask('person.passport'),
      await ask('person.photo'),
      await ask('nationalIdentification'),
    ]).toEqual(['REQUESTED', 'RELEASE_NOT_OPEN', 'ARGUMENT_INVALID', 'ARGUMENT_INVALID']);
  });

  it('takes thirty requests of an agency an hour', async () => {
    const { take, time } = await deskUnderTest();
    const ask = async () => statusIn(await take('asker', requestStep(), particulars));
    const first = [];
    for (let index = 0; index < 31; index += 1) first.push(await ask());
    expect([new Set(first.slice(0, 30)), first[30]]).toEqual([new Set(['REQUESTED']), 'RATE_LIMITED']);
    time.now += hour;
    expect(await ask()).toBe('REQUESTED');
  });

  it('pages through what each may see, the newest first', async () => {
    const { take } = await deskUnderTest();
    const ids: string[] = [];
    for (let index = 0; index < 5; index += 1)
      ids.unshift(idIn(await take('asker', requestStep(), particulars)));
    await take('first', { do: 'REFUSE', id: ids[2] ?? '', reason: 'R' });
    const all = async (who: Who, status?: 'REQUESTED') => {
      const pages: unknown[][] = [];
      let after: string | null = null;
      do {
        const step: StepText = {
          do: 'LIST',
          first: 2,
          ...(after !== null && { after }),
          ...(status && { status }),
        };
        const answer: DeskAnswer | string = await take(who, step);
        if (typeof answer === 'string' || !('releases' in answer)) throw new Error(JSON.stringify(answer));
        pages.push(answer.releases.map((release) => release['id']));
        after = answer.next;
      } while (after !== null);
      return pages.flat();
    };
    expect(await all('asker')).toEqual(ids);
    expect(await all('first')).toEqual(ids);
    expect(await all('second', 'REQUESTED')).toEqual(ids.filter((_, index) => index !== 2));
    expect(await all('foreign')).toEqual([]);
    expect(await take('foreign', { do: 'READ', id: ids[0] ?? '' })).toBe('RELEASE_UNKNOWN');
  });

  it('counts no step that is not in the log', async () => {
    let fails = false;
    const { take, store, published } = await deskUnderTest({ logFails: () => fails });
    const id = idIn(await take('asker', requestStep(), particulars));
    const propose: StepText = { do: 'PROPOSE', id, terms };
    await take('first', propose);
    fails = true;
    const approve: StepText = { do: 'APPROVE', id, proposal: digestOfProposal(propose) };
    expect(await take('second', approve)).toBe('AUDIT_UNAVAILABLE');
    expect(await take('asker', requestStep(), particulars)).toBe('AUDIT_UNAVAILABLE');
    expect([published, (await store.get(id))?.steps.length]).toEqual([[], 2]);
    expect(await store.undecided()).toHaveLength(1);
  });

  it('puts in force after a restart what was approved, where the node died before', async () => {
    let dies = true;
    const { take, desk, published, store } = await deskUnderTest({ publishFails: () => dies });
    const id = idIn(await take('asker', requestStep(), particulars));
    const propose: StepText = { do: 'PROPOSE', id, terms };
    await take('first', propose);
    const approve: StepText = { do: 'APPROVE', id, proposal: digestOfProposal(propose) };
    await expect(take('second', approve)).rejects.toThrow('died');
    expect((await store.unpublished()).map((one) => one.id)).toEqual([id]);
    dies = false;
    await desk.tidy();
    expect(published.map((release) => release.id)).toEqual([id]);
    published.length = 0;
    await desk.tidy();
    expect(published).toEqual([]);
    expect((await store.get(id))?.steps.map(({ kind }) => kind)).toEqual([
      'REQUESTED',
      'PROPOSED',
      'APPROVED',
      'IN_FORCE',
    ]);
  });
});
