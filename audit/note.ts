import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** Signs notes under a name. @see C2SP signed-note */
export interface NoteSigner {
  readonly name: string;
  readonly verifierKey: string;
  sign(text: string): string;
}

/** Byte before the key in a verifier key and in what its id is made of: what is signed with Ed25519. */
const noteKind = 1;
export const cosignatureKind = 4;
/** What stands before the 32 bytes of an Ed25519 key in DER. */
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** @param privateJwk - Ed25519 key */
export function createNoteSigner(name: string, privateJwk: Readonly<Record<string, unknown>>): NoteSigner {
  const { key, keyId, verifierKey } = signingKey(name, noteKind, privateJwk);
  return {
    name,
    verifierKey,
    sign: (text) => {
      const signature = sign(null, Buffer.from(text, 'utf8'), key);
      return `${text}\n${signatureLine(name, keyId, signature)}`;
    },
  };
}

/** A private key with what others know it by. */
export function signingKey(name: string, kind: number, privateJwk: Readonly<Record<string, unknown>>) {
  const key = createPrivateKey({ key: { ...privateJwk }, format: 'jwk' });
  const publicBytes = rawKey(createPublicKey(key));
  const keyId = keyIdOf(name, kind, publicBytes);
  const verifierKey = `${name}+${keyId.toString('hex')}+${Buffer.concat([Buffer.of(kind), publicBytes]).toString('base64')}`;
  return { key, keyId, verifierKey };
}

export function signatureLine(name: string, keyId: Buffer, signature: Buffer): string {
  return `— ${name} ${Buffer.concat([keyId, signature]).toString('base64')}\n`;
}

/** A key that notes are verified with. */
export interface NoteVerifier {
  readonly name: string;
  /** @returns the note's text; undefined where no signature of this key fits */
  open(note: string): string | undefined;
}

/** @throws Error where the text is no verifier key `name+hex+base64` of notes */
export function parseVerifierKey(text: string): NoteVerifier {
  const { name, keyId, key } = publicKeyOf(text, noteKind);
  return { name, open: (note) => openNote(note, name, keyId, key) };
}

/** @throws Error where the text is no verifier key of this kind */
export function publicKeyOf(text: string, kind: number) {
  const [, name, hex, base64] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/u.exec(text.trim()) ?? [];
  const bytes = Buffer.from(base64 ?? '', 'base64');
  const publicBytes = bytes.subarray(1);
  const keyId = keyIdOf(name ?? '', kind, publicBytes);
  if (name === undefined || bytes.length !== 33 || bytes[0] !== kind || keyId.toString('hex') !== hex)
    throw new Error('not a verifier key of the form name+id+key');
  const key = createPublicKey({ key: Buffer.concat([spkiPrefix, publicBytes]), format: 'der', type: 'spki' });
  return { name, keyId, key };
}

function openNote(note: string, name: string, keyId: Buffer, key: KeyObject): string | undefined {
  const { text, signatures } = splitNote(note);
  const isSigned = signaturesBy(signatures, name, keyId).some((signature) =>
    verify(null, Buffer.from(text, 'utf8'), key, signature),
  );
  return isSigned ? text : undefined;
}

/** A note's text and its signature lines. */
export function splitNote(note: string): { readonly text: string; readonly signatures: readonly string[] } {
  const split = note.lastIndexOf('\n\n');
  return { text: note.slice(0, split + 1), signatures: note.slice(split + 2).split('\n') };
}

/** The signatures of one key, without its id. */
export function signaturesBy(lines: readonly string[], name: string, keyId: Buffer): readonly Buffer[] {
  const prefix = `— ${name} `;
  return lines
    .filter((line) => line.startsWith(prefix))
    .map((line) => Buffer.from(line.slice(prefix.length), 'base64'))
    .filter((bytes) => bytes.subarray(0, 4).equals(keyId))
    .map((bytes) => bytes.subarray(4));
}

function keyIdOf(name: string, kind: number, publicBytes: Buffer): Buffer {
  return createHash('sha256')
    .update(Buffer.concat([Buffer.from(`${name}\n`, 'utf8'), Buffer.of(kind), publicBytes]))
    .digest()
    .subarray(0, 4);
}

function rawKey(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' }).subarray(spkiPrefix.length);
}
