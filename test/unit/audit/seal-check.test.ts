import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'libsql';
import type { AuditEntry } from '../../../audit/entry.js';
import { openAuditLog } from '../../../audit/log.js';
import { parseVerifierKey } from '../../../audit/note.js';
import { type Seal, sealContent, type SealKeys } from '../../../audit/seal.js';
import { openStorage } from '../../../audit/storage/open.js';
import { openSealKeyFolder } from '../../../audit/storage/seal-key-folder.js';
import { type Verification, verifyLog } from '../../../audit/verify.js';
import { makeEntry, makeSigner, temporaryFile } from './entry-factory.js';

const signer = makeSigner();
const secret = 'ZQ7MARKED';
let folder: string;
let keys: SealKeys;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'istmo-seal-check-'));
  keys = openSealKeyFolder(folder);
  file = temporaryFile('log.db');
});

const seal = (...names: readonly string[]): Seal => sealContent({ document: secret }, names, keys);

/** An access to GT in November 2026, unless other States are named. */
function entry(id: string, data: Partial<AuditEntry['data']>, states = ['GT']): AuditEntry {
  const { data: usual, ...envelope } = makeEntry(id);
  const [gt] = usual.states;
  return { ...envelope, data: { ...usual, states: states.map((code) => ({ ...gt!, code })), ...data } };
}

const sealedAs = (id: string, sealed: unknown): AuditEntry => entry(id, { sealed: sealed as Seal });

/** The keys that were destroyed, as two auditors' word has it. */
function destruction(...names: readonly string[]): AuditEntry {
  const auditor = { agency: 'GT-PDH', country: 'GT', officer: 'o', client: 'c', roles: [] };
  const keyDestruction = { before: '2026-12', keys: names, secondAuditor: auditor };
  return { ...entry('destroyed', { keyDestruction }, []), type: 'org.istmo.key-destruction.v1' };
}

async function keep(...entries: readonly AuditEntry[]): Promise<void> {
  const log = await openAuditLog(await openStorage(pathToFileURL(file).href), signer);
  for (const one of entries) await log.append(one);
  await log.close();
}

async function verify(sealKeys?: SealKeys): Promise<Verification> {
  const storage = await openStorage(pathToFileURL(file).href);
  const found = await verifyLog(storage, parseVerifierKey(signer.verifierKey), {
    ...(sealKeys && { sealKeys }),
  });
  await storage.close();
  return found;
}

const wrong = (problem: string, from: number, names?: readonly string[]) => ({
  ok: false,
  problem,
  firstWrong: { from, to: from + 1 },
  ...(names && { keys: names }),
});

/** Base64 of other bytes than these. */
function changed(base64: string, change: (bytes: Buffer) => Buffer): string {
  return change(Buffer.from(base64, 'base64')).toString('base64');
}
const cut = (base64: string) => changed(base64, (bytes) => bytes.subarray(0, -4));
const flip = (base64: string) =>
  changed(base64, (bytes) => {
    bytes[20]! ^= 1;
    return bytes;
  });

describe('seals, without any key', () => {
  it('are counted where all are as they should be', async () => {
    await keep(makeEntry('0'), sealedAs('1', seal('GT-2026-11')), makeEntry('2'));
    expect(await verify()).toMatchObject({ ok: true, size: 3, seals: { sealed: 1 } });
  });

  it.each<[string, string, (good: Seal) => unknown]>([
    ['under the key of another month', 'SEAL_KEYS_WRONG', () => seal('GT-2026-10')],
    ['under the key of another State', 'SEAL_KEYS_WRONG', () => seal('SV-2026-11')],
    [
      'under the key of one State more than was asked',
      'SEAL_KEYS_WRONG',
      () => seal('GT-2026-11', 'SV-2026-11'),
    ],
    ['under no key', 'SEAL_KEYS_WRONG', (good) => ({ ...good, keys: {} })],
    ['by an algorithm that is not known', 'SEAL_FORM_WRONG', (good) => ({ ...good, alg: 'A128CBC' })],
    ['with something beside the seal', 'SEAL_FORM_WRONG', (good) => ({ ...good, clear: 'x' })],
    ['as text that is no base64', 'SEAL_FORM_WRONG', (good) => ({ ...good, data: '-' })],
    ['as less than a nonce and a tag', 'SEAL_FORM_WRONG', (good) => ({ ...good, data: 'AAAA' })],
    [
      'with the tag of its key cut short',
      'SEAL_FORM_WRONG',
      ({ keys: own, ...good }) => ({ ...good, keys: { 'GT-2026-11': cut(own['GT-2026-11']!) } }),
    ],
    ['as nothing at all', 'SEAL_FORM_WRONG', () => null],
  ])('name the first that was sealed %s', async (_, problem, make) => {
    const good = seal('GT-2026-11');
    await keep(
      makeEntry('0'),
      sealedAs('1', good),
      sealedAs('2', make(good)),
      sealedAs('3', seal('GT-2026-01')),
    );
    expect(await verify()).toEqual(wrong(problem, 2));
  });

  it('of a disclosure in parts are under the keys of the States of all its parts', async () => {
    const ids = Array.from({ length: 3_000 }, (_, n) => `GT:Firearm:${String(n)}`.padEnd(40, 'x'));
    const large = (...names: readonly string[]): AuditEntry => {
      const { data, ...rest } = entry('0', { sealed: seal(...names) }, ['GT', 'SV']);
      return {
        ...rest,
        data: { ...data, states: data.states.map((state) => ({ ...state, records: { Firearm: ids } })) },
      };
    };
    await keep(large('GT-2026-11', 'SV-2026-11'), sealedAs('1', seal('GT-2026-11')));
    const found = await verify(keys);
    expect(found).toMatchObject({ ok: true, seals: { sealed: 2, opened: 2, erased: 0 } });
    const { size } = found as { readonly size: number };
    expect(size).toBeGreaterThan(4);
    await keep(large('GT-2026-11'));
    expect(await verify()).toEqual(wrong('SEAL_KEYS_WRONG', size));
  });

  it('that were altered later are found as any entry is, though every hash was made to fit', async () => {
    const good = seal('GT-2026-11');
    await keep(makeEntry('0'), sealedAs('1', good), makeEntry('2'));
    const other = temporaryFile('other.db');
    const log = await openAuditLog(await openStorage(pathToFileURL(other).href), signer);
    await log.append(sealedAs('1', { ...good, data: flip(good.data) }));
    await log.close();
    const database = new Database(file);
    database.exec(
      `ATTACH '${other}' AS other; UPDATE entry SET (bytes, leaf_hash) = (SELECT bytes, leaf_hash FROM other.entry) WHERE idx = 1`,
    );
    database.close();
    expect(await verify()).toEqual(wrong('HISTORY_REWRITTEN', 1));
  });
});

describe('seals, with the keys', () => {
  it('are opened, and what is in them is not shown', async () => {
    await keep(sealedAs('0', seal('GT-2026-11')), makeEntry('1'), sealedAs('2', seal('GT-2026-11')));
    const found = await verify(keys);
    expect(found).toMatchObject({ ok: true, seals: { sealed: 2, opened: 2, erased: 0 } });
    expect(JSON.stringify(found)).not.toContain(secret);
  });

  it.each<[string, (good: Seal) => Seal]>([
    ['whose content was altered before it was kept', (good) => ({ ...good, data: flip(good.data) })],
    ['whose tag was cut short', (good) => ({ ...good, data: cut(good.data) })],
    ['whose key is of another seal', (good) => ({ ...good, keys: seal('GT-2026-11').keys })],
    [
      'whose key was altered',
      ({ keys: own, ...good }) => ({ ...good, keys: { 'GT-2026-11': flip(own['GT-2026-11']!) } }),
    ],
  ])('name the first that does not open: one %s', async (_, spoil) => {
    await keep(sealedAs('0', seal('GT-2026-11')), sealedAs('1', spoil(seal('GT-2026-11'))));
    expect(await verify()).toMatchObject({ ok: true });
    expect(await verify(keys)).toEqual(wrong('SEAL_NOT_OPENED', 1));
  });

  it('name one that a key does not open which is no key at all', async () => {
    await keep(sealedAs('0', seal('GT-2026-11')));
    writeFileSync(join(folder, 'GT-2026-11.sealkey'), 'short');
    expect(await verify(openSealKeyFolder(folder))).toEqual(wrong('SEAL_NOT_OPENED', 0));
  });

  it('are erased where their keys were destroyed on record', async () => {
    await keep(
      sealedAs('0', seal('GT-2026-11')),
      entry('1', { sealed: seal('GT-2026-11', 'SV-2026-11') }, ['GT', 'SV']),
      destruction('GT-2026-11'),
    );
    keys.destroy('GT-2026-11');
    expect(await verify(openSealKeyFolder(folder))).toMatchObject({
      ok: true,
      seals: { sealed: 2, opened: 1, erased: 1 },
    });
  });

  it('name the keys that are missing without a record, and the first entry that needs one', async () => {
    await keep(
      makeEntry('0'),
      entry('1', { sealed: seal('GT-2026-11', 'SV-2026-11') }, ['GT', 'SV']),
      entry('2', { sealed: seal('US-2026-11') }, ['US']),
      destruction('SV-2026-11'),
    );
    for (const name of ['GT-2026-11', 'SV-2026-11', 'US-2026-11']) keys.destroy(name);
    expect(await verify(openSealKeyFolder(folder))).toEqual(
      wrong('SEAL_KEY_MISSING', 1, ['GT-2026-11', 'US-2026-11']),
    );
  });

  it('name the keys that are there although an entry says that they were destroyed', async () => {
    await keep(sealedAs('0', seal('GT-2026-11')), destruction('GT-2026-11', 'SV-2026-11'));
    expect(await verify(openSealKeyFolder(folder))).toEqual(
      wrong('SEAL_KEY_NOT_DESTROYED', 1, ['GT-2026-11']),
    );
  });
});
