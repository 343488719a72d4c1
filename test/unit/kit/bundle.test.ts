import { EventEmitter, once } from 'node:events';
import { type IncomingMessage, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import type { AuditEntry } from '../../../audit/entry.js';
import { bundleType, mostInBundle, readBundledAnswer, writeBundle } from '../../../common/bundle.js';
import { IstmoError } from '../../../common/errors.js';
import type { Requester } from '../../../gateway/identity/requester.js';
import type { NodeParts } from '../../../subgraphs/kit/node-parts.js';
import { createNodeServer } from '../../../subgraphs/kit/server.js';
import type { PlainAgreement } from '../policy/oracle/agreements.js';
import { assert, type OpenState, openState } from '../policy/oracle/state.js';

let state: OpenState;
let node: FastifyInstance;

const agreement = {
  id: 'A',
  grantor: 'GT',
  grantee: { agency: 'US-ATF' },
  purposes: ['FIREARM_TRACING'],
  legalBasis: ['L'],
  valid: { from: '2026-01-01', until: '2026-12-31' },
  grants: [{ record: 'Firearm', fields: ['make'] }],
  onwardTransfer: 'PROHIBITED',
} as PlainAgreement;

const firearm = { key: '1', values: { make: 'Glock' } };

beforeAll(async () => {
  state = await openState();
  state.fill({
    Person: [],
    Firearm: [firearm],
    FirearmSeizure: [],
    GangAssociation: [],
    ContactPoint: [],
  });
  node = await state.node([agreement]);
});
afterAll(async () => {
  await node.close();
  await state.close();
});

const body = JSON.stringify({
  query: 'query($r:[_Any!]!){_entities(representations:$r){... on Firearm{id make}}}',
  variables: { r: [{ __typename: 'Firearm', id: 'GT:Firearm:1' }] },
});

function question(officer: string, given: Partial<Requester> & { readonly for?: string } = {}) {
  const requester = { agency: 'US-ATF', country: 'US', officer, client: 'c', roles: [], ...given };
  const signed = assert({
    requestId: officer,
    requester,
    declaration: { purpose: 'FIREARM_TRACING', case: 'C', urgency: 'ROUTINE' },
    requests: [{ state: given.for ?? 'GT', body }],
  });
  const { token, jti } = signed.get(given.for ?? 'GT')!;
  return { token, jti, body };
}

interface Line {
  readonly status: number;
  readonly answer: {
    readonly data?: unknown;
    readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
  };
}

function linesOf(text: string): readonly Line[] {
  const lines = text.split('\n').slice(0, -1).map(readBundledAnswer);
  return lines
    .map((line) => line!)
    .sort((a, b) => a.index - b.index)
    .map(({ status, text: answer }) => ({ status, answer: JSON.parse(answer) as Line['answer'] }));
}

async function ask(payload: string, to = node) {
  const {
    statusCode,
    headers,
    body: text,
  } = await to.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': bundleType },
    payload,
  });
  return { statusCode, type: headers['content-type'], text };
}

const codesOf = (lines: readonly Line[]) =>
  lines.map(({ status, answer }) => [status, answer.errors?.[0]?.extensions.code]);

describe('a bundle of questions to a node', () => {
  it('is taken by a node, which says how many', async () => {
    const { bundles } = (await node.inject('/.well-known/istmo.json')).json<{ bundles: number }>();
    expect(bundles).toBe(mostInBundle);
  });

  it('is answered as if each had come alone: by its own assertion, with an entry of its own', async () => {
    const asked = [question('o1'), question('o2', { agency: 'HN-PN', country: 'HN' }), question('o3')];
    state.log.length = 0;
    const { statusCode, type, text } = await ask(writeBundle(asked));
    expect([statusCode, type]).toEqual([200, bundleType]);
    const alone = await Promise.all(
      ['o4', 'o5'].map(async (officer, index) => {
        const { token } = question(officer, index === 1 ? { agency: 'HN-PN', country: 'HN' } : {});
        const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
        return (
          await node.inject({ method: 'POST', url: '/graphql', headers, payload: body })
        ).json<unknown>();
      }),
    );
    const lines = linesOf(text);
    expect(lines).toEqual([alone[0], alone[1], alone[0]].map((answer) => ({ status: 200, answer })));
    expect(lines[0]!.answer.data).toEqual({ _entities: [{ id: 'GT:Firearm:1', make: 'Glock' }] });
    expect(JSON.stringify(lines[1])).not.toContain('Glock');
    const logged = state.log.slice(0, 3).map(({ data }) => [data.requester?.officer, data.states[0]!.jti]);
    expect(logged.sort()).toEqual(asked.map(({ jti }, index) => [`o${String(index + 1)}`, jti]));
  });

  it('has none that is hurt by another which is refused, and each refusal is in the log', async () => {
    const [good, swapped, misaddressed] = [question('o1'), question('o2'), question('o3', { for: 'SV' })];
    state.log.length = 0;
    const { statusCode, text } = await ask(
      writeBundle([
        good,
        { token: swapped.token, body: `${body} ` },
        misaddressed,
        { token: 'x', body },
        good,
      ]),
    );
    expect([statusCode, codesOf(linesOf(text))]).toEqual([
      200,
      [
        [200, undefined],
        [401, 'ASSERTION_BODY_MISMATCH'],
        [401, 'ASSERTION_MISADDRESSED'],
        [401, 'ASSERTION_INVALID'],
        [401, 'ASSERTION_REPLAYED'],
      ],
    ]);
    expect(state.log.map(({ data }) => data.outcome.code ?? data.outcome.result).sort()).toEqual([
      'ANSWERED',
      'ASSERTION_BODY_MISMATCH',
      'ASSERTION_INVALID',
      'ASSERTION_MISADDRESSED',
      'ASSERTION_REPLAYED',
    ]);
  });

  it.each([
    ['is none', body],
    ['has too many questions', 'x {}\n'.repeat(mostInBundle + 1)],
    ['is empty', ''],
  ])('is refused whole where it %s, and that is in the log', async (_, payload) => {
    state.log.length = 0;
    const { statusCode, text } = await ask(payload);
    expect([statusCode, (JSON.parse(text) as Line['answer']).errors?.[0]?.extensions.code]).toEqual([
      400,
      'BAD_REQUEST',
    ]);
    expect(state.log.map(({ data }) => data.outcome.code)).toEqual(['BAD_REQUEST']);
  });
});

let refusing: FastifyInstance | undefined;
afterEach(async () => {
  refusing?.server.closeAllConnections();
  await refusing?.close();
  refusing = undefined;
});

/** A node that takes the assertion `slow` once it is let, and refuses every one. */
function refusingNode(append: (entry: AuditEntry) => Promise<{ readonly index: number }>) {
  const gate = new EventEmitter();
  const isLet = once(gate, 'let');
  const took: number[] = [];
  const server = createNodeServer({
    state: 'GT',
    verify: async (authorization = '') => {
      if (authorization === 'Bearer slow') await isLet;
      throw new IstmoError('ASSERTION_INVALID');
    },
    took: (seconds: number) => took.push(seconds),
    log: { append, health: { writable: true, backlog: 0 }, verifierKey: '' },
    agreements: { digest: '' },
    clock: () => 0,
    logger: pino({ level: 'silent' }),
  } as unknown as NodeParts);
  refusing = server;
  return { server, took, letGo: () => gate.emit('let') };
}

const slowAndQuick = writeBundle([
  { token: 'slow', body },
  { token: 'quick', body },
]);

describe('the questions of a bundle', () => {
  it('are told one by one: none waits for another', async () => {
    const { server, took, letGo } = refusingNode(() => Promise.resolve({ index: 0 }));
    await server.listen({ host: '127.0.0.1', port: 0 });
    const { port } = server.server.address() as AddressInfo;
    const headers = { 'content-type': bundleType };
    const request = httpRequest({ port, path: '/graphql', method: 'POST', headers }).end(slowAndQuick);
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    const told: string[] = [];
    for await (const chunk of response) {
      told.push(`${(chunk as Buffer).toString().slice(0, 6)}of ${String(took.length)}`);
      letGo();
    }
    expect(told).toEqual(['1 401 of 1', '0 401 of 2']);
    expect(took.map((seconds) => seconds > 0 && seconds < 60)).toEqual([true, true]);
  });

  it('are in the log though whoever asked has broken off', async () => {
    const entries: AuditEntry[] = [];
    const log = new EventEmitter();
    const isLogged = once(log, 'second');
    const { server, letGo } = refusingNode((entry) => {
      if (entries.push(entry) === 2) log.emit('second');
      return Promise.resolve({ index: 0 });
    });
    await server.listen({ host: '127.0.0.1', port: 0 });
    const { port } = server.server.address() as AddressInfo;
    const headers = { 'content-type': bundleType };
    const request = httpRequest({ port, path: '/graphql', method: 'POST', headers }).end(slowAndQuick);
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    await once(response, 'data');
    request.on('error', () => undefined).destroy();
    letGo();
    await isLogged;
    expect(entries.map(({ data }) => data.outcome.code)).toEqual(['ASSERTION_INVALID', 'ASSERTION_INVALID']);
    expect((await server.inject('/health')).statusCode).toBe(200);
  });

  it('are answered with that alone where the log takes no entry', async () => {
    const { server, letGo } = refusingNode(() => Promise.reject(new Error('disk full')));
    letGo();
    const { text } = await ask(slowAndQuick, server);
    expect(codesOf(linesOf(text))).toEqual([
      [503, 'AUDIT_UNAVAILABLE'],
      [503, 'AUDIT_UNAVAILABLE'],
    ]);
  });
});
