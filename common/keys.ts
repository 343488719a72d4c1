import { createPrivateKey, generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const privateKeySchema = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  kid: z.string(),
  x: z.string(),
  d: z.string(),
});

/** A private Ed25519 key, as a JWK. */
export type PrivateKey = z.infer<typeof privateKeySchema>;

/** Reads a private key. @throws Error naming the file, never what is in it */
export function readPrivateKey(path: string): PrivateKey {
  const parsed = privateKeySchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new Error(`${path}: not a private Ed25519 JWK with a kid`);
  return parsed.data;
}

/** A new private Ed25519 key, as a JWK without a `kid`. */
export function newEd25519Key(): Omit<PrivateKey, 'kid'> {
  const { privateKey } = generateKeyPairSync('ed25519', {
    privateKeyEncoding: { format: 'der', type: 'pkcs8' },
    publicKeyEncoding: { format: 'der', type: 'spki' },
  });
  return privateKeySchema.omit({ kid: true }).parse(jwkOf(privateKey));
}

/** A new private key on the curve P-256, as a JWK, for ES256. */
export function newP256Key(): JsonWebKey {
  const { privateKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { format: 'der', type: 'pkcs8' },
    publicKeyEncoding: { format: 'der', type: 'spki' },
  });
  return jwkOf(privateKey);
}

/**
 * A key is written and read anew before it is exported: Node waits for itself, for ever, where it collects a finished
 * generation as garbage while it exports the key that came of it.
 */
function jwkOf(key: Buffer): JsonWebKey {
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' }).export({ format: 'jwk' });
}
