import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'libsql';
import { openAuditLog } from '../../../audit/log.js';
import { createNoteSigner, type NoteSigner, parseVerifierKey } from '../../../audit/note.js';
import { openStorage } from '../../../audit/storage/open.js';
import { verifyLog } from '../../../audit/verify.js';
import { makeEntry, makeSigner, temporaryFile } from './entry-factory.js';

/** A log of 30 entries in 10 commits, and a hand in its database. */
let file: string;
let signer: NoteSigner;
let database: Database.Database;

beforeEach(async () => {
  file = temporaryFile('log.db');
  signer = makeSigner();
  const log = await openAuditLog(await openStorage(pathToFileURL(file).href), signer);
  for (let commit = 0; commit < 10; commit += 1)
    await Promise.all([0, 1, 2].map((n) => log.append(makeEntry(String(commit * 3 + n)))));
  await log.close();
  database = new Database(file);
});
afterEach(() => {
  if (database.open) database.close();
});

async function verify(verifierKey = signer.verifierKey, against?: string): Promise<unknown> {
  const storage = await openStorage(pathToFileURL(file).href);
  try {
    return await verifyLog(storage, parseVerifierKey(verifierKey), against === undefined ? {} : { against });
  } finally {
    await storage.close();
  }
}

function wrong(problem: string, from: number, to = from + 1) {
  return { ok: false, problem, firstWrong: { from, to } };
}

describe('verifying', () => {
  it('finds an untouched log whole, and says its size and root', async () => {
    expect(await verify()).toEqual({
      ok: true,
      size: 30,
      root: expect.stringMatching(/^[\w+/]{43}=$/u),
      seals: { sealed: 0 },
    });
  });

  it.each<[string, string, unknown]>([
    [
      'a flipped byte',
      "UPDATE entry SET bytes = CAST(replace(CAST(bytes AS TEXT), 'make', 'nake') AS BLOB) WHERE idx = 13",
      wrong('ENTRY_CHANGED', 13),
    ],
    ['a deleted entry', 'DELETE FROM entry WHERE idx = 7', wrong('ENTRY_MISSING', 7)],
    [
      "an entry with its hash put in another's place",
      'UPDATE entry SET (bytes, leaf_hash) = (SELECT bytes, leaf_hash FROM entry WHERE idx = 2) WHERE idx = 16',
      wrong('HISTORY_REWRITTEN', 15, 18),
    ],
    [
      'two swapped entries',
      'UPDATE entry SET idx = -1 WHERE idx = 4; UPDATE entry SET idx = 4 WHERE idx = 5; UPDATE entry SET idx = 5 WHERE idx = -1',
      wrong('HISTORY_REWRITTEN', 3, 6),
    ],
    ['renumbered entries', 'UPDATE entry SET idx = idx + 100 WHERE idx >= 20', wrong('ENTRY_MISSING', 20)],
    ['a cut-off tail', 'DELETE FROM entry WHERE idx >= 27', wrong('ROLLED_BACK', 27, 30)],
    [
      'an added entry',
      'INSERT INTO entry SELECT 30, bytes, leaf_hash FROM entry WHERE idx = 0',
      wrong('ENTRIES_BEYOND_CHECKPOINT', 30, 31),
    ],
    [
      'a checkpoint changed',
      "UPDATE checkpoint SET note = replace(note, char(10) || '12' || char(10), char(10) || '13' || char(10)) WHERE size = 12",
      wrong('CHECKPOINT_SIGNATURE_WRONG', 9, 12),
    ],
  ])('names %s', async (_, tampering, expected) => {
    database.exec(tampering);
    database.close();
    expect(await verify()).toEqual(expected);
  });

  it('names a log that was signed again with another key', async () => {
    expect(await verify(makeSigner().verifierKey)).toEqual(wrong('CHECKPOINT_SIGNATURE_WRONG', 0, 3));
  });

  it('names a log rolled back to what it was, by a checkpoint that somebody kept', async () => {
    const kept = database.prepare('SELECT note FROM checkpoint WHERE size = 30').get() as { note: string };
    database.exec('DELETE FROM entry WHERE idx >= 24; DELETE FROM checkpoint WHERE size > 24');
    database.close();
    expect(await verify()).toMatchObject({ ok: true, size: 24 });
    expect(await verify(signer.verifierKey, kept.note)).toEqual(wrong('ROLLED_BACK', 24, 30));
  });
});

describe('verifying from a checkpoint that was verified before', () => {
  async function verifyFrom(from: number): Promise<unknown> {
    const storage = await openStorage(pathToFileURL(file).href);
    try {
      return await verifyLog(storage, parseVerifierKey(signer.verifierKey), { from });
    } finally {
      await storage.close();
    }
  }

  it('finds what verifying all finds, reading only what follows', async () => {
    expect(await verifyFrom(21)).toEqual(await verify());
    database.exec("UPDATE entry SET bytes = CAST('{}' AS BLOB) WHERE idx = 25");
    expect(await verifyFrom(21)).toEqual(wrong('ENTRY_CHANGED', 25));
  });

  it('names a tree that is no longer the one of that checkpoint, and a checkpoint that is not there', async () => {
    expect(await verifyFrom(20)).toEqual(wrong('NO_SUCH_CHECKPOINT', 20));
    database.exec('UPDATE entry SET leaf_hash = (SELECT leaf_hash FROM entry WHERE idx = 0) WHERE idx = 5');
    expect(await verifyFrom(21)).toEqual(wrong('HISTORY_REWRITTEN', 0, 21));
  });
});

describe('tiles', () => {
  it('that are not of the entries are found', async () => {
    const log = await openAuditLog(await openStorage(pathToFileURL(file).href), signer);
    await Promise.all(Array.from({ length: 300 }, (_, n) => log.append(makeEntry(String(n)))));
    await log.close();
    expect(await verify()).toMatchObject({ ok: true, size: 330 });
    database.exec('UPDATE tile SET hashes = zeroblob(32) WHERE level = 1');
    database.close();
    expect(await verify()).toEqual(wrong('TILE_WRONG', 0, 330));
  });
});

describe('a verifier key', () => {
  it('is of the form that others read: name, key id, key', () => {
    // the key of RFC 8037, appendix A
    const { verifierKey } = createNoteSigner('example.com/foo', {
      kty: 'OKP',
      crv: 'Ed25519',
      d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
      x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
    });
    expect(verifierKey).toMatch(/^example\.com\/foo\+[0-9a-f]{8}\+A[\w+/]+=*$/u);
    expect(parseVerifierKey(verifierKey).name).toBe('example.com/foo');
    expect(() => parseVerifierKey(verifierKey.replace('foo', 'bar'))).toThrow('not a verifier key');
  });
});
