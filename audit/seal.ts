import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** What was asked, in full: never in clear in the log. */
export interface SealedContent {
  readonly document?: string;
  readonly variables?: unknown;
  readonly justification?: string;
  /** Document and variables were more than an entry holds, and are not kept. */
  readonly tooLarge?: true;
}

/** Content under a key of its own, and that key under the keys of States. */
export interface Seal {
  readonly alg: 'A256GCM';
  /** base64 of nonce, ciphertext and tag. */
  readonly data: string;
  /** For each State that was asked, by the name of its key, `GT-2026-11`: the content's key, sealed. */
  readonly keys: Readonly<Record<string, string>>;
}

/** Keys of States and months. */
export interface SealKeys {
  /** The key of that name, made now where there is none. @throws Error where it was destroyed or cannot be kept */
  forSealing(name: string): Buffer;
  /** @returns undefined where there is none, or none any more */
  find(name: string): Buffer | undefined;
  /** What was sealed under it can never be read again. @returns whether there was one */
  destroy(name: string): boolean;
  names(): readonly string[];
}

const nonceBytes = 12;
const tagBytes = 16;
const keyBytes = 32;
/** Bytes of a key that is sealed, and of anything that is sealed at the least. */
export const sealBytes = { key: nonceBytes + keyBytes + tagBytes, least: nonceBytes + 1 + tagBytes };
/** Bytes of compressed content: with its envelope it must fit into one entry. */
const maxContentBytes = 24_000;

export const sealKeyNamePattern = /^[A-Z]{2}-\d{4}-\d{2}$/u;

/** `GT-2026-11`, of the month in UTC */
export function sealKeyName(state: string, time: string): string {
  return `${state}-${time.slice(0, 7)}`;
}

/** Seals content so that each of the named keys opens it. */
export function sealContent(content: SealedContent, names: readonly string[], keys: SealKeys): Seal {
  const own = randomBytes(keyBytes);
  const { justification } = content;
  const whole = pack(content);
  const kept =
    whole.length <= maxContentBytes
      ? whole
      : pack({ ...(justification !== undefined && { justification }), tooLarge: true });
  return {
    alg: 'A256GCM',
    data: encrypt(own, kept, '').toString('base64'),
    keys: Object.fromEntries(
      names.map((name) => [name, encrypt(keys.forSealing(name), own, name).toString('base64')]),
    ),
  };
}

/** @returns undefined where none of its keys is there any more @throws Error where it was altered */
export function openSeal(
  seal: Seal,
  keys: Pick<SealKeys, 'find'>,
  names = Object.keys(seal.keys),
): SealedContent | undefined {
  for (const name of names) {
    const key = keys.find(name);
    const wrapped = seal.keys[name];
    if (key === undefined || wrapped === undefined) continue;
    const own = decrypt(key, Buffer.from(wrapped, 'base64'), name);
    const content = inflateRawSync(decrypt(own, Buffer.from(seal.data, 'base64'), ''));
    return JSON.parse(content.toString('utf8')) as SealedContent;
  }
  return undefined;
}

function pack(content: SealedContent): Buffer {
  return deflateRawSync(JSON.stringify(content), { level: 1 });
}

/** @param bound - what the ciphertext is bound to: a key of one name is no key of another */
function encrypt(key: Buffer, clear: Buffer, bound: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(bound, 'utf8'));
  return Buffer.concat([nonce, cipher.update(clear), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: Buffer, sealed: Buffer, bound: string): Buffer {
  const nonce = sealed.subarray(0, nonceBytes);
  // a tag that was cut short is none
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
    .setAAD(Buffer.from(bound, 'utf8'))
    .setAuthTag(sealed.subarray(-tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()]);
}
