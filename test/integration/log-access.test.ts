import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'libsql';
import pg from 'pg';
import { openAuditLog } from '../../audit/log.js';
import { openStorage } from '../../audit/storage/open.js';
import { openReaderThread } from '../../audit/thread/reader-thread.js';
import { fromRoot } from '../../common/root.js';
import { type ThrowawayDatabase, throwawayDatabase } from '../services/throwaway-database.js';
import { makeEntry, makeSigner } from '../unit/audit/entry-factory.js';

let database: ThrowawayDatabase;
let empty: ThrowawayDatabase;
const signer = makeSigner();
const folder = mkdtempSync(join(tmpdir(), 'istmo-access-'));
const auditor = `istmo_auditor_${String(process.pid)}`;
const stranger = `istmo_stranger_${String(process.pid)}`;

beforeAll(async () => {
  database = await throwawayDatabase('istmo_access');
  empty = await throwawayDatabase('istmo_empty');
  const log = await openAuditLog(await openStorage(database.url), signer);
  await Promise.all(Array.from({ length: 300 }, (_, n) => log.append(makeEntry(String(n)))));
  await log.close();
  for (const role of [auditor, stranger])
    await run(database.url, `CREATE ROLE ${role} LOGIN PASSWORD 'hush'`);
  await run(database.url, `GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${auditor}`);
});
afterAll(async () => {
  await database.drop();
  await empty.drop();
  for (const role of [auditor, stranger]) await database.onServer(`DROP ROLE ${role}`);
});

async function run(url: string, statement: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(statement);
  await client.end();
  return rows;
}

/** The URL of a database as another role opens it. */
function as(role: string, { url }: { readonly url: string }): string {
  const other = new URL(url);
  other.username = role;
  other.password = 'hush';
  return other.href;
}

interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

function istmo(...args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [fromRoot('dist', 'cli', 'main.js'), 'audit', ...args],
      (error, stdout, stderr) => {
        resolve({ status: error === null ? 0 : Number(error.code), stdout, stderr });
      },
    );
  });
}

const key = ['--key', signer.verifierKey];
/** Whatever reads a log. */
const readings = (url: string): readonly (readonly string[])[] => [
  ['verify', '--log', url, ...key],
  ['export', '--log', url],
  ['retain', '--log', url, '--out', join(folder, 'out')],
  ['reconcile', '--state', 'GT', '--log', url, '--node-log', url],
  ['rebuild-tiles', '--log', url, ...key],
];

describe('a role that may only read', () => {
  it('verifies, exports, archives and compares a log in PostgreSQL', async () => {
    const url = as(auditor, database);
    const [verify, exported, retain, reconcile] = await Promise.all(
      readings(url)
        .slice(0, 4)
        .map((args) => istmo(...args)),
    );
    expect(verify).toMatchObject({ status: 0, stdout: expect.stringMatching(/^OK: 300 entries/u) });
    expect([exported?.status, exported?.stdout.trim().split('\n').length]).toEqual([0, 300]);
    expect([retain?.status, reconcile?.status]).toEqual([0, 0]);
  });

  it('reads nothing where it may not even do that, and is told so without its password', async () => {
    for (const args of readings(as(stranger, database))) {
      const { status, stdout, stderr } = await istmo(...args);
      expect([args[0], status, stdout]).toEqual([args[0], 2, '']);
      expect(stderr).toContain('cannot be read / no se puede leer la bitácora en');
      expect(stderr).toContain('permission denied');
      expect(stderr).not.toContain('hush');
    }
  });
});

describe('an address at which there is no log', () => {
  it('of a database without one is said so by all that reads, and none is begun there', async () => {
    for (const args of readings(empty.url)) {
      const { status, stdout, stderr } = await istmo(...args);
      expect([args[0], status, stdout]).toEqual([args[0], 2, '']);
      expect(stderr).toMatch(/no log at \S+ \/ no hay bitácora en \S+/u);
    }
    expect(await run(empty.url, "SELECT FROM pg_class WHERE relname LIKE 'istmo%'")).toEqual([]);
  });

  it('of a file that is not there, of another database, or of something else', async () => {
    const [missing, other, text] = ['missing.db', 'other.db', 'text.db'].map((name) =>
      join(folder, name),
    ) as [string, string, string];
    const made = new Database(other);
    made.exec('CREATE TABLE entry (idx INTEGER)');
    made.close();
    writeFileSync(
      text,
      'no database, but a text that is long enough to be taken for the head of one'.repeat(9),
    );
    for (const [path, said] of [
      [missing, 'no log at'],
      [other, 'no log at'],
      [text, 'cannot be read'],
    ] as const)
      for (const args of readings(pathToFileURL(path).href)) {
        const { status, stdout, stderr } = await istmo(...args);
        expect([args[0], status, stdout]).toEqual([args[0], 2, '']);
        expect(stderr).toContain(said);
      }
    expect(existsSync(missing)).toBe(false);
  });
});

describe('a reader in a thread', () => {
  it('that found no log answers once there is one', async () => {
    const url = pathToFileURL(join(folder, 'later.db')).href;
    const reader = openReaderThread({ url, indexFile: ':memory:' });
    await expect(reader.checkpoint()).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
    const log = await openAuditLog(await openStorage(url), signer);
    await log.append(makeEntry('0'));
    await log.close();
    expect((await reader.entry(0))?.index).toBe(0);
    await reader.close();
  });
});
