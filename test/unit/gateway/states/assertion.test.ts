import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { importJWK, jwtVerify } from 'jose';
import type { PrivateKey } from '../../../../common/keys.js';
import type { Region } from '../../../../common/region.js';
import { createAsserter, type Statement } from '../../../../gateway/states/assertion.js';
import { createAssertionVerifier } from '../../../../subgraphs/kit/assertion.js';
import { newEd25519Key } from '../../../../common/keys.js';

const now = Date.parse('2026-06-01T12:00:00Z');
const jwk = newEd25519Key();
const key: PrivateKey = { ...jwk, kid: 'g' };
const region = {
  gateways: [{ id: 'gw', publicKey: { kty: 'OKP', crv: 'Ed25519', kid: 'g', x: jwk.x } }],
} as unknown as Region;
const assert = createAsserter('gw', key, 9, () => now);

const statement: Statement = {
  requestId: 'r',
  requester: { agency: 'US-ATF', country: 'US', officer: 'o', client: 'c', roles: ['tracer'] },
  declaration: { purpose: 'FIREARM_TRACING', case: 'C-1', urgency: 'ROUTINE' },
  requests: [
    { state: 'GT', body: '{"for":"GT"}' },
    { state: 'SV', body: '{"for":"SV"}' },
  ],
};

function tokenFor(state: string, signed = assert(statement)): string {
  return signed.get(state)!.token;
}

async function open(state: string, token: string, body: string, at = now): Promise<unknown> {
  const verify = await createAssertionVerifier(region, state, () => at);
  return verify(`Bearer ${token}`, Buffer.from(body)).catch(
    (error: unknown) => (error as { code: string }).code,
  );
}

describe("a gateway's assertion", () => {
  it('is taken by the node that it is for, with the body that it is for', async () => {
    const signed = assert(statement);
    expect(await open('GT', tokenFor('GT', signed), '{"for":"GT"}')).toEqual({
      iss: 'gw',
      rid: 'r',
      sub: 'o',
      client: 'c',
      agency: 'US-ATF',
      country: 'US',
      roles: ['tracer'],
      purpose: 'FIREARM_TRACING',
      case: 'C-1',
      urgency: 'ROUTINE',
      iat: now / 1000,
      exp: now / 1000 + 60,
      aud: 'GT',
      body: createHash('sha256').update('{"for":"GT"}').digest('base64url'),
      jti: signed.get('GT')!.jti,
    });
  });

  it('is taken where the clocks of gateway and node differ by a minute, and not where by more than it lives besides', async () => {
    const at = async (seconds: number): Promise<unknown> => {
      const answer = await open('GT', tokenFor('GT'), '{"for":"GT"}', now + seconds * 1000);
      return typeof answer === 'string' ? answer : 'taken';
    };
    expect(await Promise.all([-61, -60, 60, 119, 121].map(at))).toEqual([
      'ASSERTION_STALE',
      'taken',
      'taken',
      'taken',
      'ASSERTION_STALE',
    ]);
  });

  it('is refused by every other node, and with every other body', async () => {
    expect([
      await open('SV', tokenFor('GT'), '{"for":"GT"}'),
      await open('GT', tokenFor('GT'), '{"for":"SV"}'),
    ]).toEqual(['ASSERTION_MISADDRESSED', 'ASSERTION_BODY_MISMATCH']);
  });

  it('stands for no request that was not signed with it', async () => {
    const [signed] = tokenFor('GT').split('~');
    const forged = Buffer.from(
      JSON.stringify(['salt', { aud: 'GT', body: createHash('sha256').update('{}').digest('base64url') }]),
    ).toString('base64url');
    const [, ofAnother] = tokenFor('GT', assert(statement)).split('~');
    expect([
      await open('GT', `${signed!}~${forged}~`, '{}'),
      await open('GT', `${signed!}~${ofAnother!}~`, '{"for":"GT"}'),
      await open('GT', `${signed!}~`, '{"for":"GT"}'),
      await open('GT', signed!, '{"for":"GT"}'),
      await open('GT', `${tokenFor('GT')}x`, '{"for":"GT"}'),
    ]).toEqual(Array.from({ length: 5 }, () => 'ASSERTION_INVALID'));
  });

  it('tells a State neither which others are asked nor how many', async () => {
    const publicKey = await importJWK(region.gateways[0]!.publicKey, 'EdDSA');
    const shown = async (requests: Statement['requests']) => {
      const [signed, disclosure, rest] = tokenFor('GT', assert({ ...statement, requests })).split('~');
      const { payload, protectedHeader } = await jwtVerify(signed!, publicKey, {
        currentDate: new Date(now),
      });
      const digests = (payload['requests'] as { '...': string }[]).map((digest) => digest['...']);
      expect(digests).toContain(createHash('sha256').update(disclosure!).digest('base64url'));
      expect(digests).toEqual([...digests].sort());
      expect([rest, protectedHeader.typ]).toEqual(['', 'istmo-request+sd-jwt']);
      return { ...payload, requests: digests.map(({ length }) => length) };
    };
    const alone = await shown(statement.requests.slice(0, 1));
    expect(alone).toEqual(await shown(statement.requests));
    expect(alone.requests).toEqual(Array.from({ length: 9 }, () => 43));
    expect(JSON.stringify(alone)).not.toContain('SV');
  });

  it('names each request by an id of its own, each time', () => {
    const ids = [...assert(statement).values(), ...assert(statement).values()].map(({ jti }) => jti);
    expect(new Set(ids).size).toBe(4);
  });
});
