import { FlattenedSign, importJWK } from 'jose';
import type { PrivateKey } from '../../common/keys.js';
import { type AgreementText, canonicalText, type RevocationText } from './agreement-text.js';
import type { Party } from './parties.js';

/** A text with its signatures: JWS JSON serialization (RFC 7515, 7.2.1), EdDSA. */
export interface Signed {
  readonly payload: string;
  readonly signatures: readonly { readonly protected: string; readonly signature: string }[];
}

/** What `typ` of a signature's header is, so that no other text of a key's can stand for an agreement. */
export const signatureType = 'istmo-agreement+jws';

/** Signs a text as the first party. @param now - milliseconds since 1970 */
export async function signText(
  text: AgreementText | RevocationText,
  party: Party,
  key: PrivateKey,
  now: number,
): Promise<Signed> {
  const payload = new TextEncoder().encode(canonicalText(text));
  const { payload: encoded, ...signature } = await signPayload(payload, party, key, now);
  return { payload: encoded, signatures: [signature] };
}

/** Signs the same bytes as the other party. */
export async function countersign(
  signed: Signed,
  party: Party,
  key: PrivateKey,
  now: number,
): Promise<Signed> {
  const payload = Buffer.from(signed.payload, 'base64url');
  const { protected: header, signature } = await signPayload(payload, party, key, now);
  return { ...signed, signatures: [...signed.signatures, { protected: header, signature }] };
}

async function signPayload(payload: Uint8Array, party: Party, key: PrivateKey, now: number) {
  const header = { alg: 'EdDSA', typ: signatureType, kid: key.kid, party, iat: Math.floor(now / 1_000) };
  const signed = await new FlattenedSign(payload)
    .setProtectedHeader(header)
    .sign(await importJWK(key, 'EdDSA'));
  return { payload: signed.payload, protected: signed.protected ?? '', signature: signed.signature };
}
