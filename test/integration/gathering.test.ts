import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { AuditLog } from '../../audit/log.js';
import { openReading } from '../../audit/storage/open-reading.js';
import { openLogThread } from '../../audit/thread/log-thread.js';
import { newEd25519Key } from '../../common/keys.js';
import { makeEntry } from '../unit/audit/entry-factory.js';

let url: string;
let toCome: Set<string>;
let log: AuditLog;

beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'istmo-gathering-'));
  const keyFile = join(folder, 'log.jwk');
  writeFileSync(keyFile, JSON.stringify({ ...newEd25519Key(), kid: 'log' }));
  url = pathToFileURL(join(folder, 'log.db')).href;
  toCome = new Set();
  log = await openLogThread({ url, name: 'istmo.example/log/gathering', keyFile }, toCome);
});

/** How many entries the log had after each commit, once it is closed. */
async function commits(): Promise<readonly number[]> {
  await log.close();
  const reading = await openReading(url);
  const checkpoints = await reading.checkpointsAfter(0, 10);
  await reading.close();
  return checkpoints.map(({ size }) => size);
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe("a log's thread", () => {
  it('has the entries of two requests that are under way share a commit', async () => {
    toCome.add('one').add('other');
    const one = log.append(makeEntry('one'));
    await nextTurn();
    const both = [one, log.append(makeEntry('other'))];
    expect([...toCome]).toEqual([]);
    expect(await Promise.all(both)).toEqual([{ index: 0 }, { index: 1 }]);
    expect(await commits()).toEqual([2]);
  });

  it('keeps an entry without another that does not come', async () => {
    toCome.add('hangs');
    expect(await log.append(makeEntry('one'))).toEqual({ index: 0 });
    expect(await log.append(makeEntry('other'))).toEqual({ index: 1 });
    expect(await commits()).toEqual([1, 2]);
  });

  it('keeps what waits for another when it is closed', async () => {
    toCome.add('hangs');
    const waits = log.append(makeEntry('one'));
    expect(await commits()).toEqual([1]);
    expect(await waits).toEqual({ index: 0 });
  });
});
