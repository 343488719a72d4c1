import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'libsql';
import { openAuditLog } from '../../audit/log.js';
import { type NoteSigner, parseVerifierKey } from '../../audit/note.js';
import { openStorage } from '../../audit/storage/open.js';
import { type Verification, verifyLog } from '../../audit/verify.js';
import { makeEntry, makeSigner } from '../unit/audit/entry-factory.js';

const size = Number(process.env['ISTMO_ENTRIES'] ?? 100_000);
/** Entries of a commit: a checkpoint stands after each so many. */
const commit = 400;
const hour = 60 * 60 * 1_000;
const folder = mkdtempSync(join(tmpdir(), 'istmo-tampering-'));
const whole = join(folder, 'whole.db');
const older = join(folder, 'older.db');
let signer: NoteSigner;

beforeAll(async () => {
  signer = makeSigner();
  await append(0, size / 2);
  copyFileSync(whole, older);
  await append(size / 2, size);
}, hour);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function append(from: number, to: number): Promise<void> {
  const log = await openAuditLog(await openStorage(pathToFileURL(whole).href), signer);
  for (let start = from; start < to; start += commit)
    await Promise.all(Array.from({ length: commit }, (_, n) => log.append(makeEntry(String(start + n)))));
  await log.close();
  // all in one file, which can be copied
  const database = new Database(whole);
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
}

async function verify(
  tamper: (database: Database.Database) => void,
  { from = whole, verifierKey = signer.verifierKey, against }: VerifyWith = {},
): Promise<Verification> {
  const file = join(folder, 'tampered.db');
  copyFileSync(from, file);
  const database = new Database(file);
  tamper(database);
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
  const storage = await openStorage(pathToFileURL(file).href);
  try {
    return await verifyLog(storage, parseVerifierKey(verifierKey), against === undefined ? {} : { against });
  } finally {
    await storage.close();
    for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true });
  }
}

interface VerifyWith {
  readonly from?: string;
  readonly verifierKey?: string;
  readonly against?: string;
}

function wrong(problem: string, from: number, to = from + 1): unknown {
  return { ok: false, problem, firstWrong: { from, to } };
}

/** The commit in which an entry stands: rewritten history is known to within one. */
function commitOf(entry: number): readonly [number, number] {
  const from = entry - (entry % commit);
  return [from, from + commit];
}

function anyEntry(): number {
  return Math.floor(Math.random() * size);
}

function flipBit(database: Database.Database, entry: number): void {
  const { bytes } = database.prepare('SELECT bytes FROM entry WHERE idx = ?').get(entry) as {
    bytes: Uint8Array;
  };
  const flipped = Buffer.from(bytes);
  const place = Math.floor(Math.random() * flipped.length);
  flipped[place] = (flipped[place] ?? 0) ^ (1 << Math.floor(Math.random() * 8));
  database.prepare('UPDATE entry SET bytes = ? WHERE idx = ?').run(flipped, entry);
}

describe(`a log of ${String(size)} entries`, () => {
  it(
    'that is untouched is whole',
    async () => {
      expect(await verify(() => undefined)).toMatchObject({ ok: true, size });
    },
    hour,
  );

  it(
    'of which one bit was flipped, anywhere, is found, and the entry named',
    async () => {
      for (const entry of [0, size - 1, anyEntry(), anyEntry(), anyEntry()])
        expect(await verify((database) => flipBit(database, entry))).toEqual(wrong('ENTRY_CHANGED', entry));
    },
    hour,
  );

  it(
    'of which a bit was flipped and the hash made to fit is found, to within a commit',
    async () => {
      const entry = anyEntry();
      const tampered = await verify((database) => {
        database.exec(
          `UPDATE entry SET (bytes, leaf_hash) = (SELECT bytes, leaf_hash FROM entry WHERE idx = ${String((entry + 1) % size)}) WHERE idx = ${String(entry)}`,
        );
      });
      expect(tampered).toEqual(wrong('HISTORY_REWRITTEN', ...commitOf(entry)));
    },
    hour,
  );

  it(
    'from which an entry was deleted is found, and the entry named',
    async () => {
      const entry = Math.min(anyEntry(), size - 2);
      const tampered = await verify((database) => {
        database.exec(`DELETE FROM entry WHERE idx = ${String(entry)}`);
      });
      expect(tampered).toEqual(wrong('ENTRY_MISSING', entry));
    },
    hour,
  );

  it(
    'into which an entry was put, and all after it renumbered, is found to within a commit',
    async () => {
      const entry = anyEntry();
      const tampered = await verify((database) => {
        database.exec(
          `UPDATE entry SET idx = -1 - idx WHERE idx >= ${String(entry)};
           UPDATE entry SET idx = -idx WHERE idx < 0;
           INSERT INTO entry SELECT ${String(entry)}, bytes, leaf_hash FROM entry WHERE idx = ${String(entry === 0 ? 1 : 0)}`,
        );
      });
      expect(tampered).toEqual(wrong('HISTORY_REWRITTEN', ...commitOf(entry)));
    },
    hour,
  );

  it(
    'in which two entries were swapped is found, to within a commit',
    async () => {
      const entry = Math.min(anyEntry(), size - 2);
      const tampered = await verify((database) => {
        database.exec(
          `UPDATE entry SET idx = -1 WHERE idx = ${String(entry)};
           UPDATE entry SET idx = ${String(entry)} WHERE idx = ${String(entry + 1)};
           UPDATE entry SET idx = ${String(entry + 1)} WHERE idx = -1`,
        );
      });
      expect(tampered).toEqual(wrong('HISTORY_REWRITTEN', ...commitOf(entry)));
    },
    hour,
  );

  it(
    'of which the end was cut off, with or without its checkpoints, is found by the checkpoints that are left or were kept',
    async () => {
      const kept = new Database(whole);
      const { note } = kept.prepare('SELECT note FROM checkpoint ORDER BY size DESC LIMIT 1').get() as {
        note: string;
      };
      kept.close();
      const cut = size - commit - 3;
      const tampered = await verify((database) => {
        database.exec(`DELETE FROM entry WHERE idx >= ${String(cut)}`);
      });
      expect(tampered).toEqual(wrong('ROLLED_BACK', cut, size - commit));
      const quietly = (database: Database.Database): void => {
        database.exec(
          `DELETE FROM entry WHERE idx >= ${String(size - commit)}; DELETE FROM checkpoint WHERE size > ${String(size - commit)}`,
        );
      };
      expect(await verify(quietly, { against: note })).toEqual(wrong('ROLLED_BACK', size - commit, size));
    },
    hour,
  );

  it(
    'whose entries were renumbered is found, where the numbers begin to be others',
    async () => {
      const entry = anyEntry();
      const tampered = await verify((database) => {
        database.exec(`UPDATE entry SET idx = idx + ${String(size)} WHERE idx >= ${String(entry)}`);
      });
      expect(tampered).toEqual(wrong('ENTRY_MISSING', entry));
    },
    hour,
  );

  it(
    'that was signed again with another key is found at its first checkpoint',
    async () => {
      const other = makeSigner();
      expect(await verify(() => undefined, { verifierKey: other.verifierKey })).toEqual(
        wrong('CHECKPOINT_SIGNATURE_WRONG', 0, commit),
      );
    },
    hour,
  );

  it(
    'that was rolled back to an older database is whole by itself, and found by a checkpoint that was kept',
    async () => {
      const kept = new Database(whole);
      const { note } = kept.prepare('SELECT note FROM checkpoint ORDER BY size DESC LIMIT 1').get() as {
        note: string;
      };
      kept.close();
      expect(await verify(() => undefined, { from: older })).toMatchObject({ ok: true, size: size / 2 });
      expect(await verify(() => undefined, { from: older, against: note })).toEqual(
        wrong('ROLLED_BACK', size / 2, size),
      );
    },
    hour,
  );
});
