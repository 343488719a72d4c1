import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { openAuditLog } from '../../audit/log.js';
import { type LogHealth, warningsOf } from '../../audit/log-health.js';
import { openStorage } from '../../audit/storage/open.js';
import { lockKeys } from '../../audit/storage/postgres-schema.js';
import { type ThrowawayDatabase, throwawayDatabase } from '../services/throwaway-database.js';
import { makeEntry, makeSigner } from '../unit/audit/entry-factory.js';

let database: ThrowawayDatabase;
const signer = makeSigner();

beforeAll(async () => {
  database = await throwawayDatabase('istmo_watch');
});
afterAll(() => database.drop());

async function until(
  log: { readonly health: LogHealth },
  holds: (health: LogHealth) => boolean,
): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (holds(log.health)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`it does not come to be: ${JSON.stringify(log.health)}`);
}

describe('a log that gateways share, while nobody numbers', () => {
  it('warns of what waits before it refuses, and no more once somebody numbers', async () => {
    const stuck = new pg.Client({ connectionString: database.url });
    await stuck.connect();
    await stuck.query('SELECT pg_advisory_lock($1)', [lockKeys.lead]);
    const log = await openAuditLog(await openStorage(database.url), signer);
    const appended = [log.append(makeEntry('a')), log.append(makeEntry('b'))];
    await until(log, (health) => warningsOf(health).includes('QUEUE_LAGS'));
    expect(log.health.queue).toMatchObject({ waiting: 2 });
    expect(log.health.queue!.oldestMs).toBeGreaterThanOrEqual(2_000);
    expect(log.health.queue!.oldestMs).toBeLessThan(8_000);
    await stuck.end();
    expect(await Promise.all(appended)).toEqual([{ index: 0 }, { index: 1 }]);
    await until(log, ({ queue }) => queue?.waiting === 0);
    expect(log.health.queue).toEqual({ waiting: 0, oldestMs: 0 });
    expect(warningsOf(log.health)).toEqual([]);
    await log.close();
  });
});

describe('a queue from before its age was kept', () => {
  it('is numbered, and its age is known from then on', async () => {
    const old = await throwawayDatabase('istmo_queue');
    const client = new pg.Client({ connectionString: old.url });
    await client.connect();
    await client.query(`
      CREATE TABLE istmo_log_waiting (id bigserial PRIMARY KEY, parts bytea[] NOT NULL);
      INSERT INTO istmo_log_waiting (parts) VALUES (ARRAY['{}'::bytea])`);
    await client.end();
    const storage = await openStorage(old.url);
    expect((await storage.look()).queue).toEqual({ waiting: 1, oldestMs: expect.any(Number) });
    const log = await openAuditLog(storage, signer);
    await until(log, ({ queue }) => queue?.waiting === 0);
    expect(log.size).toBe(1);
    await log.close();
    await old.drop();
  });
});

describe('a log in PostgreSQL that may take so many bytes', () => {
  it('says what it takes and what is left, and warns when that is little', async () => {
    const unlimited = await openStorage(database.url);
    const { usedBytes, freeBytes } = await unlimited.look();
    await unlimited.close();
    expect(usedBytes).toBeGreaterThan(1_000_000);
    expect(freeBytes).toBeUndefined();
    const log = await openAuditLog(await openStorage(database.url, usedBytes + 500_000_000), signer);
    await until(log, (health) => warningsOf(health).includes('DISK_LOW'));
    expect(log.health.freeBytes).toBeGreaterThan(400_000_000);
    await log.close();
  });
});
