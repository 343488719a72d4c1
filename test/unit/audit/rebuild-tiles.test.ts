import { pathToFileURL } from 'node:url';
import { beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'libsql';
import { openAuditLog } from '../../../audit/log.js';
import { parseVerifierKey } from '../../../audit/note.js';
import { rebuildTiles } from '../../../audit/rebuild-tiles.js';
import { openStorage } from '../../../audit/storage/open.js';
import { verifyLog } from '../../../audit/verify.js';
import { makeEntry, makeSigner, temporaryFile } from './entry-factory.js';

const signer = makeSigner();
let file: string;

/** As one that was written before tiles were kept: over two full tiles, and none of them there. */
beforeEach(async () => {
  file = temporaryFile('log.db');
  const log = await openAuditLog(await openStorage(pathToFileURL(file).href), signer);
  await Promise.all(Array.from({ length: 600 }, (_, n) => log.append(makeEntry(String(n)))));
  await log.close();
  tamper('DELETE FROM tile');
});

function tamper(sql: string): void {
  const database = new Database(file);
  database.exec(sql);
  database.close();
}

async function rebuildAndVerify(key = signer.verifierKey): Promise<unknown> {
  const storage = await openStorage(pathToFileURL(file).href);
  const verifier = parseVerifierKey(signer.verifierKey);
  try {
    const before = await verifyLog(storage, verifier);
    const rebuilt = await rebuildTiles(storage, parseVerifierKey(key));
    return { before, rebuilt, after: await verifyLog(storage, verifier) };
  } finally {
    await storage.close();
  }
}

describe('the tiles of an old log', () => {
  it('are missed by verifying, which names them alone, and are made anew from the entries', async () => {
    expect(await rebuildAndVerify()).toMatchObject({
      before: { ok: false, problem: 'TILE_WRONG' },
      rebuilt: { size: 600, tiles: 1 },
      after: { ok: true, size: 600 },
    });
  });

  it('are not made of entries that were altered, nor for another key', async () => {
    const misfit = 'the entries are not what the last checkpoint';
    await expect(rebuildAndVerify(makeSigner().verifierKey)).rejects.toThrow(misfit);
    tamper("UPDATE entry SET bytes = CAST('{}' AS BLOB) WHERE idx = 7");
    await expect(rebuildAndVerify()).rejects.toThrow(misfit);
  });

  it('are left as they are where the log has grown meanwhile', async () => {
    const storage = await openStorage(pathToFileURL(file).href);
    await expect(storage.replaceTiles([], 599)).rejects.toThrow('the log grew meanwhile');
    await storage.close();
  });
});
