import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Counts } from '../../../../common/quota/counts.js';
import { createMemoryCounts } from '../../../../common/quota/memory-counts.js';
import type { Agreement, Grant, Quota } from '../../../../policy/agreement.js';
import { type Answer, type LimitedNode, openLimitedNode } from './limited-node.js';

function agreement(id: string, quota: Quota | undefined, ...grants: Grant[]): Agreement {
  return {
    id,
    grantor: 'GT',
    grantee: { agency: 'US-ATF' },
    purposes: ['FIREARM_TRACING'],
    legalBasis: ['L'],
    valid: { from: '2026-01-01', until: '2026-12-31' },
    grants: grants.length > 0 ? grants : [all],
    onwardTransfer: 'PROHIBITED',
    quota,
  };
}

const fields = ['make', 'serialNumber', 'recordedAt'];
const all: Grant = { record: 'Firearm', fields };
const onlyH0: Grant = { record: 'Firearm', fields, where: { handlingCode: { eq: 'H0' } } };
const trace: Grant = { record: 'FirearmTrace', fields: ['hit', 'records', 'chainOfCustody'] };

const state = { __typename: 'MemberState', code: 'GT' };
const firearm = (key: number) => ({ __typename: 'Firearm', id: `GT:Firearm:${String(key)}` });
const page = (first: number, selection = 'node { make }') =>
  `... on MemberState { firearms(first: ${String(first)}) { edges { ${selection} } } }`;

let node: LimitedNode | undefined;
afterEach(async () => node?.close());

async function open(agreements: readonly Agreement[], counts?: Counts): Promise<LimitedNode> {
  node = await openLimitedNode(agreements, counts);
  return node;
}

function givenBy({ data }: Answer): number {
  const [entity] = data?._entities ?? [];
  const { firearms } = (entity ?? {}) as { firearms?: { edges: readonly unknown[] } | null };
  return firearms?.edges.length ?? 0;
}

const midnight = '2026-06-02T06:00:00.000Z';
const used = (coordinate: string, retryAt: string, id = 'A') => ({
  coordinate,
  reason: 'QUOTA_EXHAUSTED',
  agreement: id,
  retryAt,
});

describe("a State's quota of records", () => {
  it('gives what it reaches for, and withholds whole what goes over it, saying when to try again', async () => {
    const { ask, entries } = await open([agreement('A', { recordsPerDay: 10 })]);
    const first = await ask(page(4), state);
    const second = await ask(page(4), state);
    const smaller = await ask(page(1), state);
    expect([givenBy(first), givenBy(second), givenBy(smaller)]).toEqual([4, 0, 1]);
    expect([first.counted, second.counted, smaller.counted]).toEqual([{ A: 4 }, {}, { A: 1 }]);
    expect(second.withheld).toEqual([used('Firearm.make', midnight)]);
    expect(entries[1]!.data.states[0]).toMatchObject({ status: 'WITHHELD', records: {}, shown: [] });
    expect(entries.map(({ data }) => data.states[0]!.counted)).toEqual([{ A: 4 }, undefined, { A: 1 }]);
  });

  it('leaves others of the agency their share, and begins anew at midnight where the State is', async () => {
    const limited = await open([agreement('A', { recordsPerDay: 9 })]);
    const { ask } = limited;
    const given = async (first: number, officer: string) =>
      givenBy(await ask(page(first), state, { officer }));
    expect([await given(4, 'o1'), await given(1, 'o1'), await given(3, 'o2'), await given(2, 'o3')]).toEqual([
      4, 0, 3, 2,
    ]);
    limited.now = Date.parse(midnight) - 1;
    expect(await given(1, 'o2')).toBe(0);
    limited.now = Date.parse(midnight);
    // each of the three who were there yesterday has a share
    expect([await given(3, 'o1'), await given(2, 'o1'), await given(2, 'o2'), await given(2, 'o3')]).toEqual([
      0, 2, 2, 2,
    ]);
  });

  it('counts each record of a request once, under whatever aliases, lists, references and steps', async () => {
    const { ask } = await open([agreement('A', { recordsPerDay: 20 }, all, trace)]);
    const aliases = await ask(
      '... on MemberState { a: firearms(first: 3) { edges { node { make } } } b: firearms(first: 4) { edges { node { id } } } }',
      state,
      { rid: 'R' },
    );
    const again = await ask('... on Firearm { make serialNumber }', firearm(1), { rid: 'R' });
    const other = await ask('... on Firearm { make serialNumber }', firearm(9), { rid: 'R' });
    const another = await ask('... on Firearm { make serialNumber }', firearm(1), { rid: 'S' });
    expect([aliases, again, other, another].map(({ counted }) => counted)).toEqual([
      { A: 4 },
      { A: 0 },
      { A: 1 },
      { A: 1 },
    ]);
  });

  it('cannot be passed by through a look-up that tells of a record without naming it', async () => {
    const { ask } = await open([agreement('A', { recordsPerDay: 20 }, all, trace)]);
    const key = { __typename: 'FirearmTrace', state: 'GT', make: 'Glock', serialNumber: 'S1' };
    const hit = await ask('... on FirearmTrace { hit }', key);
    const told = await ask('... on FirearmTrace { hit chainOfCustody { kind } }', key);
    expect([hit.counted, told.counted]).toEqual([{ A: 0 }, { A: 1 }]);
  });

  it('takes nothing from what another agreement gives, and says that there may be more', async () => {
    const limits = [agreement('A', { recordsPerDay: 10 }), agreement('B', undefined, onlyH0)];
    const { ask } = await open(limits);
    const both = await ask(page(5), state);
    const rest = await ask(page(10), state);
    expect([givenBy(both), givenBy(rest)]).toEqual([5, 5]);
    expect(rest.withheld).toEqual([used('Firearm.id', midnight)]);
    expect([both.counted, rest.counted]).toEqual([{ A: 5 }, {}]);
  });

  it('reads nothing under an agreement that is used up', async () => {
    const { ask, statements } = await open([agreement('A', { recordsPerDay: 4 })]);
    await ask(page(2), state);
    await ask(page(1), state);
    const over = await ask(page(1), state);
    expect([over.withheld, statements]).toEqual([[used('Firearm.make', midnight)], []]);
  });

  it('is never gone over, whoever asks for how much', async () => {
    const asking = fc.record({
      officer: fc.constantFrom('o1', 'o2', 'o3', 'o4'),
      first: fc.integer({ min: 1, max: 9 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 30 }),
        fc.array(asking, { maxLength: 15 }),
        async (limit, asked) => {
          const { ask, entries } = await open([agreement('A', { recordsPerDay: limit })]);
          let given = 0;
          for (const { officer, first } of asked)
            given += givenBy(await ask(page(first), state, { officer }));
          const logged = entries.flatMap(({ data }) => Object.values(data.states[0]!.counted ?? {}));
          expect(given).toBeLessThanOrEqual(limit);
          expect(logged.reduce((sum, one) => sum + one, 0)).toBe(given);
          await node?.close();
          node = undefined;
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe("a State's quota of requests", () => {
  it('lets through so many a minute, and says when the next begins', async () => {
    const limited = await open([agreement('A', { requestsPerMinute: 4 })]);
    const { ask } = limited;
    limited.now = Date.parse('2026-06-01T12:00:40Z');
    const answers = [await ask(page(1), state), await ask(page(1), state), await ask(page(1), state)];
    expect(answers.map(givenBy)).toEqual([1, 1, 0]);
    expect(answers[2]!.withheld).toEqual([used('Firearm.make', '2026-06-01T12:01:00.000Z')]);
    limited.now = Date.parse('2026-06-01T12:01:00Z');
    expect(givenBy(await ask(page(1), state))).toBe(1);
  });

  it('counts the steps of a request once, but not for ever', async () => {
    const { ask } = await open([agreement('A', { requestsPerMinute: 4 })]);
    const given: number[] = [];
    for (let step = 1; step <= 100; step += 1) given.push(givenBy(await ask(page(1), state, { rid: 'R' })));
    expect(given.indexOf(0)).toBe(63);
  });

  it('counts what gives no record as well', async () => {
    const { ask } = await open([agreement('A', { requestsPerMinute: 2 })]);
    const count = '... on MemberState { firearms { totalCount } }';
    const first = await ask(count, state);
    const second = await ask(count, state);
    expect([first.data, second.data, second.withheld]).toEqual([
      { _entities: [{ firearms: { totalCount: 10 } }] },
      null,
      [used('Firearm.id', '2026-06-01T12:01:00.000Z')],
    ]);
  });
});

describe('a node that cannot reach its counts', () => {
  it('discloses nothing under a quota, and all else', async () => {
    const away: Counts = {
      take: () => Promise.reject(new Error('away')),
      look: () => Promise.reject(new Error('away')),
      add: () => Promise.reject(new Error('away')),
    };
    const limited = await open([agreement('A', { recordsPerDay: 10 })], away);
    expect(await limited.ask(page(1), state)).toEqual({ status: 503, code: 'LIMITS_UNAVAILABLE' });
    expect(limited.entries.map(({ data }) => data.outcome)).toEqual([
      { result: 'REFUSED', code: 'LIMITS_UNAVAILABLE' },
    ]);
    await limited.close();
    const free = await open([agreement('A', undefined)], createMemoryCounts());
    expect(givenBy(await free.ask(page(1), state))).toBe(1);
  });
});
