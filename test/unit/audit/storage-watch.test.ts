import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { openAuditLog } from '../../../audit/log.js';
import { openStorage } from '../../../audit/storage/open.js';
import type { LogStorage } from '../../../audit/storage/storage.js';
import { watchStorage } from '../../../audit/storage-watch.js';
import { makeEntry, makeSigner, temporaryFile } from './entry-factory.js';

const hour = 60 * 60 * 1_000;
const now = Date.UTC(2026, 10, 29);

/** A log of an entry an hour, the last one now. */
async function hourly(entries: number): Promise<LogStorage> {
  const url = pathToFileURL(temporaryFile('log.db')).href;
  const log = await openAuditLog(await openStorage(url), makeSigner());
  for (let ago = entries - 1; ago >= 0; ago -= 1)
    await log.append({ ...makeEntry(String(ago)), time: new Date(now - ago * hour).toISOString() });
  await log.close();
  return openStorage(url);
}

describe('what is seen of a storage', () => {
  it('is how long it lasts at the rate of the last day', async () => {
    const storage = await hourly(100);
    const watch = watchStorage(
      { ...storage, look: () => Promise.resolve({ usedBytes: 1_000, freeBytes: 2_600 }) },
      () => now,
    );
    await watch.look();
    // ten bytes an entry, and 26 of them in the last day and the hour in which entries may come late
    expect(watch.seen).toEqual({ usedBytes: 1_000, freeBytes: 2_600, daysLeft: 10 });
    watch.close();
    await storage.close();
  });

  it('says of no days where nothing came, and nothing at all where it cannot be seen', async () => {
    const storage = await hourly(0);
    let gone = false;
    const watch = watchStorage(
      {
        ...storage,
        look: () =>
          gone ? Promise.reject(new Error('away')) : Promise.resolve({ usedBytes: 1, freeBytes: 5 }),
      },
      () => now,
    );
    await watch.look();
    expect(watch.seen).toEqual({ usedBytes: 1, freeBytes: 5 });
    gone = true;
    await watch.look();
    expect(watch.seen).toEqual({});
    watch.close();
    await storage.close();
  });

  it('is of SQLite what the file takes, and what is left of its disk or of what it may take, whichever is less', async () => {
    const file = temporaryFile('log.db');
    const storage = await openStorage(pathToFileURL(file).href, 1_000_000);
    const { usedBytes, freeBytes } = await storage.look();
    expect(usedBytes).toBeGreaterThan(4_096);
    expect(freeBytes).toBe(1_000_000 - usedBytes);
    await storage.close();
    const free = await openStorage(pathToFileURL(file).href);
    expect((await free.look()).freeBytes).toBeGreaterThan(1_000_000);
    await free.close();
  });
});
