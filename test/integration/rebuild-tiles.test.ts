import { execFile } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { openAuditLog } from '../../audit/log.js';
import { openStorage } from '../../audit/storage/open.js';
import { fromRoot } from '../../common/root.js';
import { type ThrowawayDatabase, throwawayDatabase } from '../services/throwaway-database.js';
import { makeEntry, makeSigner } from '../unit/audit/entry-factory.js';

let database: ThrowawayDatabase;
const signer = makeSigner();

beforeAll(async () => {
  database = await throwawayDatabase('istmo_tiles');
  await append(600);
});
afterAll(() => database.drop());

async function append(count: number): Promise<void> {
  const log = await openAuditLog(await openStorage(database.url), signer);
  await Promise.all(Array.from({ length: count }, (_, n) => log.append(makeEntry(String(n)))));
  await log.close();
}

async function run(statement: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query<Readonly<Record<string, unknown>>>(statement);
  await client.end();
  return rows;
}

/** @returns its exit code and what it said */
function istmo(verb: string, key = signer.verifierKey): Promise<readonly [number, string]> {
  const args = [fromRoot('dist', 'cli', 'main.js'), 'audit', verb, '--log', database.url, '--key', key];
  return new Promise((resolve) => {
    execFile(process.execPath, args, (error, stdout, stderr) => {
      resolve([error === null ? 0 : Number(error.code), `${stdout}${stderr}`]);
    });
  });
}

const tiles = () =>
  run("SELECT level, idx, encode(hashes, 'hex') AS hashes FROM istmo_log_tile ORDER BY 1, 2");

describe('the tiles of a log in PostgreSQL', () => {
  it('are missed by verifying, and made anew as they were, to which the log goes on adding', async () => {
    const before = await tiles();
    expect(before).toHaveLength(1);
    await run('DELETE FROM istmo_log_tile');
    expect(await istmo('verify')).toEqual([1, expect.stringContaining('istmo audit rebuild-tiles')]);
    expect(await istmo('rebuild-tiles')).toEqual([
      0,
      'OK: 1 tiles of / mosaicos de 600 entries / asientos\n',
    ]);
    expect(await tiles()).toEqual(before);
    expect(await istmo('verify')).toEqual([0, expect.stringMatching(/^OK: 600 entries/u)]);
    await append(300);
    expect(await istmo('verify')).toEqual([0, expect.stringMatching(/^OK: 900 entries/u)]);
  });

  it('are made while gateways have the log open, and not for another size than it has', async () => {
    await run('UPDATE istmo_log_tile SET hashes = substr(hashes, 33)');
    const storage = await openStorage(database.url);
    const log = await openAuditLog(await openStorage(database.url), signer);
    expect(await istmo('rebuild-tiles')).toEqual([0, expect.stringMatching(/^OK: 1 tiles/u)]);
    await log.append(makeEntry('next'));
    const whole = await tiles();
    await expect(storage.replaceTiles([], 900)).rejects.toThrow('the log grew meanwhile');
    expect(await tiles()).toEqual(whole);
    await log.close();
    await storage.close();
    expect(await istmo('verify')).toEqual([0, expect.stringMatching(/^OK: 901 entries/u)]);
  });

  it('are left as they are where the entries are not what was signed, or signed by another', async () => {
    const whole = await tiles();
    const misfit = [1, expect.stringContaining('nothing was written')];
    expect(await istmo('rebuild-tiles', makeSigner().verifierKey)).toEqual(misfit);
    await run("UPDATE istmo_log_entry SET bytes = '{}' WHERE idx = 7");
    expect(await istmo('rebuild-tiles')).toEqual(misfit);
    expect(await tiles()).toEqual(whole);
  });
});
