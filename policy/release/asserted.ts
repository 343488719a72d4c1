import { compactVerify, importJWK } from 'jose';
import { z } from 'zod';
import type { PublicKey, Region } from '../../common/region.js';
import { sha256 } from '../../common/sha256.js';
import type { Evidence } from './life.js';

/** Gateways that may assert who asked. */
export type Gateways = Region['gateways'];

const claimsSchema = z.object({
  iss: z.string(),
  sub: z.string().min(1),
  agency: z.string().min(1),
  country: z.string(),
  roles: z.array(z.string()),
  purpose: z.string(),
  case: z.string().optional(),
  iat: z.number(),
  requests: z.array(z.object({ '...': z.string() })),
});

const disclosureSchema = z.tuple([z.string(), z.object({ aud: z.string(), body: z.string() })]);

/** What a gateway of the region's once asserted of a request: who made it, why, to which State, when. */
export interface Asserted extends Omit<z.infer<typeof claimsSchema>, 'requests'> {
  readonly jti: string;
  readonly aud: string;
}

/**
 * Reads an assertion that was checked when it was fresh, however long ago: whether a gateway of the register has signed it, and
 * for this text.
 *
 * @returns undefined where that is not so
 */
export async function readEvidence(
  { assertion, text }: Evidence,
  gateways: Gateways,
): Promise<Asserted | undefined> {
  try {
    const [, signed = '', disclosure = ''] = /^([^~]+)~([^~]+)~$/u.exec(assertion) ?? [];
    const { requests, ...claims } = await openClaims(signed, gateways);
    const [, { aud, body }] = disclosureSchema.parse(
      JSON.parse(Buffer.from(disclosure, 'base64url').toString()),
    );
    const jti = sha256(disclosure);
    if (!requests.some((digest) => digest['...'] === jti) || body !== sha256(text)) return undefined;
    return { ...claims, jti, aud };
  } catch {
    return undefined;
  }
}

async function openClaims(signed: string, gateways: Gateways): Promise<z.infer<typeof claimsSchema>> {
  const [, encoded = ''] = signed.split('.');
  const claims = claimsSchema.parse(JSON.parse(Buffer.from(encoded, 'base64url').toString()));
  const gateway = gateways.find(({ id }) => id === claims.iss);
  const keys: readonly PublicKey[] =
    gateway === undefined ? [] : [gateway.publicKey, ...(gateway.formerKeys ?? [])];
  await Promise.any(
    keys.map(async ({ kty, crv, x }) =>
      compactVerify(signed, await importJWK({ kty, crv, x }, 'EdDSA'), { algorithms: ['EdDSA'] }),
    ),
  );
  return claims;
}
