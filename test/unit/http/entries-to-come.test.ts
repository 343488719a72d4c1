import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { noteEntriesToCome } from '../../../gateway/http/entries-to-come.js';

let app: FastifyInstance;
let toCome: Set<string>;
let opened: number;

beforeEach(() => {
  app = Fastify();
  toCome = new Set();
  opened = 0;
  app.decorateRequest('exchange', undefined);
  app.addHook('onRequest', (request, _reply, done) => {
    opened += 1;
    request.exchange = { requestId: String(opened), receivedAt: 0, sourceAddress: '::1', answers: [] };
    done();
  });
  noteEntriesToCome(app, toCome);
});
afterEach(() => app.close());

const asking = { method: 'POST', url: '/', headers: { 'content-type': 'application/json' } } as const;
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the entries that are to come', () => {
  it('are those of requests under way', async () => {
    const seen: (readonly string[])[] = [];
    let bothAreHere: () => void;
    const together = new Promise<void>((resolve) => (bothAreHere = resolve));
    app.post('/', async () => {
      seen.push([...toCome]);
      if (seen.length === 2) bothAreHere();
      await together;
      return {};
    });
    await Promise.all([1, 2].map(() => app.inject({ ...asking, payload: {} })));
    expect(seen.at(-1)).toEqual(['1', '2']);
    expect([...toCome]).toEqual([]);
  });

  it('are not those of whoever is still sending its question', async () => {
    const payload = new Readable({ read: () => undefined });
    app.post('/', () => ({ toCome: [...toCome] }));
    const asked = app.inject({ ...asking, payload });
    while (opened === 0) await nextTurn();
    await nextTurn();
    expect([...toCome]).toEqual([]);
    payload.push('{}');
    payload.push(null);
    expect((await asked).json()).toEqual({ toCome: ['1'] });
  });
});
