import { buildSubgraphSchema } from '@apollo/subgraph';
import { describe, expect, it } from '@jest/globals';
import { IstmoError } from '../../../../common/errors.js';
import type { FieldGrant } from '../../../../policy/agreement.js';
import { compilePolicy, type Policy } from '../../../../policy/compile.js';
import { createAccess, fetchScope } from '../../../../gateway/access/access.js';
import { askStates } from '../../../../gateway/execute/ask-states.js';
import type { StateResult } from '../../../../gateway/execute/state-result.js';
import { readMemberFetch } from '../../../../gateway/plan/member-fetch.js';
import type { KnownState } from '../../../../gateway/states/directory.js';
import { memberDocument } from '../../../../schema/sources.js';
import { vocabularyOf } from '../../../../schema/vocabulary.js';

const document = memberDocument();
const vocabulary = vocabularyOf(document);
const access = createAccess(buildSubgraphSchema({ typeDefs: document }), vocabulary);
const error = new IstmoError('STATE_ERROR');
const grants: readonly FieldGrant[] = [{ record: 'Firearm', fields: ['make', 'model'] }];
const policy = compilePolicy([
  {
    id: 'GT-1',
    grantor: 'GT',
    grantee: { agency: 'US-ATF' },
    purposes: ['FIREARM_TRACING'],
    legalBasis: ['Law 1'],
    valid: { from: '2026-01-01', until: '2026-12-31' },
    grants,
    onwardTransfer: 'PROHIBITED',
  },
]);

const representations = [
  { __typename: 'Firearm', id: 'GT:Firearm:1' },
  { __typename: 'Firearm', id: 'GT:Firearm:2' },
];

function firearm(key: string, make: string): Record<string, unknown> {
  return { make, _istmo_id: `GT:Firearm:${key}` };
}

interface Case {
  readonly offering?: Policy | undefined;
  readonly selection?: string;
  /** Milliseconds left to the whole request. */
  readonly remainingMs?: number;
}

/** Asks GT, whose node answers so, for two firearms. */
async function ask(
  answer: (timeoutMs: number) => unknown,
  { offering = policy, selection = '{ make }', remainingMs = 1_000 }: Case = {},
): Promise<StateResult> {
  const text = `query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Firearm ${selection} } }`;
  const state = { code: 'GT', timeZone: 'America/Guatemala' } as KnownState['state'];
  const known: KnownState = {
    state,
    up: true,
    offering: {
      digest: 'd',
      agreementsDigest: 'a',
      schemaVersion: '1',
      offered: new Set(['Firearm.make', 'Firearm.model', 'Firearm.status']),
      policy: offering,
    },
  };
  const [result] = await askStates(
    {
      access,
      directory: { get: () => known },
      client: {
        post: (_state, { timeoutMs }) => Promise.resolve(timeoutMs).then(answer).then(JSON.stringify),
        close: () => Promise.resolve(),
      },
      assert: () => new Map([['GT', { jti: 'j', token: 't' }]]),
      clock: () => Date.parse('2026-06-01T12:00:00Z'),
      stateTimeoutMs: 1_000,
    },
    {
      scope: fetchScope(readMemberFetch(text), {}),
      requestId: 'r',
      requester: { agency: 'US-ATF', country: 'US', officer: 'o', client: 'c', roles: [] },
      declaration: { purpose: 'FIREARM_TRACING', case: 'C', urgency: 'ROUTINE' },
      remainingMs,
    },
    [{ state: 'GT', representations }],
  );
  return result!;
}

const both = { data: { _entities: [firearm('1', 'x'), firearm('2', 'y')] } };
const account = {
  state: 'GT',
  ms: 0,
  jti: 'j',
  agreements: ['GT-1'],
  agreementsDigest: 'a',
  legalBasis: ['Law 1'],
  records: { Firearm: ['GT:Firearm:1', 'GT:Firearm:2'] },
  shown: ['Firearm.make'],
  withheld: [],
};

describe('a State that answers', () => {
  it('gives its entities, and an account of what it disclosed on which basis', async () => {
    expect(await ask(() => both)).toEqual({
      entities: [firearm('1', 'x'), firearm('2', 'y')],
      errors: [],
      answer: { ...account, status: 'ANSWERED' },
    });
  });

  it('says what it withholds, of which records; its own texts are taken for names or not at all', async () => {
    const withheld = [
      { coordinate: 'Firearm.make', reason: 'NOT_IN_AGREEMENT', agreement: 'GT-1' },
      {
        coordinate: 'Firearm.model',
        reason: 'MASKED',
        records: ['GT:Firearm:1', 'SV:Firearm:9', 'SELECT * FROM armas'],
      },
      { coordinate: 'SELECT * FROM armas', reason: 'MASKED' },
      { coordinate: 'Firearm.make', reason: 'A_NEW_REASON' },
      'text',
    ];
    const { answer } = await ask(() => ({ ...both, extensions: { istmo: { withheld } } }));
    expect(answer).toEqual({
      ...account,
      status: 'WITHHELD',
      shown: [],
      withheld: [
        { coordinate: 'Firearm.make', reason: 'NOT_IN_AGREEMENT', agreement: 'GT-1' },
        { coordinate: 'Firearm.model', reason: 'MASKED', records: ['GT:Firearm:1'] },
      ],
    });
  });

  it('says what it gives masked, of its own records', async () => {
    const masked = [
      { coordinate: 'Firearm.make', mask: 'LAST4', records: ['GT:Firearm:1', 'SV:Firearm:9', 'SELECT *'] },
      { coordinate: 'SELECT * FROM armas', mask: 'LAST4', records: ['GT:Firearm:1'] },
      { coordinate: 'Firearm.make', mask: 'A_NEW_MASK', records: ['GT:Firearm:1'] },
      { coordinate: 'Firearm.make', mask: 'LAST4' },
    ];
    const { answer } = await ask(() => ({ ...both, extensions: { istmo: { masked } } }));
    expect(answer.masked).toEqual([{ coordinate: 'Firearm.make', mask: 'LAST4', records: ['GT:Firearm:1'] }]);
  });

  it.each([[null], ['text'], [{ istmo: null }], [{ istmo: { withheld: null } }], [{}]])(
    'is not at fault for extensions that say nothing: %j',
    async (extensions) => {
      expect((await ask(() => ({ ...both, extensions, errors: null }))).answer.status).toBe('ANSWERED');
    },
  );

  it('has shown nothing where it has no such record', async () => {
    const { entities, errors, answer } = await ask(() => ({ data: { _entities: [null, null] } }));
    expect({ entities, errors, answer }).toEqual({
      entities: [null, null],
      errors: [],
      answer: { ...account, status: 'ANSWERED', records: {}, shown: [] },
    });
  });
});

describe("a node's errors", () => {
  it('are told where they stand, without its text', async () => {
    const errors = [
      {
        message: 'SELECT * FROM armas',
        path: ['_entities', 1, 'make'],
        extensions: { code: 'X', argument: 'y' },
      },
    ];
    const answered = await ask(() => ({
      data: { _entities: [firearm('1', 'x'), { ...firearm('2', ''), make: null }] },
      errors,
    }));
    expect(answered.errors).toEqual([{ error, path: [1, 'make'] }]);
    expect(answered.answer.status).toBe('ERROR');
    expect(JSON.stringify(answered)).not.toContain('SELECT');
  });

  it('are told no deeper than the answer goes: a path could hold any text', async () => {
    const errors = [
      { path: ['_entities', 0, 'SELECT * FROM armas'] },
      { path: ['_entities', 1, 'make', 'SELECT', 3] },
    ];
    const answered = await ask(() => ({ ...both, errors }));
    expect(answered.errors).toEqual([
      { error, path: [0] },
      { error, path: [1, 'make'] },
    ]);
  });

  it.each([
    [undefined],
    [null],
    ['text'],
    [['_entities', 7]],
    [['_entities', -1, 'make']],
    [['elsewhere', 0]],
  ])('are of all that was asked where they stand nowhere in it: path %j', async (path) => {
    expect((await ask(() => ({ ...both, errors: [{ path }] }))).errors).toEqual([
      { error, path: [0] },
      { error, path: [1] },
    ]);
  });

  it('are told once for a place, however many there are', async () => {
    const errors = Array.from({ length: 10_000 }, (_, n) => ({
      path: ['_entities', n % 2, `x${String(n)}`],
    }));
    expect((await ask(() => ({ ...both, errors }))).errors).toEqual([
      { error, path: [0] },
      { error, path: [1] },
    ]);
  });

  it('name an argument that the requester can mend, if it is a name', async () => {
    const of = (argument: unknown, problem?: unknown) => ({
      path: ['_entities', 0, 'make'],
      extensions: { code: 'ARGUMENT_INVALID', argument, problem },
    });
    const errors = [
      of('after'),
      of('SELECT * FROM armas', 'NO_DATE'),
      of(7),
      of('first', 'PAGE_SIZE'),
      of('filter', 'constructor'),
    ];
    const answered = await ask(() => ({ ...both, errors }));
    expect(answered.errors.map(({ error: { code, details }, path }) => ({ code, details, path }))).toEqual([
      { code: 'ARGUMENT_INVALID', details: { argument: 'after' }, path: [0, 'make'] },
      { code: 'ARGUMENT_INVALID', details: {}, path: [0, 'make'] },
      { code: 'ARGUMENT_INVALID', details: { argument: 'first', problem: 'PAGE_SIZE' }, path: [0, 'make'] },
      { code: 'ARGUMENT_INVALID', details: { argument: 'filter' }, path: [0, 'make'] },
    ]);
    expect(answered.errors.map(({ error: { message, es } }) => [message, es])[2]).toEqual([
      'An argument is not valid. first: 1 to 100.',
      'Un argumento no es válido. first: de 1 a 100.',
    ]);
    expect(answered.answer.status).toBe('ANSWERED');
  });

  it('that withhold are no faults', async () => {
    const errors = [{ path: ['_entities', 0], extensions: { code: 'WITHHELD' } }];
    const answered = await ask(() => ({ data: null, errors }));
    expect([answered.entities, answered.errors, answered.answer.status]).toEqual([
      [null, null],
      [],
      'ANSWERED',
    ]);
  });
});

describe('a State that fails', () => {
  const failed = { entities: [null, null], errors: [0, 1].map((share) => ({ error, path: [share] })) };
  const missing = [{ coordinate: 'Firearm.make', reason: 'STATE_ERROR' }];
  const nothing = { agreements: [], legalBasis: [], records: {}, shown: [] };
  const decided = { ...nothing, agreementsDigest: 'a' };

  it.each<[string, unknown, string]>([
    ['nothing', null, 'NODE_BAD_RESPONSE'],
    ['an empty object', {}, 'NODE_BAD_RESPONSE'],
    ['a list', [], 'NODE_BAD_RESPONSE'],
    ['a text', 'text', 'NODE_BAD_RESPONSE'],
    ['no data and no errors', { data: null }, 'NODE_BAD_RESPONSE'],
    ['other data', { data: { records: [] } }, 'NODE_BAD_RESPONSE'],
    ['too few entities', { data: { _entities: [firearm('1', 'x')] } }, 'NODE_BAD_RESPONSE'],
    ['too many entities', { data: { _entities: [null, null, null] } }, 'NODE_BAD_RESPONSE'],
    ['entities that are no list', { data: { _entities: { 0: null, length: 2 } } }, 'NODE_BAD_RESPONSE'],
    ['errors that are no list', { ...both, errors: 'text' }, 'NODE_BAD_RESPONSE'],
    ['errors that are no objects', { ...both, errors: ['text'] }, 'NODE_BAD_RESPONSE'],
    ['no data but errors', { data: null, errors: [{ message: 'SELECT *' }] }, 'STATE_ERROR'],
  ])('by answering %s is in error for all that it was asked', async (_, answer, code) => {
    const result = await ask(() => answer);
    expect(result.entities).toEqual(failed.entities);
    expect(result.errors.map((fault) => [fault.error.code, fault.path])).toEqual([
      [code, [0]],
      [code, [1]],
    ]);
    expect(result.answer).toEqual({
      state: 'GT',
      status: 'ERROR',
      ms: 0,
      jti: 'j',
      ...decided,
      withheld: missing,
    });
  });

  it.each([
    ['STATE_TIMEOUT', 'TIMEOUT', 'STATE_TIMEOUT'],
    ['STATE_UNAVAILABLE', 'UNAVAILABLE', 'STATE_UNAVAILABLE'],
    ['STATE_ANSWER_TOO_LARGE', 'ERROR', 'STATE_ERROR'],
    ['STATE_ERROR', 'ERROR', 'STATE_ERROR'],
  ] as const)('by %s has the status %s, and what is missing the reason %s', async (code, status, reason) => {
    const result = await ask(() => {
      throw new IstmoError(code);
    });
    expect([result.errors[0]?.error.code, result.answer.status, result.answer.withheld]).toEqual([
      code,
      status,
      [{ coordinate: 'Firearm.make', reason }],
    ]);
  });

  it('because what it published cannot be decided by is in error, and is not asked', async () => {
    const broken = { grants: { get: () => [{}] } } as unknown as Policy;
    const result = await ask(
      () => {
        throw new Error('it was asked');
      },
      {
        offering: { grants: new Map([['US-ATF', broken.grants]]) } as unknown as Policy,
        selection: '{ model }',
      },
    );
    expect({ entities: result.entities, codes: result.errors.map((fault) => fault.error.code) }).toEqual({
      entities: [null, null],
      codes: ['STATE_ERROR', 'STATE_ERROR'],
    });
    expect(result.answer).toMatchObject({ state: 'GT', status: 'ERROR' });
  });

  it('by returning what is not its own loses it, and is logged', async () => {
    const result = await ask(() => ({
      data: { _entities: [firearm('1', 'x'), { ...firearm('2', 'y'), _istmo_id: 'SV:Firearm:2' }] },
    }));
    expect(result).toEqual({
      entities: [firearm('1', 'x'), null],
      errors: [{ error, path: [1] }],
      answer: {
        ...account,
        status: 'ERROR',
        records: { Firearm: ['GT:Firearm:1'] },
        fault: 'returned records of others: SV:Firearm:2',
      },
    });
  });

  it('by returning what it was not asked for is logged with no text of its own', async () => {
    const result = await ask(() => ({
      data: { _entities: [{ ...firearm('1', 'x'), make: { secret: 1 } }, null] },
    }));
    expect(result.answer).toMatchObject({
      status: 'ERROR',
      fault: 'returned what was not asked for, 1 times',
    });
  });
});

describe('a State has', () => {
  it.each([
    ['no more time than a State has', 10_000, 1_000],
    ['no more than is left to the whole request', 300, 300],
    ['a last instant where nothing is left', -5, 1],
  ])('%s', async (_, remainingMs, expected) => {
    const given: number[] = [];
    await ask(
      (timeoutMs) => {
        given.push(timeoutMs);
        return both;
      },
      { remainingMs },
    );
    expect(given).toEqual([expected]);
  });
});
