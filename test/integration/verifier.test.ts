import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'libsql';
import { request } from 'undici';
import { makeSigner } from '../unit/audit/entry-factory.js';
import { fromRoot } from '../../common/root.js';
import { startTestRegion, type TestRegion } from './region-fixture.js';

const folder = mkdtempSync(join(tmpdir(), 'istmo-verifier-'));
const program = join(folder, 'verifier');
const older = join(folder, 'older-checkpoint');
let region: TestRegion;

beforeAll(async () => {
  const go = process.env['GO_PATH'];
  if (go === undefined) throw new Error('GO_PATH is not set: run npm test');
  // no module is fetched: the library's sources are Debian's
  const built = await run(go, ['build', '-o', program, fromRoot('test', 'integration', 'verifier.go')], {
    PATH: process.env['PATH'],
    HOME: folder,
    GO111MODULE: 'off',
    GOPATH: '/usr/share/gocode',
    GOFLAGS: '',
  });
  expect(built).toMatchObject({ status: 0 });
  region = await startTestRegion({ states: ['SV'] });
  await ask(200);
  writeFileSync(older, await get('/audit/log/checkpoint'));
  // over one full tile, and a tile above it
  await ask(400);
});
afterAll(async () => {
  await region.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(count: number): Promise<void> {
  for (let n = 0; n < count; n += 20)
    await Promise.all(Array.from({ length: 20 }, () => region.ask('us-atf-tracer', '{ me { agency } }')));
}

async function get(path: string): Promise<string> {
  const { body } = await request(`${region.gatewayUrl}${path}`);
  return body.text();
}

interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(file: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(file, args, { env }, (error, stdout, stderr) => {
      resolve({ status: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

async function verify(key?: string): Promise<Ran> {
  const own = (await get('/audit/log/key')).trim();
  const token = await region.token('sv-sica-regional-auditor');
  return run(program, [region.gatewayUrl, key ?? own, token, older]);
}

/** Does something to the gateway's database while it runs. */
function tamper(statement: string): void {
  const database = new Database(fileURLToPath(region.folder.databaseUrl('audit-log')));
  database.exec(`PRAGMA busy_timeout = 5000; ${statement}`);
  database.close();
}

describe("a log as Go's own verifier reads it", () => {
  it('is whole: every entry is in the tree that is signed, and so is the tree of before', async () => {
    expect(await verify()).toEqual({
      status: 0,
      stdout: expect.stringMatching(/^OK 6\d\d entries, of which 200 were in the older tree\n$/u),
      stderr: '',
    });
  });

  it('is refused by another key', async () => {
    const { status, stderr } = await verify(makeSigner('istmo.example/log/gateway/regional').verifierKey);
    expect([status, stderr]).toEqual([1, expect.stringContaining('no verifiable signatures')]);
  });

  it('is refused where an entry is another, and where a hash is made to fit it', async () => {
    tamper(
      "UPDATE entry SET bytes = CAST(replace(CAST(bytes AS TEXT), 'US-ATF', 'US-XXX') AS BLOB) WHERE idx = 300",
    );
    expect(await verify()).toMatchObject({ status: 1, stderr: expect.stringContaining('entry 300') });
    tamper('UPDATE entry SET leaf_hash = (SELECT leaf_hash FROM entry WHERE idx = 301) WHERE idx = 300');
    expect(await verify()).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/inconsistent|invalid transparency proof/u),
    });
  });
});
