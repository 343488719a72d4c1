import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { openAuditLog } from '../../../audit/log.js';
import { parseVerifierKey } from '../../../audit/note.js';
import { checkReceipt, makeReceipt } from '../../../audit/receipt.js';
import { openSeal, type Seal, sealContent, sealKeyName } from '../../../audit/seal.js';
import { openStorage } from '../../../audit/storage/open.js';
import { openSealKeyFolder } from '../../../audit/storage/seal-key-folder.js';
import { verifyLog } from '../../../audit/verify.js';
import { makeEntry, makeSigner, temporaryFile } from './entry-factory.js';

const newFolder = (): string => join(mkdtempSync(join(tmpdir(), 'istmo-seal-')), 'keys');
const content = {
  document: '{ me }',
  variables: { serialNumber: 'BKR4471' },
  justification: 'someone is in danger',
};

describe('a seal', () => {
  it('is opened by the key of each State that was asked, and by no other', () => {
    const keys = openSealKeyFolder(newFolder());
    const seal = sealContent(content, ['GT-2026-11', 'SV-2026-11'], keys);
    expect(JSON.stringify(seal)).not.toMatch(/BKR4471|danger/u);
    for (const name of ['GT-2026-11', 'SV-2026-11']) expect(openSeal(seal, keys, [name])).toEqual(content);
    expect(openSeal(seal, keys, ['US-2026-11'])).toBeUndefined();
    const swapped: Seal = { ...seal, keys: { 'GT-2026-11': seal.keys['SV-2026-11']! } };
    expect(() => openSeal(swapped, keys)).toThrow();
    expect(() => openSeal(seal, openSealKeyFolder(newFolder()), ['GT-2026-11'])).not.toThrow();
  });

  it('is bound to the name of each key, even where a key is the same under two names', () => {
    const key = Buffer.alloc(32, 7);
    const keys = { forSealing: () => key, find: () => key, destroy: () => false, names: () => [] };
    const seal = sealContent(content, ['GT-2026-11'], keys);
    expect(openSeal(seal, keys)).toEqual(content);
    expect(() => openSeal({ ...seal, keys: { 'GT-2026-12': seal.keys['GT-2026-11']! } }, keys)).toThrow();
  });

  it('of an altered entry is not opened', () => {
    const keys = openSealKeyFolder(newFolder());
    const seal = sealContent(content, ['GT-2026-11'], keys);
    const data = Buffer.from(seal.data, 'base64');
    data[20]! ^= 1;
    expect(() => openSeal({ ...seal, data: data.toString('base64') }, keys)).toThrow();
  });

  it('keeps the reason and says so where the question is larger than an entry', () => {
    const keys = openSealKeyFolder(newFolder());
    const noise = Array.from({ length: 20_000 }, () => Math.random()).join();
    const seal = sealContent({ ...content, document: noise }, ['GT-2026-11'], keys);
    expect(openSeal(seal, keys)).toEqual({ justification: 'someone is in danger', tooLarge: true });
  });

  it('has a key a State and month, in a file that only its owner reads, the same after a restart', () => {
    const folder = newFolder();
    const name = sealKeyName('GT', '2026-11-24T10:00:00.000Z');
    const key = openSealKeyFolder(folder).forSealing(name);
    const again = openSealKeyFolder(folder);
    expect([name, again.names(), again.find(name)]).toEqual(['GT-2026-11', ['GT-2026-11'], key]);
    expect(statSync(join(folder, 'GT-2026-11.sealkey')).mode & 0o777).toBe(0o600);
    expect(() => again.forSealing('../x')).toThrow('STATE-YYYY-MM');
  });
});

describe('destroying a key', () => {
  it('erases what was sealed under it, and the log and its receipts still prove themselves', async () => {
    const folder = newFolder();
    const keys = openSealKeyFolder(folder);
    const storage = await openStorage(pathToFileURL(temporaryFile('log.db')).href);
    const signer = makeSigner();
    const verifier = parseVerifierKey(signer.verifierKey);
    const log = await openAuditLog(storage, signer);
    const { data, ...envelope } = makeEntry('sealed');
    const sealed = sealContent(content, ['GT-2026-11'], keys);
    await log.append({ ...envelope, data: { ...data, sealed } });
    const before = await verifyLog(storage, verifier);
    const receipt = await makeReceipt(storage, 0);

    const secret = readFileSync(join(folder, 'GT-2026-11.sealkey'), 'utf8');
    expect(keys.destroy('GT-2026-11')).toBe(true);

    expect(openSeal(sealed, openSealKeyFolder(folder))).toBeUndefined();
    expect(await verifyLog(storage, verifier)).toEqual(before);
    expect(before).toMatchObject({ ok: true, size: 1 });
    expect(await makeReceipt(storage, 0)).toBe(receipt);
    expect(checkReceipt(receipt!, verifier)).toMatchObject({ ok: true, index: 0 });
    expect(() => openSealKeyFolder(folder).forSealing('GT-2026-11')).toThrow('destroyed');
    expect(openSealKeyFolder(folder).names()).toEqual([]);
    expect(secret).not.toBe('');
    await log.close();
  });
});
