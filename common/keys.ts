import { createPrivateKey, generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A private Ed25519 key, as a JWK. */
export type PrivateKey = {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly kid: string;
  readonly x: string;
  readonly d: string;
};

/** Reads a private key. @throws Error naming the file, never what is in it */
export function readPrivateKey(path: string): PrivateKey {
  const { kid, ...key } = asObject(JSON.parse(readFileSync(path, 'utf8')));
  const read = ed25519Key(key);
  if (read === undefined || typeof kid !== 'string')
    throw new Error(`${path}: not a private Ed25519 JWK with a kid`);
  return { ...read, kid };
}

/** Told by hand: the library of schemas would take 9 MB more of each thread in which a log is written. */
function ed25519Key({ kty, crv, x, d }: JsonWebKey): Omit<PrivateKey, 'kid'> | undefined {
  if (kty !== 'OKP' || crv !== 'Ed25519' || typeof x !== 'string' || typeof d !== 'string') return undefined;
  return { kty, crv, x, d };
}

function asObject(json: unknown): JsonWebKey {
  return typeof json === 'object' && json !== null ? (json as JsonWebKey) : {};
}

/** A new private Ed25519 key, as a JWK without a `kid`. */
export function newEd25519Key(): Omit<PrivateKey, 'kid'> {
  const { privateKey } = generateKeyPairSync('ed25519', {
    privateKeyEncoding: { format: 'der', type: 'pkcs8' },
    publicKeyEncoding: { format: 'der', type: 'spki' },
  });
  const key = ed25519Key(jwkOf(privateKey));
  if (key === undefined) throw new Error('a new key is none of its kind');
  return key;
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
