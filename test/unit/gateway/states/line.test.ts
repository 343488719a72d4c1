import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { createBrotliCompress, createGzip, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { bundleType, readBundle } from '../../../../common/bundle.js';
import type { Region } from '../../../../common/region.js';
import { createNodeClient, type NodeClient } from '../../../../gateway/states/node-client.js';

const maxAnswerBytes = 1_000;

/** Answers a bundle in a node's stead, told the tokens of its questions. */
type Answer = (response: ServerResponse, tokens: readonly string[]) => unknown;

let server: Server;
let client: NodeClient;
let answer: Answer;
/** The tokens of each exchange. */
let exchanges: (readonly string[])[];
let connections: number;
/** What the last exchange says that it takes. */
let accepted: string | undefined;

beforeEach(async () => {
  exchanges = [];
  connections = 0;
  answer = answerAll;
  server = createServer((request, response) => void answerRequest(request, response));
  server.on('connection', () => (connections += 1));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const region = { states: [{ code: 'GT', node: `http://127.0.0.1:${String(port)}` }] };
  client = createNodeClient(region as unknown as Region, { maxAnswerBytes, connectionsPerState: 1 });
});
afterEach(async () => {
  await client.close();
  server.closeAllConnections();
  server.close();
});

async function answerRequest(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const isBundle = request.headers['content-type'] === bundleType;
  const tokens = isBundle
    ? readBundle(Buffer.concat(chunks))!.map(({ token, body }) => `${token} ${body.toString()}`)
    : [`${request.headers.authorization!.replace('Bearer ', '')} ${Buffer.concat(chunks).toString()}`];
  exchanges.push(tokens);
  accepted = request.headers['accept-encoding']?.toString();
  if (isBundle) answer(response, tokens);
  else response.end('{"alone":true}');
}

const answerAll: Answer = (response, tokens) =>
  response.end(tokens.map((_, index) => `${String(index)} 200 {"at":${String(index)}}\n`).join(''));

/** Asks as many questions in one turn; what each was answered, or the code of what it failed by. */
function ask(
  count: number,
  given: { readonly timeoutMs?: number; readonly bundles?: number } = {},
): Promise<readonly string[]> {
  const questions = Array.from({ length: count }, (_, index) =>
    client.post('GT', { body: '{}', token: `t${String(index)}`, timeoutMs: 2_000, bundles: 64, ...given }),
  );
  return Promise.all(
    questions.map((question) => question.catch((error: unknown) => (error as { code: string }).code)),
  );
}

describe('questions that leave at the same moment', () => {
  it('go in one exchange, and each is told its own answer, in whichever order they come', async () => {
    answer = async (response) => {
      response.write('2 200 {"for":"third"}\n1 200 {"for":"sec');
      await pause(20);
      response.end('ond"}\n0 200 {"for":"ñandú"}\n');
    };
    expect(await ask(3)).toEqual(['{"for":"ñandú"}', '{"for":"second"}', '{"for":"third"}']);
    expect(exchanges).toEqual([['t0 {}', 't1 {}', 't2 {}']]);
  });

  it('go one by one to a node that does not say that it takes several, and so does one alone', async () => {
    const alone = client.post('GT', { body: '{}', token: 't', timeoutMs: 2_000 });
    const other = client.post('GT', { body: '{}', token: 'u', timeoutMs: 2_000 });
    expect([await alone, await other, ...(await ask(1))]).toEqual(Array(3).fill('{"alone":true}'));
    expect(exchanges).toEqual([['t {}'], ['u {}'], ['t0 {}']]);
  });

  it('go in several exchanges where the node takes fewer', async () => {
    expect(await ask(5, { bundles: 2 })).toEqual([
      '{"at":0}',
      '{"at":1}',
      '{"at":0}',
      '{"at":1}',
      '{"alone":true}',
    ]);
  });

  it('leave over the same connection again', async () => {
    for (let time = 0; time < 3; time += 1) await ask(2);
    expect([exchanges.length, connections]).toEqual([3, 1]);
  });

  it('are each answered when their answer is there, whatever another takes; one whose time is over is told that', async () => {
    const told: string[] = [];
    answer = (response) => response.write('1 200 {"quick":true}\n');
    const slow = client
      .post('GT', { body: '{}', token: 's', timeoutMs: 300, bundles: 64 })
      .catch(() => told.push('slow'));
    const quick = client
      .post('GT', { body: '{}', token: 'q', timeoutMs: 300, bundles: 64 })
      .then((text) => told.push(text));
    await Promise.all([slow, quick]);
    expect(told).toEqual(['{"quick":true}', 'slow']);
    // the exchange that was given up keeps the only connection from nobody
    answer = answerAll;
    expect(await ask(2)).toEqual(['{"at":0}', '{"at":1}']);
  });

  it('have each a time of its own', async () => {
    answer = async (response) => {
      await pause(200);
      response.end('0 200 {"late":true}\n1 200 {"in":"time"}\n');
    };
    const hasty = client.post('GT', { body: '{}', token: 'h', timeoutMs: 50, bundles: 64 });
    const patient = client.post('GT', { body: '{}', token: 'p', timeoutMs: 2_000, bundles: 64 });
    await expect(hasty).rejects.toMatchObject({ code: 'STATE_TIMEOUT' });
    expect(await patient).toBe('{"in":"time"}');
  });

  it('keep the only connection from nobody, where the node answers all and does not end', async () => {
    answer = (response, tokens) =>
      response.write(tokens.map((_, index) => `${String(index)} 200 {}\n`).join(''));
    expect(await ask(2, { timeoutMs: 200 })).toEqual(['{}', '{}']);
    answer = answerAll;
    expect(await ask(2)).toEqual(['{"at":0}', '{"at":1}']);
  });

  it('are not hurt by an answer that is too large, even one that never ends', async () => {
    answer = (response) => {
      response.write(`0 200 {"large":"${'x'.repeat(maxAnswerBytes)}"}\n1 200 {"small":true}\n`);
      response.write(`2 200 {"endless":"${'x'.repeat(3 * maxAnswerBytes)}`);
    };
    expect(await ask(3, { timeoutMs: 5_000 })).toEqual([
      'STATE_ANSWER_TOO_LARGE',
      '{"small":true}',
      'STATE_ANSWER_TOO_LARGE',
    ]);
    // nor is the only connection kept until their time is over
    answer = answerAll;
    const startedAt = performance.now();
    expect(await ask(2)).toEqual(['{"at":0}', '{"at":1}']);
    expect(performance.now() - startedAt).toBeLessThan(1_500);
  });

  it('are not hurt by one that is refused, or answered with what is no object', async () => {
    answer = (response) => response.end('0 401 {"errors":[]}\n1 200 <html>\n2 200 {"well":true}\n3 500 {}\n');
    expect(await ask(4)).toEqual(['STATE_ERROR', 'NODE_BAD_RESPONSE', '{"well":true}', 'STATE_ERROR']);
  });

  it.each<[string, string, Answer]>([
    ['a page', 'NODE_BAD_RESPONSE', (response) => response.end('<html>\n</html>\n')],
    ['the answer to another question', 'NODE_BAD_RESPONSE', (response) => response.write('2 200 {}\n')],
    ['nothing', 'NODE_BAD_RESPONSE', (response) => response.end()],
    ['an error', 'STATE_ERROR', (response) => response.writeHead(503).end('0 200 {}\n')],
    ['compressed bytes', 'NODE_BAD_RESPONSE', (response) => response.end(Buffer.of(31, 139, 8, 0, 10, 1))],
    ['half of it', 'STATE_UNAVAILABLE', (response) => response.write('0 200 {"ha', () => response.destroy())],
    ['no more than a connection', 'STATE_UNAVAILABLE', (response) => response.destroy()],
    [
      'what says that it is packed and is not',
      'NODE_BAD_RESPONSE',
      (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('0 200 {}\n1 200 {}\n'),
    ],
    [
      'half of what is packed',
      'NODE_BAD_RESPONSE',
      (response) =>
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('0 200 {}\n').subarray(0, 12)),
    ],
    [
      'what is packed as nobody asked it to, and never ends',
      'NODE_BAD_RESPONSE',
      (response) => response.writeHead(200, { 'content-encoding': 'deflate' }).write('0 200 {}\n'),
    ],
  ])('fail where the node answers %s: %s', async (_, code, fault) => {
    answer = fault;
    expect(await ask(2)).toEqual([code, code]);
    answer = answerAll;
    expect(await ask(2)).toEqual(['{"at":0}', '{"at":1}']);
  });

  it.each([
    ['gzip', createGzip],
    ['br', createBrotliCompress],
  ])('are understood by %s, each as soon as it has come', async (encoding, createStream) => {
    let told = '';
    answer = async (response) => {
      response.writeHead(200, { 'content-encoding': encoding });
      const packed = createStream();
      packed.pipe(response);
      packed.write('1 200 {"first":true}\n');
      packed.flush();
      while (told === '') await pause(5);
      packed.end('0 200 {"second":true}\n');
    };
    const [second, first] = ['s', 'f'].map((token) =>
      client.post('GT', { body: '{}', token, timeoutMs: 2_000, bundles: 64 }),
    );
    told = await first!;
    expect([told, await second]).toEqual(['{"first":true}', '{"second":true}']);
    expect(accepted).toBe('gzip, br');
  });

  it('are not hurt by what grows beyond what is taken once it is unpacked', async () => {
    answer = (response) =>
      response
        .writeHead(200, { 'content-encoding': 'gzip' })
        .end(gzipSync(`0 200 {"l":"${'x'.repeat(1_000_000)}"}\n1 200 {}\n`));
    expect(await ask(2)).toEqual(['STATE_ANSWER_TOO_LARGE', '{}']);
  });

  it('leave over the same connection where the node had answered with a page of an error', async () => {
    answer = (response) => response.writeHead(502).end('<html>\n</html>\n');
    await ask(2);
    answer = answerAll;
    await ask(2);
    expect(connections).toBe(1);
  });

  it('that were answered before the node broke off are answered', async () => {
    answer = (response) => response.write('1 200 {"well":true}\n', () => response.destroy());
    expect(await ask(2)).toEqual(['STATE_UNAVAILABLE', '{"well":true}']);
  });

  it('are told one answer each, where the node gives another', async () => {
    answer = (response) => response.end('0 200 {"first":1}\n0 200 {"second":2}\n1 200 {}\n');
    expect(await ask(2)).toEqual(['{"first":1}', '{}']);
  });

  it('are one exchange for the circuit breaker: five that fail keep the node from being asked, five questions do not', async () => {
    answer = (response) => response.destroy();
    await ask(8);
    answer = answerAll;
    expect(await ask(2)).toEqual(['{"at":0}', '{"at":1}']);
    answer = (response) => response.destroy();
    for (let time = 0; time < 5; time += 1) await ask(2);
    answer = answerAll;
    expect(await ask(2)).toEqual(['STATE_UNAVAILABLE', 'STATE_UNAVAILABLE']);
    expect(exchanges).toHaveLength(7);
  });

  it('of which one is answered are no failure of the exchange', async () => {
    answer = (response) => response.end('0 200 {"at":0}\n1 500 {}\n');
    for (let time = 0; time < 6; time += 1) expect(await ask(2)).toEqual(['{"at":0}', 'STATE_ERROR']);
  });

  it('that are answered too much keep nobody from the node', async () => {
    answer = (response, tokens) =>
      response.end(tokens.map((_, index) => `${String(index)} 200 {"l":"${'x'.repeat(2_000)}"}\n`).join(''));
    for (let time = 0; time < 6; time += 1) await ask(2);
    answer = answerAll;
    expect(await ask(2)).toEqual(['{"at":0}', '{"at":1}']);
  });
});
