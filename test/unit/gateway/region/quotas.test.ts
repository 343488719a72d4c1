import { describe, expect, it } from '@jest/globals';
import { createMemoryCounts } from '../../../../common/quota/memory-counts.js';
import { createQuotas, createQuotaStandings } from '../../../../gateway/access/quotas.js';
import { quotasOf } from '../../../../gateway/region/quotas.js';
import type { KnownState } from '../../../../gateway/states/directory.js';
import type { Agreement } from '../../../../policy/agreement.js';
import { compilePolicy } from '../../../../policy/compile.js';

const now = Date.parse('2026-06-01T12:00:30Z');
const quota = { requestsPerMinute: 6, recordsPerDay: 100 };

const agreement = (id: string, more: Partial<Agreement> = {}): Agreement => ({
  id,
  grantor: 'GT',
  grantee: { agency: 'US-ATF' },
  purposes: ['FIREARM_TRACING'],
  legalBasis: ['L'],
  valid: { from: '2026-01-01', until: '2026-12-31' },
  grants: [{ record: 'Firearm', fields: ['make'] }],
  onwardTransfer: 'PROHIBITED',
  quota,
  ...more,
});

const agreements = [
  agreement('A'),
  agreement('FOR-ANOTHER-AGENCY', { grantee: { agency: 'US-DEA' } }),
  agreement('FOR-ANOTHER-ROLE', { grantee: { agency: 'US-ATF', roles: ['analyst'] } }),
  agreement('OVER', { valid: { from: '2025-01-01', until: '2025-12-31' } }),
  agreement('OF-A-CASE', { case: 'C-1' }),
  agreement('WITHOUT', { quota: undefined }),
];

const publicKey = { kty: 'OKP', crv: 'Ed25519', kid: 'k', x: 'x' } as const;
const state = {
  code: 'GT',
  name: { en: 'Guatemala', es: 'Guatemala' },
  timeZone: 'America/Guatemala',
  node: 'http://gt',
  publicKey,
};
const known: KnownState = {
  state,
  up: true,
  offering: {
    digest: 'd',
    agreementsDigest: 'd',
    schemaVersion: '1',
    offered: new Set(),
    policy: compilePolicy(agreements),
  },
};

const requester = (officer: string) => ({
  agency: 'US-ATF',
  country: 'US',
  officer,
  client: 'c',
  roles: ['tracer'],
});

describe('what is left of quotas', () => {
  it('is told of the agreements that the requester has, each limit with what is taken of it and when it begins anew', async () => {
    const counts = createMemoryCounts();
    const clock = (): number => now;
    const standings = createQuotaStandings(counts, clock);
    const one = createQuotas(counts, clock)();
    const question = {
      state: 'GT',
      timeZone: state.timeZone,
      officer: 'o1',
      quotas: [{ agreement: 'A', quota }],
    };
    await one.admit([question]);
    await one.settle(question, { counted: { A: 7 }, records: {} });
    const told = { state: 'GT', agreement: 'A', purposes: ['FIREARM_TRACING'] };
    const minute = { kind: 'REQUESTS_PER_MINUTE', limit: 6, refillsAt: '2026-06-01T12:01:00.000Z' };
    const day = { kind: 'RECORDS_PER_DAY', limit: 100, refillsAt: '2026-06-02T06:00:00.000Z' };
    expect(await quotasOf([known], requester('o1'), standings, now)).toEqual([
      { ...told, ...minute, used: 1, left: 2 },
      { ...told, ...day, used: 7, left: 43 },
    ]);
    // an officer who has not asked yet would be the second of two
    expect(await quotasOf([known], requester('o2'), standings, now)).toEqual([
      { ...told, ...minute, used: 1, left: 2 },
      { ...told, ...day, used: 7, left: 33 },
    ]);
    expect(await quotasOf([known], requester('o1'), standings, now)).toMatchObject([
      { left: 2 },
      { left: 43 },
    ]);
  });

  it('is nothing where no agreement of the agency has any, or the State was never reached', async () => {
    const standings = createQuotaStandings(createMemoryCounts(), () => now);
    const none = { ...requester('o1'), agency: 'SV-PNC' };
    expect(await quotasOf([known], none, standings, now)).toEqual([]);
    expect(await quotasOf([{ state, up: false }], requester('o1'), standings, now)).toEqual([]);
  });
});
