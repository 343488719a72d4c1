import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { Pool } from 'undici';
import { postBundle } from '../../../../gateway/states/post-bundle.js';

/** Posts a bundle of one question. @returns what would hold whoever waited for the answer */
async function post(pool: Pool): Promise<WeakRef<object>> {
  const question = { token: 't', body: '{}', timeoutMs: 60_000, settle: () => undefined };
  await postBundle(pool, { path: '/graphql', questions: [question], maxBytes: 1_000 });
  return new WeakRef(question);
}

describe('a bundle', () => {
  it('holds nobody who has been answered, though its connection stays open', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const server = createServer((_request, response) => response.end('0 200 {}\n'));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const pool = new Pool(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
    const held = await post(pool);
    await turn();
    collect();
    expect(held.deref()).toBeUndefined();
    await pool.close();
    server.close();
  });
});
