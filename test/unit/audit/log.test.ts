import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { type AuditEntry, maxEntryBytes } from '../../../audit/entry.js';
import { openAuditLog } from '../../../audit/log.js';
import { parseVerifierKey } from '../../../audit/note.js';
import { entryParts } from '../../../audit/split-entry.js';
import { openStorage } from '../../../audit/storage/open.js';
import type { LogStorage } from '../../../audit/storage/storage.js';
import { verifyLog } from '../../../audit/verify.js';
import { makeEntry, makeSigner, temporaryFile } from './entry-factory.js';

async function newStorage(): Promise<{ storage: LogStorage; url: string }> {
  const url = pathToFileURL(temporaryFile('log.db')).href;
  return { storage: await openStorage(url), url };
}

describe('the log', () => {
  it('numbers concurrent entries without a gap, many in one commit', async () => {
    const { storage } = await newStorage();
    let commits = 0;
    const counting: LogStorage = {
      ...storage,
      append: (batch) => {
        commits += 1;
        return storage.append(batch);
      },
    };
    const signer = makeSigner();
    const log = await openAuditLog(counting, signer);
    const numbers = await Promise.all(
      Array.from({ length: 1_000 }, (_, n) => log.append(makeEntry(String(n)))),
    );
    expect(numbers.map(({ index }) => index)).toEqual(Array.from({ length: 1_000 }, (_, n) => n));
    expect(commits).toBeLessThan(10);
    expect(await verifyLog(storage, parseVerifierKey(signer.verifierKey))).toMatchObject({
      ok: true,
      size: 1_000,
    });
    await log.close();
  });

  it('goes on where it was, and refuses what its last checkpoint does not commit to', async () => {
    const { storage, url } = await newStorage();
    const signer = makeSigner();
    const first = await openAuditLog(storage, signer);
    await first.append(makeEntry('a'));
    await first.close();
    const second = await openAuditLog(await openStorage(url), signer);
    expect(await second.append(makeEntry('b'))).toEqual({ index: 1 });
    await second.close();
    await expect(openAuditLog(await openStorage(url), makeSigner())).rejects.toThrow('does not fit');
  });

  it('rejects what could not be kept, and recovers by itself', async () => {
    const { storage } = await newStorage();
    let broken = true;
    const failing: LogStorage = {
      ...storage,
      append: (batch) => (broken ? Promise.reject(new Error('disk full')) : storage.append(batch)),
    };
    const log = await openAuditLog(failing, makeSigner());
    await expect(log.append(makeEntry('lost'))).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
    broken = false;
    expect(log.health).toMatchObject({ writable: false, backlog: 0 });
    expect(await log.append(makeEntry('kept'))).toEqual({ index: 0 });
    expect(log.health).toMatchObject({ writable: true, backlog: 0 });
    await log.close();
  });

  it('finds out by itself, without an entry, that storage is back', async () => {
    const { storage } = await newStorage();
    let broken = true;
    const failing: LogStorage = {
      ...storage,
      append: (batch) => (broken ? Promise.reject(new Error('disk full')) : storage.append(batch)),
      probe: () => (broken ? Promise.reject(new Error('disk full')) : storage.probe()),
    };
    const log = await openAuditLog(failing, makeSigner());
    await expect(log.append(makeEntry('lost'))).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
    broken = false;
    for (let tries = 0; tries < 100 && !log.health.writable; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(log.health.writable).toBe(true);
    await log.close();
  });

  it('finds out by itself, without an entry, that storage is away', async () => {
    const { storage } = await newStorage();
    let away = false;
    const fault = (): Promise<never> => Promise.reject(new Error('connection refused'));
    const log = await openAuditLog(
      {
        ...storage,
        look: () => (away ? fault() : storage.look()),
        probe: () => (away ? fault() : storage.probe()),
      },
      makeSigner(),
    );
    expect(log.health.writable).toBe(true);
    const becomes = async (writable: boolean): Promise<void> => {
      for (let tries = 0; tries < 200 && log.health.writable !== writable; tries += 1)
        await new Promise((resolve) => setTimeout(resolve, 50));
      expect(log.health.writable).toBe(writable);
    };
    away = true;
    await becomes(false);
    away = false;
    await becomes(true);
    await log.close();
  });

  it('goes on with the right number where a commit stood although it was said to have failed', async () => {
    const { storage } = await newStorage();
    let lose = true;
    const losing: LogStorage = {
      ...storage,
      append: async (batch) => {
        await storage.append(batch);
        if (lose) throw new Error('connection lost');
      },
    };
    const log = await openAuditLog(losing, makeSigner());
    await expect(log.append(makeEntry('stands'))).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
    lose = false;
    expect(await log.append(makeEntry('next'))).toEqual({ index: 1 });
    await log.close();
  });

  it('splits a disclosure that is too large for one entry and loses no record of it', async () => {
    const ids = Array.from({ length: 5_000 }, (_, n) => `GT:Firearm:${String(n).padStart(30, '0')}`);
    const texts = entryParts(makeEntry('large', ids));
    expect(texts.length).toBeGreaterThan(2);
    expect(Math.max(...texts.map((text) => Buffer.byteLength(text)))).toBeLessThanOrEqual(maxEntryBytes);
    const parts = texts.map((text) => JSON.parse(text) as AuditEntry);
    expect(parts.flatMap(({ data }) => data.states[0]!.records['Firearm'])).toEqual(ids);
    expect(parts.map(({ data }) => data.part)).toEqual(
      parts.map((_, n) => ({ number: n + 1, of: parts.length })),
    );
    const { storage } = await newStorage();
    const log = await openAuditLog(storage, makeSigner());
    expect(await log.append(makeEntry('large', ids))).toEqual({ index: 0 });
    expect(await log.append(makeEntry('next'))).toEqual({ index: parts.length });
    await log.close();
  });
});
