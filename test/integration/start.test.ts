import { execFile, spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'undici';
import { fromRoot } from '../../common/root.js';
import { startTestRegion, type TestRegion } from './region-fixture.js';

interface Run {
  readonly code: number | string | null | undefined;
  readonly out: string;
  readonly err: string;
}

/** Runs the `istmo` command to its end. */
async function istmo(args: readonly string[], env: Record<string, string> = {}): Promise<Run> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [fromRoot('dist', 'cli', 'main.js'), ...args],
      { env: { ...process.env, ...env }, timeout: 60_000, maxBuffer: 16 * 1024 * 1024 },
      (error, out, err) => {
        resolve({ code: error === null ? 0 : error.code, out, err });
      },
    );
  });
}

describe('istmo demo --json', () => {
  it('prints one document with every answer, and ends well', async () => {
    const { code, out, err } = await istmo(['demo', '--json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toEqual({
      states: [
        { code: 'GT', status: expect.any(String) },
        { code: 'SV', status: 'UP' },
        { code: 'US', status: 'UP' },
      ],
      questions: [
        'trace',
        'trace-narrower',
        'trace-other-purpose',
        'follow-seizure',
        'cocaine-2014',
        'cocaine-2014-node-down',
      ].map((name, auditEntry) => ({
        name,
        as: expect.any(String),
        purpose: expect.any(String),
        data: expect.any(Object),
        states: expect.any(Array),
        withheld: expect.any(Array),
        auditEntry,
      })),
      audit: { entries: 6, verified: true },
    });
  }, 90_000);
});

describe('starting', () => {
  it('says in one line which port is in use and how to choose another', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const { code, err } = await istmo([
      'region',
      '--port',
      String(port),
      '--data',
      await mkdtemp(join(tmpdir(), 'istmo-')),
    ]);
    server.close();
    expect({ code, err }).toEqual({
      code: 1,
      err: `Port ${String(port)} is in use; choose another / El puerto ${String(port)} está en uso; elija otro: npm start -- --port 5000\n`,
    });
  });

  it('leaves no process behind when the one that started them is killed', async () => {
    const data = await mkdtemp(join(tmpdir(), 'istmo-orphans-'));
    const port = 20_000 + (process.pid % 20_000);
    const region = spawn(process.execPath, [
      fromRoot('dist', 'cli', 'main.js'),
      'region',
      '--port',
      String(port),
      '--data',
      data,
    ]);
    await new Promise<void>((resolve) => {
      region.stdout.setEncoding('utf8').on('data', (text: string) => {
        if (text.includes('curl')) resolve();
      });
    });
    const health = `http://127.0.0.1:${String(port)}/health`;
    expect((await request(health)).statusCode).toBe(200);
    region.kill('SIGKILL');
    await sleep(3_000);
    await expect(request(health)).rejects.toThrow();
    await expect(request(`http://127.0.0.1:${String(port + 1)}/health`)).rejects.toThrow();
  }, 60_000);
});

describe('a node that is set up wrongly does not start, and says what is wrong', () => {
  let region: TestRegion;
  beforeAll(async () => {
    region = await startTestRegion({ states: ['SV'] });
  }, 60_000);
  afterAll(async () => {
    await region.stop();
  });

  /** Starts El Salvador's node with one file of its folder changed. */
  async function startWith(
    file: string,
    change: (text: string) => string,
  ): Promise<Run & { folder: string }> {
    const folder = await mkdtemp(join(tmpdir(), 'istmo-sv-'));
    await cp(fromRoot('subgraphs', 'sv'), folder, { recursive: true });
    const path = join(folder, file);
    await writeFile(path, change(await readFile(path, 'utf8')));
    const { folder: data } = region;
    const run = await istmo(['node'], {
      ISTMO_REGION: data.regionFile,
      ISTMO_STATE: 'SV',
      ISTMO_PORT: '0',
      ISTMO_DATABASE_URL: data.databaseUrl('SV'),
      ISTMO_STATE_KEY: data.keyFile('state-SV'),
      ISTMO_LOG_URL: data.databaseUrl('other-log'),
      ISTMO_LOG_KEY: data.keyFile('log-SV'),
      ISTMO_STATE_FOLDER: folder,
    });
    return { ...run, folder };
  }

  it('names file, line, field and the column that does not exist', async () => {
    const { code, err, folder } = await startWith('mapping.yaml', (text) =>
      text.replace('column: modelo }', 'column: modelito }'),
    );
    expect(code).toBe(1);
    expect(err).toMatch(
      new RegExp(
        `^istmo: ${folder}/mapping\\.yaml:\\d+:\\d+: field model: table registro_armas has no column modelito; it has correlativo, .*modelo`,
        'u',
      ),
    );
  });

  it('names the field of a mapping that the shared language does not have', async () => {
    const { code, err } = await startWith('mapping.yaml', (text) =>
      text.replace('serialNumber:', 'serialNo:'),
    );
    expect({ code, err }).toEqual({
      code: 1,
      err: expect.stringMatching(/mapping\.yaml:\d+:\d+: no field Firearm\.serialNo in the shared language/u),
    });
  });

  it('names the agreement file, the line and the field that does not exist', async () => {
    const { code, err } = await startWith('agreements/us-atf-tracing.yaml', (text) =>
      text.replace('calibre', 'kalibre'),
    );
    expect({ code, err }).toEqual({
      code: 1,
      err: expect.stringMatching(
        /us-atf-tracing\.yaml:\d+:\d+: no field Firearm\.kalibre in the shared language/u,
      ),
    });
  });

  it('names every variable of its environment that is missing', async () => {
    const { code, err } = await istmo(['node'], { ISTMO_STATE: 'sv' });
    expect(code).toBe(1);
    for (const name of ['ISTMO_REGION', 'ISTMO_STATE', 'ISTMO_PORT', 'ISTMO_DATABASE_URL'])
      expect(err).toContain(name);
  });
});
