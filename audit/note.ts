import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** Signs notes under a name. @see C2SP signed-note */
export interface NoteSigner {
  readonly name: string;
  readonly verifierKey: string;
  sign(text: string): string;
}

/** Bytes before the key in a verifier key and in what its id is made of: the algorithm, Ed25519. */
const ed25519 = Buffer.of(1);
/** What stands before the 32 bytes of an Ed25519 key in DER. */
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** @param privateJwk - Ed25519 key */
export function createNoteSigner(name: string, privateJwk: Readonly<Record<string, unknown>>): NoteSigner {
  const key = createPrivateKey({ key: { ...privateJwk }, format: 'jwk' });
  const publicBytes = rawKey(createPublicKey(key));
  const keyId = keyIdOf(name, publicBytes);
  return {
    name,
    verifierKey: `${name}+${keyId.toString('hex')}+${Buffer.concat([ed25519, publicBytes]).toString('base64')}`,
    sign: (text) => {
      const signature = sign(null, Buffer.from(text, 'utf8'), key);
      return `${text}\n— ${name} ${Buffer.concat([keyId, signature]).toString('base64')}\n`;
    },
  };
}

/** A key that notes are verified with. */
export interface NoteVerifier {
  readonly name: string;
  /** @returns the note's text; undefined where no signature of this key fits */
  open(note: string): string | undefined;
}

/** @throws Error where the text is no verifier key `name+hex+base64` */
export function parseVerifierKey(text: string): NoteVerifier {
  const [, name, hex, base64] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/u.exec(text.trim()) ?? [];
  const bytes = Buffer.from(base64 ?? '', 'base64');
  const publicBytes = bytes.subarray(1);
  if (
    name === undefined ||
    bytes.length !== 33 ||
    bytes[0] !== 1 ||
    keyIdOf(name, publicBytes).toString('hex') !== hex
  )
    throw new Error('not a verifier key of the form name+id+key');
  const key = createPublicKey({ key: Buffer.concat([spkiPrefix, publicBytes]), format: 'der', type: 'spki' });
  return { name, open: (note) => openNote(note, name, keyIdOf(name, publicBytes), key) };
}

function openNote(note: string, name: string, keyId: Buffer, key: KeyObject): string | undefined {
  const split = note.lastIndexOf('\n\n');
  if (split < 0) return undefined;
  const text = note.slice(0, split + 1);
  const prefix = `— ${name} `;
  for (const line of note.slice(split + 2).split('\n')) {
    if (!line.startsWith(prefix)) continue;
    const bytes = Buffer.from(line.slice(prefix.length), 'base64');
    if (!bytes.subarray(0, 4).equals(keyId)) continue;
    if (verify(null, Buffer.from(text, 'utf8'), key, bytes.subarray(4))) return text;
  }
  return undefined;
}

function keyIdOf(name: string, publicBytes: Buffer): Buffer {
  return createHash('sha256')
    .update(Buffer.concat([Buffer.from(`${name}\n`, 'utf8'), ed25519, publicBytes]))
    .digest()
    .subarray(0, 4);
}

function rawKey(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' }).subarray(spkiPrefix.length);
}
