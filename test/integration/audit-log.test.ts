import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { request } from 'undici';
import type { AuditEntry } from '../../audit/entry.js';
import { openAuditLog } from '../../audit/log.js';
import { parseVerifierKey } from '../../audit/note.js';
import { LogNotReadError } from '../../audit/storage/log-not-read.js';
import { openReading } from '../../audit/storage/open-reading.js';
import { openStorage } from '../../audit/storage/open.js';
import { verifyLog } from '../../audit/verify.js';
import { fromRoot } from '../../common/root.js';
import { type ThrowawayDatabase, throwawayDatabase } from '../services/throwaway-database.js';
import { startTestRegion, type TestRegion } from './region-fixture.js';
import { makeEntry, makeSigner } from '../unit/audit/entry-factory.js';

let database: ThrowawayDatabase;
let name: string;
let url: string;
let onServer: ThrowawayDatabase['onServer'];

/** An empty database in the place of what there was. */
async function emptied(): Promise<void> {
  await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await onServer(`CREATE DATABASE ${name}`);
}

/** Takes the database away from whoever is connected; it stays. */
async function takenAway(): Promise<void> {
  await onServer(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
  await onServer(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
}

const givenBack = (): Promise<unknown> => onServer(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);

async function ready({ gatewayUrl }: TestRegion): Promise<{ status: number; ready: boolean }> {
  const { statusCode, body } = await request(`${gatewayUrl}/ready`);
  return { status: statusCode, ready: ((await body.json()) as { readonly ready: boolean }).ready };
}

beforeAll(async () => {
  database = await throwawayDatabase('istmo_log');
  ({ name, url, onServer } = database);
});
afterAll(() => database.drop());

describe('a log in PostgreSQL', () => {
  it('numbers concurrent entries without a gap, verifies, and goes on where it was', async () => {
    const signer = makeSigner();
    const log = await openAuditLog(await openStorage(url), signer);
    const numbers = await Promise.all(
      Array.from({ length: 600 }, (_, n) => log.append(makeEntry(String(n)))),
    );
    expect(numbers.map(({ index }) => index)).toEqual(Array.from({ length: 600 }, (_, n) => n));
    await log.close();
    const again = await openAuditLog(await openStorage(url), signer);
    expect(await again.append(makeEntry('next'))).toEqual({ index: 600 });
    await again.close();
    const storage = await openStorage(url);
    expect(await verifyLog(storage, parseVerifierKey(signer.verifierKey))).toMatchObject({
      ok: true,
      size: 601,
    });
    await storage.close();
  });

  it('keeps the parts of a disclosure together, of whoever puts them into the queue, and all synced', async () => {
    await emptied();
    await onServer(`ALTER DATABASE ${name} SET synchronous_commit = off`);
    const signer = makeSigner();
    const [first, second] = [
      await openAuditLog(await openStorage(url), signer),
      await openAuditLog(await openStorage(url), signer),
    ];
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(`
      CREATE TABLE seen (of text, synced text);
      CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        INSERT INTO seen VALUES (TG_TABLE_NAME, current_setting('synchronous_commit')); RETURN NULL;
      END $$;
      CREATE TRIGGER see AFTER INSERT ON istmo_log_entry EXECUTE FUNCTION see();
      CREATE TRIGGER see AFTER INSERT ON istmo_log_waiting EXECUTE FUNCTION see();`);
    const ids = Array.from({ length: 3_000 }, (_, n) => `GT:Firearm:${String(n).padStart(30, '0')}`);
    const numbers = await Promise.all(
      [first, second].flatMap((log) => ['a', 'b'].map((id) => log.append(makeEntry(id, ids)))),
    );
    const { rows } = await client.query('SELECT DISTINCT of, synced FROM seen ORDER BY of');
    await client.end();
    await Promise.all([first.close(), second.close()]);
    expect(rows).toEqual([
      { of: 'istmo_log_entry', synced: 'on' },
      { of: 'istmo_log_waiting', synced: 'on' },
    ]);
    const storage = await openStorage(url);
    expect(await verifyLog(storage, parseVerifierKey(signer.verifierKey))).toMatchObject({ ok: true });
    const stored = await storage.entries(0, 1_000);
    const parts = stored.map(({ bytes }) => (JSON.parse(bytes.toString('utf8')) as AuditEntry).data.part);
    const of = parts[0]!.of;
    expect(of).toBeGreaterThan(2);
    expect(parts.map((part) => part!.number)).toEqual(Array.from({ length: 4 * of }, (_, n) => (n % of) + 1));
    expect(numbers.map(({ index }) => index).sort((a, b) => a - b)).toEqual([0, of, 2 * of, 3 * of]);
    await storage.close();
  });

  it('takes nothing for kept that fails at its very commit', async () => {
    await emptied();
    const log = await openAuditLog(await openStorage(url), makeSigner());
    await log.append(makeEntry('a'));
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(`
      CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'at the commit'; END $$;
      CREATE CONSTRAINT TRIGGER fail AFTER INSERT ON istmo_log_checkpoint
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION fail();`);
    await expect(log.append(makeEntry('b'))).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
    await client.query('DROP TRIGGER fail ON istmo_log_checkpoint');
    await client.end();
    expect(log.health.writable).toBe(false);
    for (let tries = 0; tries < 100 && !log.health.writable; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await log.append(makeEntry('c'))).toEqual({ index: 1 });
    await log.close();
  });

  it('keeps nothing and says so while the server is away, and recovers by itself', async () => {
    await emptied();
    const log = await openAuditLog(await openStorage(url), makeSigner());
    await log.append(makeEntry('a'));
    await takenAway();
    await expect(log.append(makeEntry('b'))).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
    await givenBack();
    expect(await log.append(makeEntry('c'))).toEqual({ index: 1 });
    await log.close();
  });

  it('is not read, rather than not whole, where the connection breaks while it is read', async () => {
    await emptied();
    const log = await openAuditLog(await openStorage(url), makeSigner());
    await log.append(makeEntry('a'));
    await log.close();
    const reading = await openReading(url);
    expect(await reading.entries(0, 10)).toHaveLength(1);
    await takenAway();
    const fault: unknown = await reading.entries(0, 10).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(LogNotReadError);
    await givenBack();
    expect(await reading.entries(0, 10)).toHaveLength(1);
    await reading.close();
  });

  it('is not ready while the server is away, though nothing is asked', async () => {
    await emptied();
    const log = await openAuditLog(await openStorage(url), makeSigner());
    await log.append(makeEntry('a'));
    const becomes = async (writable: boolean): Promise<void> => {
      for (let tries = 0; tries < 200 && log.health.writable !== writable; tries += 1)
        await new Promise((resolve) => setTimeout(resolve, 50));
      expect(log.health.writable).toBe(writable);
    };
    await takenAway();
    await becomes(false);
    await givenBack();
    await becomes(true);
    await log.close();
  });
});

describe('a gateway whose log is away', () => {
  it('discloses nothing and says so, and answers again when the log is back', async () => {
    await emptied();
    const region = await startTestRegion({ gatewayEnv: { ISTMO_LOG_URL: url } });
    const query = '{ firearmTraces(serialNumber: "BKR4471", make: "Glock") { state hit } }';
    expect((await region.ask('us-atf-tracer', query)).status).toBe(200);
    await takenAway();
    const away = await region.ask('us-atf-tracer', query);
    expect(away).toMatchObject({
      status: 503,
      errors: [{ extensions: { code: 'AUDIT_UNAVAILABLE', retryable: true } }],
    });
    expect(JSON.stringify([away.data, away.errors, away.extensions])).not.toMatch(/HIT|pg_|database/u);
    const refused = await region.ask('us-atf-tracer', query, {
      headers: { authorization: 'Bearer nonsense' },
    });
    expect(refused).toMatchObject({ status: 503, errors: [{ extensions: { code: 'AUDIT_UNAVAILABLE' } }] });
    expect(await ready(region)).toEqual({ status: 503, ready: false });
    await givenBack();
    for (let tries = 0; tries < 100 && !(await ready(region)).ready; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await ready(region)).toEqual({ status: 200, ready: true });
    expect(await region.ask('us-atf-tracer', query)).toMatchObject({
      status: 200,
      extensions: { istmo: { audit: { entry: 1 } } },
    });
    await region.stop();
  });
});

describe('a log in SQLite', () => {
  it('has every entry that was acknowledged before its process was killed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'istmo-kill-'));
    const file = join(folder, 'log.db');
    const script = join(folder, 'append.mjs');
    const module = (path: string): string =>
      JSON.stringify(pathToFileURL(fromRoot('dist', 'audit', path)).href);
    await writeFile(
      script,
      `import { openAuditLog } from ${module('log.js')};
       import { createNoteSigner } from ${module('note.js')};
       import { openStorage } from ${module('storage/open.js')};
       import { generateKeyPairSync } from 'node:crypto';
       const signer = createNoteSigner('istmo.example/kill', generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }));
       const log = await openAuditLog(await openStorage(${JSON.stringify(pathToFileURL(file).href)}), signer);
       process.stdout.write(signer.verifierKey + '\\n');
       const entry = (id) => ({ ...${JSON.stringify(makeEntry('x'))}, id });
       for (let n = 0; ; n += 8)
         await Promise.all(Array.from({ length: 8 }, (_, k) =>
           log.append(entry(String(n + k))).then(({ index }) => process.stdout.write(index + '\\n'))));`,
    );
    const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.length > 4_000) child.kill('SIGKILL');
    });
    await new Promise((resolve) => child.once('close', resolve));
    const [verifierKey, ...acknowledged] = said.split('\n').slice(0, -1);
    const storage = await openStorage(pathToFileURL(file).href);
    const verification = await verifyLog(storage, parseVerifierKey(verifierKey!));
    await storage.close();
    expect(acknowledged.length).toBeGreaterThan(100);
    expect(verification).toMatchObject({ ok: true });
    expect(verification.ok && verification.size).toBeGreaterThan(Math.max(...acknowledged.map(Number)));
    expect(existsSync(file)).toBe(true);
  });
});
