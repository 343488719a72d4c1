import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { createConnection } from 'mysql2/promise';
import pg from 'pg';

/** The tests that name a service meet the real one, not a stand-in. */
function given(variable: string): string {
  const value = process.env[variable];
  if (value === undefined) throw new Error(`${variable} is not set: run npm test`);
  return value;
}

test('Redis answers as Redis', async () => {
  const client = new Redis(given('REDIS_URL'), { retryStrategy: () => null });
  try {
    expect([await client.ping(), /redis_version:(\d+)/u.test(await client.info('server'))]).toEqual([
      'PONG',
      true,
    ]);
  } finally {
    client.disconnect();
  }
});

test('PostgreSQL answers as PostgreSQL, and waits for the disk', async () => {
  const client = new pg.Client({ connectionString: given('DATABASE_URL') });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(
      "SELECT split_part(version(), ' ', 1) AS name, current_setting('fsync') AS fsync",
    );
    expect(rows).toEqual([{ name: 'PostgreSQL', fsync: 'on' }]);
  } finally {
    await client.end();
  }
});

test('MariaDB answers as MariaDB', async () => {
  const connection = await createConnection({ uri: given('MARIADB_URL') });
  try {
    const [rows] = await connection.query("SELECT version() LIKE '%MariaDB%' AS mariadb");
    expect(rows).toEqual([{ mariadb: 1 }]);
  } finally {
    await connection.end();
  }
});

test('Chromium is Chromium', async () => {
  const { stdout } = await promisify(execFile)(given('CHROMIUM_PATH'), ['--version']);
  expect(stdout).toMatch(/^(Chromium|Google Chrome) \d+/u);
});
