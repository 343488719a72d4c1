import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { Redis } from 'ioredis';
import { createDocumentCache } from '../../gateway/admission/document-cache.js';
import { createRateLimit } from '../../gateway/admission/rate.js';

let one: Redis;
let other: Redis;

beforeAll(() => {
  const url = process.env['REDIS_URL'];
  if (url === undefined) throw new Error('REDIS_URL is not set: run npm test');
  one = new Redis(url, { enableOfflineQueue: true });
  other = new Redis(url, { enableOfflineQueue: true });
});
afterAll(() => {
  one.disconnect();
  other.disconnect();
});

/** Requests that an agency gets through two gateways in turn, and how the first one over the rate is refused. */
async function throughTwo(redis: readonly (Redis | undefined)[], agency: string): Promise<unknown> {
  const gateways = redis.map((client) => createRateLimit(5, client));
  for (let admitted = 0; admitted < 20; admitted += 1)
    try {
      await gateways[admitted % 2]!.admit(agency);
    } catch (error) {
      return { admitted, error };
    }
  return { admitted: 20 };
}

const refused = { code: 'RATE_LIMITED', details: { retryAfterSeconds: expect.any(Number) } };

describe('the rate limit of an agency', () => {
  it('is one for all gateways that share Redis', async () => {
    expect(await throughTwo([one, other], `A-${String(Date.now())}`)).toMatchObject({
      admitted: 5,
      error: refused,
    });
  });

  it("is each gateway's own without Redis", async () => {
    expect(await throughTwo([undefined, undefined], 'A')).toMatchObject({ admitted: 10, error: refused });
  });

  it('holds while Redis is away, each gateway counting for itself', async () => {
    const away = new Redis('redis://127.0.0.1:1', {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 1,
      lazyConnect: true,
    });
    away.on('error', () => undefined);
    expect(await throughTwo([away, away], 'A')).toMatchObject({ admitted: 10, error: refused });
    away.disconnect();
  });
});

describe('known operations', () => {
  it('are known to every gateway that shares Redis', async () => {
    const text = `{ me { agency } } # ${String(Date.now())}`;
    const hash = createHash('sha256').update(text).digest('hex');
    await createDocumentCache(one).set(hash, text);
    const cache = createDocumentCache(other);
    expect(await cache.get(hash)).toBe(text);
    await cache.delete(hash);
    expect(await createDocumentCache(one).get(hash)).toBeUndefined();
  });

  it.each<[string, string, boolean]>([
    ['a text', '{ firearm(serialNumber: "BKR4471") { id } }', false],
    ['a long text', '{ firearm(note: """BKR4471""") { id } }', false],
    ['a text in a list', '{ firearm(serialNumbers: [{ is: "BKR4471" }]) { id } }', false],
    ['a number that may name somebody', '{ person(document: 2451984) { id } }', false],
    [
      'nothing but variables',
      'query ($serial: String!) { firearm(serialNumber: $serial, first: 200) { id } }',
      true,
    ],
    ['no document', 'BKR4471', false],
  ])('are kept only where what is looked for stands in variables: %s', async (_, text, isKept) => {
    const cache = createDocumentCache(one);
    const key = `${String(Date.now())}-${text}`;
    await cache.set(key, text);
    expect(await cache.get(key)).toBe(isKept ? text : undefined);
    await cache.delete(key);
  });

  it('are merely unknown while Redis is away', async () => {
    const away = new Redis('redis://127.0.0.1:1', {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 1,
      lazyConnect: true,
    });
    away.on('error', () => undefined);
    const cache = createDocumentCache(away);
    await cache.set('a', '{ me { agency } }');
    expect(await cache.get('a')).toBeUndefined();
    away.disconnect();
  });
});
