import { buildSubgraphSchema } from '@apollo/subgraph';
import { describe, expect, it } from '@jest/globals';
import type { Agreement, FieldGrant } from '../../../policy/agreement.js';
import { compilePolicy } from '../../../policy/compile.js';
import { createAccess, fetchScope } from '../../../gateway/access/access.js';
import type { StateFetch } from '../../../gateway/access/state-fetch.js';
import { type MemberFetch, readMemberFetch } from '../../../gateway/plan/member-fetch.js';
import { memberDocument } from '../../../schema/sources.js';
import { vocabularyOf } from '../../../schema/vocabulary.js';

const document = memberDocument();
const vocabulary = vocabularyOf(document);
const access = createAccess(buildSubgraphSchema({ typeDefs: document }), vocabulary);
const everything = [...vocabulary.records].flatMap(([type, fields]) =>
  [...fields.keys()].map((field) => `${type}.${field}`),
);

function agreement(grants: readonly FieldGrant[]): Agreement {
  return {
    id: 'A1',
    grantor: 'GT',
    grantee: { agency: 'US-ATF' },
    purposes: ['FIREARM_TRACING'],
    legalBasis: ['Law 1'],
    valid: { from: '2026-01-01', until: '2026-12-31' },
    grants,
    onwardTransfer: 'PROHIBITED',
  };
}

let digest = 0;

interface Case {
  readonly grants: readonly FieldGrant[];
  readonly selection: string;
  readonly representation?: Record<string, unknown>;
  readonly variables?: Record<string, unknown>;
  readonly declare?: string;
  readonly offered?: readonly string[];
  readonly purpose?: string;
  /** An operation that other States are asked, too. */
  readonly operation?: MemberFetch;
}

function fetchFor({
  grants,
  selection,
  representation,
  variables = {},
  declare = '',
  offered,
  purpose,
  operation,
}: Case): StateFetch {
  const key = representation ?? { __typename: 'MemberState', code: 'GT' };
  digest += 1;
  return access({
    scope: fetchScope(
      operation ??
        readMemberFetch(
          `query($representations: [_Any!]!${declare}) { _entities(representations: $representations) { ... on ${String(key['__typename'])} ${selection} } }`,
        ),
      variables,
    ),
    requester: { agency: 'US-ATF', country: 'US', officer: 'o', client: 'c', roles: ['tracer'] },
    declaration: { purpose: purpose ?? 'FIREARM_TRACING', case: 'C', urgency: 'ROUTINE' },
  })({
    representations: [key],
    timeZone: 'America/Guatemala',
    offering: {
      digest: String(digest),
      agreementsDigest: 'a',
      schemaVersion: '1',
      offered: new Set(offered ?? everything),
      policy: compilePolicy([agreement(grants)]),
    },
    now: Date.parse('2026-06-01T12:00:00Z'),
  });
}

/** The text without what is added for the log, on one line. */
function plain(query: string | undefined): string | undefined {
  return query?.replaceAll(/_istmo_\w+: \w+/gu, '').replaceAll(/\s+/gu, ' ');
}

const firearm: FieldGrant = { record: 'Firearm', fields: ['make', 'calibre', 'serialNumber'] };
const trace: FieldGrant = { record: 'FirearmTrace', fields: ['hit', 'records'] };
const traced = { __typename: 'FirearmTrace', state: 'GT', serialNumber: '1', make: 'x', calibre: null };

describe('a fetch, pruned for one State', () => {
  it('asks for what is granted and names what is not', () => {
    const fetch = fetchFor({
      grants: [firearm],
      selection: '{ firearms(first: 1) { edges { node { id make status } } } }',
    });
    expect(plain(fetch.query)).toContain(
      '... on MemberState { firearms(first: 1) { edges { node { id make } } } }',
    );
    expect(fetch.withheld).toEqual([{ coordinate: 'Firearm.status', reason: 'NOT_IN_AGREEMENT' }]);
    expect(fetch).toMatchObject({ asked: ['Firearm.make'], agreements: ['A1'], legalBasis: ['Law 1'] });
  });

  it("asks every record for its id, under a name of the gateway's own where the client does not", () => {
    const { query } = fetchFor({
      grants: [firearm],
      selection: '{ firearms(first: 1) { edges { node { make } } } }',
    });
    expect(query).toMatch(/make\s+_istmo_id: id\s+\}/u);
  });

  it('is pruned by the names of fields, whatever their aliases', () => {
    const fetch = fetchFor({
      grants: [firearm],
      selection:
        '{ firearms(first: 1) { edges { node { _istmo_key_id_: make status: serialNumber make: status } } } }',
    });
    expect(fetch.query?.replaceAll(/\s+/gu, ' ')).toContain(
      'node { _istmo_key_id_: make status: serialNumber _istmo_id: id }',
    );
    expect(fetch.withheld).toEqual([{ coordinate: 'Firearm.status', reason: 'NOT_IN_AGREEMENT' }]);
    expect(fetch.asked).toEqual(['Firearm.make', 'Firearm.serialNumber']);
  });

  it('is not sent where nothing remains', () => {
    const fetch = fetchFor({
      grants: [firearm],
      selection: '{ drugSeizures(first: 1) { edges { node { substance } } } }',
    });
    expect(fetch).toMatchObject({
      query: undefined,
      withheld: [{ coordinate: 'DrugSeizure.substance', reason: 'NOT_IN_AGREEMENT' }],
    });
  });

  it('does not even count what is not granted', () => {
    const fetch = fetchFor({ grants: [firearm], selection: '{ drugSeizures(first: 1) { totalCount } }' });
    expect(fetch).toMatchObject({
      query: undefined,
      withheld: [{ coordinate: 'DrugSeizure.id', reason: 'NOT_IN_AGREEMENT' }],
    });
  });

  it.each([
    ['a literal', 'filter: { status: { eq: STOLEN } }', '', {}],
    ['a variable', 'filter: $f', ', $f: FirearmFilter', { f: { status: { eq: 'STOLEN' } } }],
    ['a default', 'filter: $f', ', $f: FirearmFilter = { status: { eq: STOLEN } }', {}],
    ['a part of a literal', 'filter: { status: $s }', ', $s: FirearmStatusFilter', { s: { eq: 'STOLEN' } }],
  ])('does not filter by what may not be seen, given as %s', (_, filter, declare, variables) => {
    const fetch = fetchFor({
      grants: [firearm],
      selection: `{ firearms(first: 1, ${filter}) { edges { node { make } } } }`,
      declare,
      variables,
    });
    expect(fetch.query).toBeUndefined();
    expect(fetch.withheld).toContainEqual({ coordinate: 'Firearm.status', reason: 'FILTER_WITHHELD' });
  });

  it('does not sort by what may not be seen', () => {
    const fetch = fetchFor({
      grants: [firearm],
      selection: '{ firearms(first: 1, sort: { field: recordedAt }) { edges { node { make } } } }',
    });
    expect(fetch).toMatchObject({ query: undefined });
  });

  it('keeps the scope of each door apart, though they share a fragment', () => {
    const { query } = access({
      scope: fetchScope(
        readMemberFetch(
          `query($representations: [_Any!]!) { _entities(representations: $representations) { ... on MemberState {
           a: firearms(first: 1) { ...F } b: firearms(first: 1, filter: { status: { eq: STOLEN } }) { ...F } } } }
         fragment F on FirearmConnection { edges { node { make } } }`,
        ),
        {},
      ),
      requester: { agency: 'US-ATF', country: 'US', officer: 'o', client: 'c', roles: [] },
      declaration: { purpose: 'FIREARM_TRACING', case: 'C', urgency: 'ROUTINE' },
    })({
      representations: [{ __typename: 'MemberState', code: 'GT' }],
      timeZone: 'America/Guatemala',
      offering: {
        digest: 'f',
        agreementsDigest: 'a',
        schemaVersion: '1',
        offered: new Set(everything),
        policy: compilePolicy([agreement([firearm])]),
      },
      now: Date.parse('2026-06-01T12:00:00Z'),
    });
    expect(plain(query)).toContain('a: firearms(first: 1)');
    expect(query).not.toContain('b: firearms');
  });

  it('leaves out variables that nothing uses any more', () => {
    const fetch = fetchFor({
      grants: [firearm],
      selection: '{ firearms(first: $n) { edges { node { make } } } drugSeizures(first: $m) { totalCount } }',
      declare: ', $n: Int!, $m: Int!',
      variables: { n: 1, m: 2 },
    });
    expect(fetch.query).toContain('$n: Int!');
    expect(fetch.query).not.toContain('$m');
    const representations = [{ __typename: 'MemberState', code: 'GT' }];
    expect(JSON.parse(fetch.writeBody({ n: 1, m: 2 }, representations))).toEqual({
      query: fetch.query,
      variables: { n: 1, representations },
    });
  });

  it('opens a look-up only where the records behind it may be found by its keys', () => {
    const selection = '{ hit records { make status } }';
    const open = fetchFor({ grants: [firearm, trace], selection, representation: traced });
    expect(plain(open.query)).toContain('... on FirearmTrace { hit records { make } }');
    const shut = fetchFor({
      grants: [{ ...firearm, fields: ['make', 'calibre'] }, trace],
      selection,
      representation: traced,
    });
    expect(shut.query).toBeUndefined();
    expect(shut.withheld).toContainEqual({ coordinate: 'FirearmTrace.hit', reason: 'NOT_IN_AGREEMENT' });
  });

  it('finds by calibre only where a calibre is given', () => {
    const grants = [{ ...firearm, fields: ['make', 'serialNumber'] }, trace];
    expect(fetchFor({ grants, selection: '{ hit }', representation: traced }).query).toBeDefined();
    expect(
      fetchFor({ grants, selection: '{ hit }', representation: { ...traced, calibre: '9x19mm' } }).query,
    ).toBeUndefined();
  });

  it('does not ask for what the State does not offer', () => {
    const fetch = fetchFor({
      grants: [firearm],
      selection: '{ firearms(first: 1) { edges { node { make calibre } } } }',
      offered: ['Firearm.make'],
    });
    expect(plain(fetch.query)).toContain('node { make }');
    expect(fetch.withheld).toEqual([{ coordinate: 'Firearm.calibre', reason: 'NOT_OFFERED' }]);
  });

  it('names a record that is reached from another by its own agreement', () => {
    const grants: FieldGrant[] = [{ ...firearm, fields: ['make', 'seizure'] }];
    const fetch = fetchFor({
      grants,
      selection: '{ firearms(first: 1) { edges { node { make seizure { caseNumber } } } } }',
    });
    expect(fetch.query).not.toContain('seizure');
    expect(fetch.withheld).toEqual([{ coordinate: 'FirearmSeizure.caseNumber', reason: 'NOT_IN_AGREEMENT' }]);
  });
});

describe('the text of a fetch', () => {
  const selection =
    '{ firearms(first: 1) { edges { node { make ... on Firearm { model seizure { place { subdivision } caseNumber } } status } } } }';
  const operation = readMemberFetch(
    `query($representations: [_Any!]!) { _entities(representations: $representations) { ... on MemberState ${selection} } }`,
  );
  const subsets = (fields: readonly string[]): readonly (readonly string[])[] =>
    fields.reduce<string[][]>((all, field) => all.flatMap((one) => [one, [...one, field]]), [[]]);
  const grants = subsets(['make', 'model', 'status', 'seizure']).flatMap((firearmFields) =>
    subsets(['place', 'caseNumber']).map((seizureFields) => [
      { record: 'Firearm', fields: firearmFields },
      { record: 'FirearmSeizure', fields: seizureFields },
    ]),
  );

  it('is what it would be for one State alone, whatever others were asked before', () => {
    for (const given of grants) {
      const shared = fetchFor({ grants: given, selection, operation });
      const alone = fetchFor({ grants: given, selection });
      expect(shared.writeBody({}, [])).toBe(alone.writeBody({}, []));
    }
  });

  it('is written once for all States that are asked for the same', () => {
    const same = fetchFor({ grants: grants[5]!, selection, operation });
    expect(fetchFor({ grants: grants[5]!, selection, operation }).readDisclosure).toBe(same.readDisclosure);
    expect(fetchFor({ grants: grants[6]!, selection, operation }).readDisclosure).not.toBe(
      same.readDisclosure,
    );
  });
});
