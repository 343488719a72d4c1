import { buildSubgraphSchema } from '@apollo/subgraph';
import { describe, expect, it } from '@jest/globals';
import type { Counts } from '../../../../common/quota/counts.js';
import { insuredCounts } from '../../../../common/quota/insured-counts.js';
import { createMemoryCounts } from '../../../../common/quota/memory-counts.js';
import { createAccess, fetchScope } from '../../../../gateway/access/access.js';
import { createQuotas, type RequestQuotas } from '../../../../gateway/access/quotas.js';
import { askStates } from '../../../../gateway/execute/ask-states.js';
import { readMemberFetch } from '../../../../gateway/plan/member-fetch.js';
import type { KnownState } from '../../../../gateway/states/directory.js';
import { compilePolicy } from '../../../../policy/compile.js';
import type { Quota } from '../../../../policy/agreement.js';
import { memberDocument } from '../../../../schema/sources.js';
import { vocabularyOf } from '../../../../schema/vocabulary.js';

const document = memberDocument();
const access = createAccess(buildSubgraphSchema({ typeDefs: document }), vocabularyOf(document));
const now = Date.parse('2026-06-01T12:00:40Z');
const clock = (): number => now;

/** A State whose one agreement, named like it, has this quota. */
function known(code: string, quota: Quota | undefined): KnownState {
  const policy = compilePolicy([
    {
      id: code,
      grantor: code,
      grantee: { agency: 'US-ATF' },
      purposes: ['FIREARM_TRACING'],
      legalBasis: ['Law 1'],
      valid: { from: '2026-01-01', until: '2026-12-31' },
      grants: [{ record: 'Firearm', fields: ['make', 'model'] }],
      onwardTransfer: 'PROHIBITED',
      quota,
    },
  ]);
  const offered = new Set(['Firearm.make', 'Firearm.model']);
  return {
    state: { code, timeZone: 'America/Guatemala' } as KnownState['state'],
    up: true,
    offering: {
      digest: `${code} ${JSON.stringify(quota)}`,
      agreementsDigest: 'a',
      schemaVersion: '1',
      offered,
      policy,
    },
  };
}

interface Case {
  readonly quotas: RequestQuotas;
  readonly states: Readonly<Record<string, Quota | undefined>>;
  /** How many records each State gives, and what it says that it counted. */
  readonly records?: number;
  readonly counted?: number;
  readonly officer?: string;
}

/** Asks each State for its firearms, as one step of a request. @returns of each State what came of it */
async function ask({ quotas, states, records = 1, counted, officer = 'o1' }: Case) {
  const asked: string[] = [];
  const text =
    'query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Firearm { make } } }';
  const codes = Object.keys(states);
  const keys = Array.from({ length: records }, (_, index) => String(index));
  const results = await askStates(
    {
      access,
      quotas,
      directory: { get: (code) => known(code, states[code]) },
      client: {
        post: (code) => {
          asked.push(code);
          const entities = keys.map((key) => ({
            make: 'x',
            _istmo_id: `${code}:Firearm:${key}`,
          }));
          const istmo = counted === undefined ? {} : { counted: { [code]: counted } };
          return Promise.resolve(JSON.stringify({ data: { _entities: entities }, extensions: { istmo } }));
        },
        close: () => Promise.resolve(),
      },
      assert: () => new Map(codes.map((code) => [code, { jti: 'j', token: 't' }])),
      clock,
      stateTimeoutMs: 1_000,
    },
    {
      scope: fetchScope(readMemberFetch(text), {}),
      requestId: 'r',
      requester: { agency: 'US-ATF', country: 'US', officer, client: 'c', roles: [] },
      declaration: { purpose: 'FIREARM_TRACING', case: 'C', urgency: 'ROUTINE' },
      remainingMs: 1_000,
    },
    codes.map((state) => ({
      state,
      representations: keys.map((key) => ({ __typename: 'Firearm', id: `${state}:Firearm:${key}` })),
    })),
  );
  const answers = results.map(({ entities, answer: { state, status, withheld } }) => ({
    state,
    status,
    given: entities.filter((entity) => entity !== null).length,
    ...(withheld.length > 0 && { withheld }),
  }));
  return { asked, answers };
}

/** Counts in this process, and how often they were asked. */
function counting(): { readonly counts: Counts; readonly taken: () => number } {
  const counts = createMemoryCounts();
  let taken = 0;
  return {
    counts: {
      take: (claims) => {
        taken += 1;
        return counts.take(claims);
      },
      look: (claims) => counts.look(claims),
      add: (claims) => counts.add(claims),
    },
    taken: () => taken,
  };
}

const used = (state: string, retryAt: string) => ({
  state,
  status: 'WITHHELD',
  given: 0,
  withheld: [{ coordinate: 'Firearm.make', reason: 'QUOTA_EXHAUSTED', agreement: state, retryAt }],
});
const given = (state: string, records = 1) => ({ state, status: 'ANSWERED', given: records });
const nextMinute = '2026-06-01T12:01:00.000Z';
const midnight = '2026-06-02T06:00:00.000Z';

describe("a gateway's quotas", () => {
  it('spare a State what its quota does not leave, and leave the others as they are', async () => {
    const request = createQuotas(createMemoryCounts(), clock);
    const states = { GT: { requestsPerMinute: 2 }, SV: { requestsPerMinute: 4 }, HN: undefined };
    const first = await ask({ quotas: request(), states });
    const second = await ask({ quotas: request(), states });
    expect([first.asked, first.answers]).toEqual([
      ['GT', 'SV', 'HN'],
      [given('GT'), given('SV'), given('HN')],
    ]);
    expect([second.asked, second.answers]).toEqual([
      ['SV', 'HN'],
      [used('GT', nextMinute), given('SV'), given('HN')],
    ]);
  });

  it('are one for all gateways that count together', async () => {
    const counts = createMemoryCounts();
    const gateways = [createQuotas(counts, clock), createQuotas(counts, clock)];
    const statuses: string[] = [];
    for (let index = 0; index < 6; index += 1) {
      const { answers } = await ask({
        quotas: gateways[index % 2]!(),
        states: { GT: { requestsPerMinute: 8 } },
      });
      statuses.push(answers[0]!.status);
    }
    expect(statuses).toEqual([...Array<string>(4).fill('ANSWERED'), 'WITHHELD', 'WITHHELD']);
  });

  it('take one look for all States that are asked, and none for a later step or without a quota', async () => {
    const { counts, taken } = counting();
    const request = createQuotas(counts, clock);
    const quotas = request();
    const states = {
      GT: { requestsPerMinute: 2, recordsPerDay: 9 },
      SV: { recordsPerDay: 9 },
      HN: undefined,
    };
    await ask({ quotas, states });
    const step = await ask({ quotas, states });
    await ask({ quotas: request(), states: { HN: undefined } });
    expect([taken(), step.answers]).toEqual([1, [given('GT'), given('SV'), given('HN')]]);
  });

  it('count the records that a State says it counted, and ask no more once they are used up', async () => {
    const request = createQuotas(createMemoryCounts(), clock);
    const states = { GT: { recordsPerDay: 10 } };
    const first = await ask({ quotas: request(), states, records: 3, counted: 5 });
    const second = await ask({ quotas: request(), states });
    const other = await ask({ quotas: request(), states, officer: 'o2' });
    expect([first.answers, second, other.answers]).toEqual([
      [given('GT', 3)],
      { asked: [], answers: [used('GT', midnight)] },
      [given('GT')],
    ]);
  });

  it('pass on nothing of an answer that goes over them, of a State that does not count itself', async () => {
    const request = createQuotas(createMemoryCounts(), clock);
    const states = { GT: { recordsPerDay: 10 } };
    const quotas = request();
    const over = await ask({ quotas: request(), states, records: 6 });
    const within = await ask({ quotas, states, records: 5 });
    const again = await ask({ quotas, states, records: 5 });
    expect([over, within.answers, again.answers]).toEqual([
      { asked: ['GT'], answers: [used('GT', midnight)] },
      [given('GT', 5)],
      [given('GT', 5)],
    ]);
  });

  it('hold while what gateways share is away, each gateway counting for itself', async () => {
    const away: Counts = {
      take: () => Promise.reject(new Error('away')),
      look: () => Promise.reject(new Error('away')),
      add: () => Promise.reject(new Error('away')),
    };
    const request = createQuotas(insuredCounts(away, createMemoryCounts()), clock);
    const states = { GT: { requestsPerMinute: 4, recordsPerDay: 100 } };
    const asked = async () => (await ask({ quotas: request(), states })).answers[0]!.status;
    expect([await asked(), await asked(), await asked()]).toEqual(['ANSWERED', 'ANSWERED', 'WITHHELD']);
  });
});
