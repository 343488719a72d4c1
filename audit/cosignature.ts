import { sign, verify } from 'node:crypto';
import { cosignatureKind, publicKeyOf, signatureLine, signaturesBy, signingKey, splitNote } from './note.js';

/** Says of a checkpoint that it is the largest of its log that was seen by then. @see C2SP tlog-cosignature */
export interface Cosigner {
  readonly verifierKey: string;
  /** @param text - the checkpoint's @param seconds - since 1970 @returns a signature line */
  cosign(text: string, seconds: number): string;
}

/** @param privateJwk - an Ed25519 key that signs nothing else */
export function createCosigner(name: string, privateJwk: Readonly<Record<string, unknown>>): Cosigner {
  const { key, keyId, verifierKey } = signingKey(name, cosignatureKind, privateJwk);
  return {
    verifierKey,
    cosign: (text, seconds) => {
      const time = Buffer.alloc(8);
      time.writeBigUInt64BE(BigInt(seconds));
      const signature = sign(null, message(text, BigInt(seconds)), key);
      return signatureLine(name, keyId, Buffer.concat([time, signature]));
    },
  };
}

/** When a witness cosigned a note, in seconds since 1970; undefined where it did not. */
export function cosignedAt(note: string, verifierKey: string): number | undefined {
  const { name, keyId, key } = publicKeyOf(verifierKey, cosignatureKind);
  const { text, signatures } = splitNote(note);
  for (const bytes of signaturesBy(signatures, name, keyId)) {
    if (bytes.length !== 72) continue;
    const seconds = bytes.readBigUInt64BE();
    if (verify(null, message(text, seconds), key, bytes.subarray(8))) return Number(seconds);
  }
  return undefined;
}

function message(text: string, seconds: bigint): Buffer {
  return Buffer.from(`cosignature/v1\ntime ${String(seconds)}\n${text}`, 'utf8');
}
