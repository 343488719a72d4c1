import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importJWK, SignJWT } from 'jose';
import { request } from 'undici';
import { demoGatewayId } from '../../cli/region/demo-region.js';
import { readPrivateKey } from '../../common/keys.js';
import { startTestRegion, type TestRegion } from './region-fixture.js';

let region: TestRegion;

beforeAll(async () => {
  region = await startTestRegion();
});
afterAll(async () => {
  await region.stop();
});

/** Sends to a node what a gateway would, and gives the code of its answer and of the entry in its own log. */
async function toNode(code: string, assertion: string | undefined, body: string): Promise<unknown> {
  const answer = await request(`${region.nodeUrl(code)}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(assertion !== undefined && { authorization: `Bearer ${assertion}` }),
    },
    body,
  });
  const json = (await answer.body.json()) as { errors?: { extensions: { code: string } }[] };
  const { type, data } = await region.lastEntry(`access-log-${code}`);
  return {
    status: answer.statusCode,
    code: json.errors?.[0]?.extensions.code,
    logged: { type, code: data.outcome.code },
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

function nodeRefused(code: string) {
  return { status: 401, code, logged: { type: 'org.istmo.node-refusal.v1', code } };
}

describe('a node asked without the gateway', () => {
  const body = JSON.stringify({ query: '{ _service { sdl } }' });

  /** Signed as a gateway does, for one State. @param request - what it is for, or what it says that it is for */
  async function assertion(
    claims: Record<string, unknown> = {},
    request: { readonly aud?: string; readonly body?: string } = {},
    keyName = 'gateway',
  ): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const key = readPrivateKey(region.folder.keyFile(keyName));
    const disclosure = Buffer.from(
      JSON.stringify([crypto.randomUUID(), { aud: 'GT', body: sha256(body), ...request }]),
    ).toString('base64url');
    const signed = await new SignJWT({
      iss: demoGatewayId,
      rid: 'r1',
      sub: 'officer',
      client: 'client',
      agency: 'US-ATF',
      country: 'US',
      roles: ['tracer'],
      purpose: 'FIREARM_TRACING',
      case: 'C1',
      urgency: 'ROUTINE',
      iat: now,
      exp: now + 60,
      requests: [{ '...': sha256(disclosure) }],
      ...claims,
    })
      .setProtectedHeader({ alg: 'EdDSA', kid: 'gateway', typ: 'istmo-request+sd-jwt' })
      .sign(await importJWK({ ...key }, 'EdDSA'));
    return `${signed}~${disclosure}~`;
  }

  it('answers a good assertion once, and refuses it when it comes again', async () => {
    const token = await assertion();
    expect(await toNode('GT', token, body)).toMatchObject({ status: 200, code: undefined });
    expect(await toNode('GT', token, body)).toEqual(nodeRefused('ASSERTION_REPLAYED'));
  });

  it.each<[string, string, () => Promise<string | undefined>]>([
    ['no assertion', 'ASSERTION_MISSING', () => Promise.resolve(undefined)],
    ['one for another State', 'ASSERTION_MISADDRESSED', () => assertion({}, { aud: 'SV' })],
    ['one for another body', 'ASSERTION_BODY_MISMATCH', () => assertion({}, { body: 'AAAA' })],
    [
      'one that is too old',
      'ASSERTION_STALE',
      () => assertion({ iat: Math.floor(Date.now() / 1000) - 150, exp: Math.floor(Date.now() / 1000) + 60 }),
    ],
    ['one that has expired', 'ASSERTION_STALE', () => assertion({ exp: Math.floor(Date.now() / 1000) - 90 })],
    ['one signed by another key', 'ASSERTION_INVALID', () => assertion({}, {}, 'state-SV')],
    [
      'one of a gateway that the region does not have',
      'ASSERTION_INVALID',
      () => assertion({ iss: 'other' }),
    ],
  ])('refuses %s as %s, and logs it', async (_, code, token) => {
    expect(await toNode('GT', await token(), body)).toEqual(nodeRefused(code));
  });

  it('says at any other door in the same form that there is nothing, and logs it', async () => {
    const answer = await request(`${region.nodeUrl('GT')}/graphql`);
    const json = (await answer.body.json()) as { errors: { extensions: { code: string } }[] };
    const { type, data } = await region.lastEntry('access-log-GT');
    expect([answer.statusCode, json.errors[0]!.extensions.code, type, data.outcome.code]).toEqual([
      404,
      'NOT_FOUND',
      'org.istmo.node-refusal.v1',
      'NOT_FOUND',
    ]);
  });

  it('decides by its own agreements, whatever the gateway asks for', async () => {
    const text =
      'query($r: [_Any!]!) { _entities(representations: $r) { ... on MemberState { firearms(first: 2) { totalCount edges { node { id make status } } } } } }';
    const wide = JSON.stringify({
      query: text,
      variables: { r: [{ __typename: 'MemberState', code: 'GT' }] },
    });
    const ask = async (agency: string, roles: string[]): Promise<unknown> => {
      const token = await assertion({ agency, roles }, { body: sha256(wide) });
      const answer = await request(`${region.nodeUrl('GT')}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: wide,
      });
      return answer.body.json();
    };
    expect(await ask('US-DEA', ['analyst'])).toMatchObject({
      data: null,
      errors: [{ extensions: { code: 'WITHHELD' } }],
    });
    expect(await ask('US-ATF', ['tracer'])).toMatchObject({
      data: {
        _entities: [
          { firearms: { edges: [{ node: { make: expect.any(String), status: expect.any(String) } }, {}] } },
        ],
      },
    });
    const narrow = (await ask('HN-ATIC', ['investigator'])) as {
      data: { _entities: { firearms: { edges: unknown[] } }[] };
    };
    expect(narrow.data._entities[0]!.firearms.edges).toMatchObject([
      { node: { make: expect.any(String) } },
      {},
    ]);
  });
});
