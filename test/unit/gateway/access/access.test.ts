import { buildSubgraphSchema } from '@apollo/subgraph';
import { describe, expect, it } from '@jest/globals';
import { type Asked, createAccess, fetchScope, type Question } from '../../../../gateway/access/access.js';
import type { StateFetch } from '../../../../gateway/access/state-fetch.js';
import { readMemberFetch } from '../../../../gateway/plan/member-fetch.js';
import type { Offering } from '../../../../gateway/states/directory.js';
import type { Agreement, FieldGrant } from '../../../../policy/agreement.js';
import { compilePolicy } from '../../../../policy/compile.js';
import { memberDocument } from '../../../../schema/sources.js';
import { vocabularyOf } from '../../../../schema/vocabulary.js';

const document = memberDocument();
const schema = buildSubgraphSchema({ typeDefs: document });
const vocabulary = vocabularyOf(document);

const selections = [
  '... on MemberState { firearms(first: 1, filter: $f) { edges { node { make model } } } }',
  '... on Firearm { make model status }',
  '... on FirearmSeizure { caseNumber }',
  '... on FirearmTrace { hit records { make model } }',
];
const operation = readMemberFetch(
  `query($representations: [_Any!]!, $f: FirearmFilter) { _entities(representations: $representations) { ${selections.join(' ')} } }`,
);

/** Each opens something else, to somebody else or under other circumstances. */
const agreements: readonly Agreement[] = [
  agreement('for all', { record: 'Firearm', fields: ['make', 'status'] }),
  agreement('of two agencies', { record: 'Firearm', fields: ['model'] }, { grantee: { agency: 'US-DEA' } }),
  agreement('of a role', seizure('seizedAt'), { grantee: { agency: 'US-ATF', roles: ['tracer'] } }),
  agreement('of two roles', seizure('caseNumber'), { grantee: { agency: 'US-ATF', roles: ['a', 'b'] } }),
  agreement('of a purpose', { record: 'Firearm', fields: ['model'] }, { purposes: ['ARMS_TRAFFICKING'] }),
  agreement('of a case', { record: 'Firearm', fields: ['model'] }, { case: 'C-1' }),
  agreement('until June', seizure('caseNumber'), { valid: { from: '2026-01-01', until: '2026-06-01' } }),
  agreement('limited', trace(), { quota: { requestsPerMinute: 1 } }),
  agreement('to trace', { record: 'Firearm', fields: ['serialNumber', 'calibre'] }),
];

function agreement(id: string, grant: FieldGrant, change: Partial<Agreement> = {}): Agreement {
  return {
    id,
    grantor: 'GT',
    grantee: { agency: 'US-ATF' },
    purposes: ['FIREARM_TRACING'],
    legalBasis: [id],
    valid: { from: '2026-01-01', until: '2026-12-31' },
    grants: [grant],
    onwardTransfer: 'PROHIBITED',
    ...change,
  };
}

function seizure(field: string): FieldGrant {
  return { record: 'FirearmSeizure', fields: [field] };
}

function trace(): FieldGrant {
  return { record: 'FirearmTrace', fields: ['hit', 'records'] };
}

/** Two that look alike from outside are still two. */
function offering(of: readonly Agreement[], offered: readonly string[]): Offering {
  return {
    digest: 'd',
    agreementsDigest: 'a',
    schemaVersion: '1',
    offered: new Set(offered),
    policy: compilePolicy(of),
  };
}

const everything = [...vocabulary.records].flatMap(([type, fields]) =>
  [...fields.keys()].map((field) => `${type}.${field}`),
);
const offerings = [
  offering(agreements, everything),
  offering(agreements, ['Firearm.make']),
  offering(agreements.slice(0, 1), everything),
];

const firearm = { __typename: 'Firearm', id: 'GT:Firearm:1' };
const seized = { __typename: 'FirearmSeizure', id: 'GT:FirearmSeizure:1' };
const traced = { __typename: 'FirearmTrace', state: 'GT', serialNumber: '1', make: 'x', calibre: null };

/** What a decision may depend on, and values between which decisions differ. The first of each is the usual. */
const parts = {
  agency: ['US-ATF', 'US-DEA', 'US-ATF","tracer'],
  roles: [['tracer'], [], ['a'], ['b'], ['a', 'b'], ['a","b']],
  purpose: ['FIREARM_TRACING', 'ARMS_TRAFFICKING'],
  case: ['C-2', 'C-1', undefined],
  filter: [undefined, { make: { eq: 'x' } }, { model: { eq: 'x' } }],
  /** Position in `offerings`. */
  offering: [0, 1, 2],
  representations: [
    [seized, firearm],
    [firearm],
    [seized],
    [{ __typename: 'MemberState', code: 'GT' }],
    [traced],
    [{ ...traced, calibre: '9x19mm' }],
    [firearm, { ...firearm, __typename: 'Firearm","FirearmSeizure' }],
  ],
  exhausted: [undefined, ['limited'], ['for all'], ['for all', 'limited']],
  // the first of June ends in Guatemala six hours after it has in UTC
  now: ['2026-06-02T05:00:00Z', '2026-06-01T12:00:00Z', '2026-06-02T07:00:00Z'],
  timeZone: ['America/Guatemala', 'UTC'],
} as const;

type Parts = { readonly [Part in keyof typeof parts]: (typeof parts)[Part][number] };

const usual = Object.fromEntries(Object.entries(parts).map(([part, values]) => [part, values[0]])) as Parts;

/** The usual, and whatever differs from it in one or two parts. */
const all: readonly Parts[] = Object.entries(parts).flatMap(([part, values]) =>
  values.flatMap((value) =>
    Object.entries(parts).flatMap(([other, others]) =>
      others.map((one): Parts => ({ ...usual, [other]: one, [part]: value })),
    ),
  ),
);

function question({ agency, roles, purpose, case: declared, filter }: Parts): Question {
  return {
    scope: fetchScope(operation, filter === undefined ? {} : { f: filter }),
    requester: { agency, country: 'US', officer: 'o', client: 'c', roles },
    declaration: { purpose, urgency: 'ROUTINE', ...(declared !== undefined && { case: declared }) },
  };
}

function asked({ representations, timeZone, offering: published, exhausted, now }: Parts): Asked {
  return {
    representations,
    timeZone,
    offering: offerings[published]!,
    exhausted: exhausted && new Map(exhausted.map((id) => [id, '2026-06-03T00:00:00.000Z'])),
    now: Date.parse(now),
  };
}

/** All of a decision that can be compared. */
function told({ readDisclosure, writeBody, ...rest }: StateFetch): unknown {
  return { ...rest, body: writeBody({}, []) };
}

/** Whether some decisions differ where nothing but this differs. */
function makesADifference(part: keyof Parts, decisions: readonly unknown[]): boolean {
  const byTheRest = new Map<string, Set<string>>();
  all.forEach((one, index) => {
    const rest = JSON.stringify({ ...one, [part]: null });
    byTheRest.set(rest, (byTheRest.get(rest) ?? new Set()).add(JSON.stringify(decisions[index])));
  });
  return [...byTheRest.values()].some(({ size }) => size > 1);
}

describe('what was decided before', () => {
  it('is taken for no other agency, role, purpose, case, day, filter, State or quota', () => {
    const remembering = createAccess(schema, vocabulary);
    const alone = all.map((one) => told(createAccess(schema, vocabulary)(question(one))(asked(one))));
    const inTurn = (order: readonly Parts[]) =>
      order.map((one) => told(remembering(question(one))(asked(one))));
    expect(inTurn(all)).toEqual(alone);
    expect(inTurn([...all].reverse())).toEqual([...alone].reverse());
    expect(Object.keys(parts).filter((part) => !makesADifference(part as keyof Parts, alone))).toEqual([]);
  });

  it('is taken for whoever asks the same, whatever the case that no agreement is for', () => {
    const access = createAccess(schema, vocabulary);
    const first = access(question(usual))(asked(usual));
    const { requester, declaration, scope } = question(usual);
    const another: Question = {
      scope,
      requester: { ...requester, officer: 'another' },
      declaration: { ...declaration, case: 'C-3', urgency: 'URGENT', justification: 'j' },
    };
    expect(access(another)(asked(usual))).toBe(first);
  });

  it('is of one question to several States where they were asked by one', () => {
    const access = createAccess(schema, vocabulary);
    const decide = access(question(usual));
    const differently = all
      .filter((one) => JSON.stringify(question(one)) === JSON.stringify(question(usual)))
      .flatMap((one) => offerings.map((published): Asked => ({ ...asked(one), offering: published })));
    expect(differently.length).toBeGreaterThan(100);
    expect(differently.map((one) => told(decide(one)))).toEqual(
      differently.map((one) => told(createAccess(schema, vocabulary)(question(usual))(one))),
    );
  });
});
