import type { PrivateKey } from '../../common/keys.js';
import type { PublicKey } from '../../common/region.js';
import { newEd25519Key } from '../../common/keys.js';

/** A new Ed25519 key. */
export function makeKey(kid: string): PrivateKey {
  const jwk = newEd25519Key();
  return { kty: 'OKP', crv: 'Ed25519', kid, x: jwk.x, d: jwk.d };
}

export function publicHalf({ kty, crv, kid, x }: PrivateKey): PublicKey {
  return { kty, crv, kid, x };
}
