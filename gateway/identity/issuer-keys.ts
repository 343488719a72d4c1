import { createRemoteJWKSet, errors as jose, type JWTVerifyGetKey } from 'jose';
import { request } from 'undici';
import { z } from 'zod';
import { IstmoError } from '../../common/errors.js';

/** Finds the key that a token of one issuer says it is signed with. */
export type IssuerKeys = JWTVerifyGetKey;

const metadataSchema = z.object({ issuer: z.string(), jwks_uri: z.url() });

const timeoutMs = 3_000;

/**
 * Makes the keys of an issuer: its metadata is looked up when a token first needs it, its keys again when one is not
 * known yet.
 *
 * @throws IstmoError `IDENTITY_UNAVAILABLE` where the provider cannot be reached or is not what it should be
 */
export function createIssuerKeys(issuer: string): IssuerKeys {
  let keys: Promise<JWTVerifyGetKey> | undefined;
  return async (header, token) => {
    keys ??= discover(issuer);
    try {
      const find = await keys;
      return await find(header, token);
    } catch (cause) {
      // no such key is the token's fault; all else is the provider's, and is tried again next time
      if (cause instanceof jose.JWKSNoMatchingKey) throw cause;
      if (cause instanceof IstmoError) keys = undefined;
      throw new IstmoError('IDENTITY_UNAVAILABLE', { cause });
    }
  };
}

async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  try {
    const { statusCode, body } = await request(`${issuer}/.well-known/openid-configuration`, {
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
    });
    const metadata = metadataSchema.parse(await body.json());
    if (statusCode !== 200 || metadata.issuer !== issuer) throw new Error(`metadata of ${metadata.issuer}`);
    return createRemoteJWKSet(new URL(metadata.jwks_uri), {
      timeoutDuration: timeoutMs,
      cooldownDuration: 10_000,
    });
  } catch (cause) {
    throw new IstmoError('IDENTITY_UNAVAILABLE', { cause });
  }
}
