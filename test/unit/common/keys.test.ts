import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { newEd25519Key, newP256Key, readPrivateKey } from '../../../common/keys.js';

const path = join(mkdtempSync(join(tmpdir(), 'istmo-keys-')), 'key.jwk');
const key = { ...newEd25519Key(), kid: 'GT-1' };

describe('a private key in a file', () => {
  it('is read without what else stands there', () => {
    writeFileSync(path, JSON.stringify({ ...key, use: 'sig', note: 'of no use' }));
    expect(readPrivateKey(path)).toEqual(key);
  });

  it.each([
    ['no kid', newEd25519Key()],
    ['no private part', { ...key, d: undefined }],
    ['another curve', { ...newP256Key(), kid: 'GT-1' }],
    ['a number for a text', { ...key, x: 7 }],
    ['no object', 'key'],
    ['null', null],
  ])('is refused by the name of its file where it has %s', (_what, written) => {
    writeFileSync(path, JSON.stringify(written));
    expect(() => readPrivateKey(path)).toThrow(`${path}: not a private Ed25519 JWK with a kid`);
  });
});
