import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { type AuditedGateway, openGateway, regionGateway } from './audited-gateway.js';

/** @see GraphQL over HTTP, https://graphql.github.io/graphql-over-http/draft/ */
describe.each([
  ['the gateway of a region', regionGateway],
  ['an open gateway', openGateway],
])('%s', (_, start) => {
  let gateway: AuditedGateway;

  beforeAll(async () => {
    gateway = await start();
  });
  afterAll(() => gateway.stop());

  const audits = serverAudits({
    url: () => gateway.url,
    fetchFn: (url: string, init?: RequestInit) => gateway.fetch(url, init),
  });

  it.each(audits)('passes $id: $name', async ({ id, name, fn }) => {
    expect(await fn()).toEqual({ id, name, status: 'ok' });
  });

  it('is asked once in each of the 61 audits, and has an entry in its log for each where it keeps one', async () => {
    expect([audits.length, await gateway.entries()]).toEqual([61, gateway.keepsLog ? 61 : 0]);
  });

  it('answers nothing to what a page of another site can send', async () => {
    const body = JSON.stringify({ query: '{ __typename }' });
    const replies = await Promise.all([
      fetch(`${gateway.url}?query=%7B__typename%7D`),
      fetch(gateway.url, { method: 'POST', headers: { 'content-type': 'text/plain' }, body }),
    ]);
    expect(await Promise.all(replies.map((reply) => reply.json()))).toEqual(
      Array(2).fill({ errors: [{ message: expect.any(String), extensions: expect.any(Object) }] }),
    );
  });
});
