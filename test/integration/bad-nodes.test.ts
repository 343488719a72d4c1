import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Fault, type FaultyNode, type HonestAnswer, jsonType, startFaultyNode } from './faulty-node.js';
import { type Reply, startTestRegion, type TestRegion } from './region-fixture.js';
import { type SecondGateway, startSecondGateway } from './second-gateway.js';

const stateTimeoutMs = 1_000;
const answerBytes = 100_000;

const question = '{ memberStates { code firearms(first: 2) { edges { node { make } } } } }';

let region: TestRegion;
let faulty: FaultyNode;
let gateway: SecondGateway;

beforeAll(async () => {
  region = await startTestRegion();
  faulty = await startFaultyNode(region.nodeUrl('SV'));
  gateway = await startSecondGateway(
    region,
    { SV: faulty.url },
    { ISTMO_STATE_TIMEOUT_MS: String(stateTimeoutMs), ISTMO_STATE_ANSWER_BYTES: String(answerBytes) },
  );
});
afterAll(async () => {
  await gateway.stop();
  await faulty.close();
  await region.stop();
});

/** Asks all States while SV's node has a fault, then once more without: it has recovered, and nobody is kept from it. */
async function askWhile(fault: Fault): Promise<Reply> {
  faulty.fault = fault;
  const reply = await region.ask('us-atf-tracer', question, { at: gateway.url });
  faulty.fault = undefined;
  const after = await region.ask('us-atf-tracer', question, { at: gateway.url });
  expect(after.data).toEqual(await honestData());
  return reply;
}

let honest: Reply['data'];

async function honestData(): Promise<Reply['data']> {
  honest ??= (await region.ask('us-atf-tracer', question)).data;
  return honest;
}

interface StateData {
  readonly code: string;
  readonly firearms: unknown;
}

function statesOf(data: Reply['data']): readonly StateData[] {
  return (data as { memberStates: readonly StateData[] }).memberStates;
}

/** What SV gave of itself, and that GT and US gave all that they give. */
async function givenBySV({ status, data }: Reply): Promise<unknown> {
  expect(status).toBe(200);
  const others = (states: readonly StateData[]) => states.filter(({ code }) => code !== 'SV');
  expect(others(statesOf(data))).toEqual(others(statesOf(await honestData())));
  return statesOf(data).find(({ code }) => code === 'SV')?.firearms;
}

function accountOfSV({ extensions }: Reply): unknown {
  return extensions?.istmo.states.find(({ code }) => code === 'SV')?.status;
}

/** Each error by its code, its State and where it stands; none repeats a word of the node's. */
function faultsOf(reply: Reply): unknown {
  expect(JSON.stringify(reply)).not.toContain('SECRET');
  return reply.errors?.map(({ path, extensions: { code, state } }) => [path?.join('.'), code, state]);
}

function instead(text: string, status = 200, headers: Record<string, string> = jsonType): Fault {
  return (_, response) => response.writeHead(status, headers).end(text);
}

/** The honest answer with its text changed. */
function changed(change: (text: string) => string): Fault {
  return ({ status, text }, response) => {
    const other = change(text);
    // else the fault is none, and the test none either
    expect(other).not.toBe(text);
    response.writeHead(status, jsonType).end(other);
  };
}

/** The honest answer with its entities changed. */
function entities(change: (entities: unknown[]) => unknown[]): Fault {
  return changed((text) => {
    const answer = JSON.parse(text) as { data: { _entities: unknown[] } };
    return JSON.stringify({ ...answer, data: { _entities: change(answer.data._entities) } });
  });
}

function encoded(encoding: string, encode: (text: string) => Buffer): Fault {
  return ({ status, text }: HonestAnswer, response) =>
    response.writeHead(status, { ...jsonType, 'content-encoding': encoding }).end(encode(text));
}

const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
const huge = 'x'.repeat(answerBytes);

describe('a node that', () => {
  const cases: readonly [string, string, string, Fault][] = [
    ['never answers', 'TIMEOUT', 'STATE_TIMEOUT', () => undefined],
    ['answers byte by byte', 'TIMEOUT', 'STATE_TIMEOUT', drip],
    [
      'says that it will, and never does',
      'TIMEOUT',
      'STATE_TIMEOUT',
      (_, response) => void response.writeHead(200).write('{'),
    ],
    ['hangs up', 'UNAVAILABLE', 'STATE_UNAVAILABLE', (_, response) => response.destroy()],
    ['hangs up in the midst of it', 'UNAVAILABLE', 'STATE_UNAVAILABLE', hangUp],
    [
      'answers with a page',
      'ERROR',
      'NODE_BAD_RESPONSE',
      instead('<html>SECRET</html>', 200, { 'content-type': 'text/html' }),
    ],
    [
      'answers with a status that is none of success',
      'ERROR',
      'STATE_ERROR',
      instead('{"errors":[{"message":"SECRET"}]}', 500),
    ],
    ['answers with the page of a proxy', 'ERROR', 'STATE_ERROR', instead('<html>SECRET</html>', 502)],
    ['sends elsewhere', 'ERROR', 'STATE_ERROR', instead('', 302, { location: 'http://127.0.0.1:1/SECRET' })],
    ['answers with nothing', 'ERROR', 'NODE_BAD_RESPONSE', instead('')],
    ['answers with half', 'ERROR', 'NODE_BAD_RESPONSE', changed((text) => text.slice(0, text.length / 2))],
    ['answers with a number', 'ERROR', 'NODE_BAD_RESPONSE', instead('7')],
    ['answers with an empty object', 'ERROR', 'NODE_BAD_RESPONSE', instead('{}')],
    ['answers with errors alone', 'ERROR', 'STATE_ERROR', instead('{"errors":[{"message":"SECRET"}]}')],
    ['answers with too few entities', 'ERROR', 'NODE_BAD_RESPONSE', entities(() => [])],
    ['answers with too many entities', 'ERROR', 'NODE_BAD_RESPONSE', entities((all) => [...all, ...all])],
    ['answers deeper than anyone asked', 'ERROR', 'NODE_BAD_RESPONSE', instead(deep)],
    [
      'answers more than is taken',
      'ERROR',
      'STATE_ANSWER_TOO_LARGE',
      changed((text) => `${text}${' '.repeat(answerBytes)}`),
    ],
    [
      'answers more than is taken once it is unpacked',
      'ERROR',
      'STATE_ANSWER_TOO_LARGE',
      encoded('gzip', () => gzipSync(huge.repeat(100))),
    ],
    ['packs as nobody asked it to', 'ERROR', 'NODE_BAD_RESPONSE', encoded('deflate', deflateSync)],
    [
      'says that it packs and does not',
      'ERROR',
      'NODE_BAD_RESPONSE',
      encoded('br', (text) => Buffer.from(text)),
    ],
  ];

  it.each(cases)('%s leaves its own place empty, and says why: %s, %s', async (_, status, code, fault) => {
    const reply = await askWhile(fault);
    expect({ given: await givenBySV(reply), account: accountOfSV(reply), faults: faultsOf(reply) }).toEqual({
      given: null,
      account: status,
      faults: [['memberStates.1', code, 'SV']],
    });
  });

  it('answers byte by byte costs a request no more than the time that a State has', async () => {
    const startedAt = performance.now();
    await askWhile(drip);
    expect(performance.now() - startedAt).toBeLessThan(stateTimeoutMs * 3);
  });
});

describe('answers that are larger than is taken', () => {
  it('are the fault of who asks: they keep nobody from asking for less', async () => {
    faulty.fault = instead(' '.repeat(answerBytes + 1));
    for (let times = 0; times < 6; times += 1)
      await region.ask('us-atf-tracer', question, { at: gateway.url });
    faulty.fault = undefined;
    const reply = await region.ask('us-atf-tracer', question, { at: gateway.url });
    expect([reply.data, accountOfSV(reply)]).toEqual([await honestData(), 'ANSWERED']);
  });
});

describe('a node that answers wrongly', () => {
  it('with records of another State loses them, and the log says so', async () => {
    const reply = await askWhile(changed((text) => text.replaceAll('"SV:Firearm:', '"GT:Firearm:')));
    expect(await givenBySV(reply)).toEqual({ edges: [{ node: null }, { node: null }] });
    expect([accountOfSV(reply), faultsOf(reply)]).toEqual([
      'ERROR',
      [0, 1].map((edge) => [`memberStates.1.firearms.edges.${String(edge)}.node`, 'STATE_ERROR', 'SV']),
    ]);
    const entry = (await region.entries('second-audit-log')).at(-2);
    const logged = entry?.data.states.find(({ code }) => code === 'SV');
    expect(logged).toMatchObject({
      records: {},
      fault: expect.stringMatching(/^returned records of others: GT:Firearm:\S+, GT:Firearm:\S+$/u),
    });
  });

  it.each([
    ['nested deep', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ['of another type', '{"SECRET":1}'],
  ])('with a value %s loses that value alone', async (_, value) => {
    const reply = await askWhile(changed((text) => text.replace(/"make":"[^"]*"/u, `"make":${value}`)));
    const given = (await givenBySV(reply)) as { edges: readonly unknown[] };
    const whole = statesOf(await honestData()).find(({ code }) => code === 'SV')?.firearms as typeof given;
    expect(given).toEqual({ edges: [{ node: { make: null } }, whole.edges[1]] });
    expect([accountOfSV(reply), faultsOf(reply)]).toEqual([
      'ERROR',
      [['memberStates.1.firearms.edges.0.node.make', 'STATE_ERROR', 'SV']],
    ]);
  });

  it('with fields that nobody asked for has them dropped', async () => {
    const more = '"__proto__":{"SECRET":1},"constructor":"SECRET","owner":{"name":"SECRET"},"make":';
    const reply = await askWhile(changed((text) => text.replaceAll('"make":', more)));
    expect([reply.data, accountOfSV(reply), faultsOf(reply)]).toEqual([
      await honestData(),
      'ANSWERED',
      undefined,
    ]);
  });

  it('with an error beside its data is in error there, and its data stay', async () => {
    const error = {
      message: 'SECRET',
      path: ['_entities', 0, 'firearms', 'edges', 0, 'node'],
      extensions: { code: 'SECRET' },
    };
    const reply = await askWhile(
      changed((text) => JSON.stringify({ ...(JSON.parse(text) as object), errors: [error] })),
    );
    expect([reply.data, accountOfSV(reply), faultsOf(reply)]).toEqual([
      await honestData(),
      'ERROR',
      [['memberStates.1.firearms.edges.0.node', 'STATE_ERROR', 'SV']],
    ]);
  });
});

describe('a node that packs its answer', () => {
  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ] as const)('by %s is understood', async (encoding, encode) => {
    const reply = await askWhile(encoded(encoding, encode));
    expect([reply.data, accountOfSV(reply), faultsOf(reply)]).toEqual([
      await honestData(),
      'ANSWERED',
      undefined,
    ]);
  });
});

/** A byte each 50 ms, for ever as far as anyone waits. */
function drip({ text }: HonestAnswer, response: Parameters<Fault>[1]): void {
  response.writeHead(200, jsonType);
  let sent = 0;
  const timer = setInterval(() => {
    if (response.destroyed || sent >= text.length) clearInterval(timer);
    else response.write(text[sent]);
    sent += 1;
  }, 50);
}

function hangUp({ text }: HonestAnswer, response: Parameters<Fault>[1]): void {
  response.writeHead(200, { ...jsonType, 'content-length': String(text.length) });
  response.write(text.slice(0, 10), () => response.destroy());
}
