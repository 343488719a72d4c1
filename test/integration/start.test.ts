import { type ChildProcess, execFile, fork, spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'libsql';
import { request } from 'undici';
import { prepareDataFolder } from '../../cli/region/data-folder.js';
import { freePorts } from '../../cli/region/ports.js';
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
      { env: { ...process.env, ...env }, timeout: 150_000, maxBuffer: 16 * 1024 * 1024 },
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
      states: ['GT', 'SV', 'US'].map((code) => ({ code, status: 'UP' })),
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
  });
});

describe('istmo demo', () => {
  it('ends with 1 and says what is wrong where an answer is not as it should be', async () => {
    const { code, out, err } = await istmo(['demo', '--json'], { ISTMO_STATE_TIMEOUT_MS: '1' });
    expect(code).toBe(1);
    expect(err).toContain('✗ trace: SV: "TIMEOUT", not "ANSWERED"\n');
    expect(JSON.parse(out)).toMatchObject({ audit: { entries: 6, verified: true } });
  });
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

  it("says in one line that another region keeps its data in the folder, and leaves that region's alone", async () => {
    const region = await startTestRegion({ states: ['SV'] });
    const { path } = region.folder;
    // a port that was free may be another's by the time that it is asked for
    const startBeside = async (tries: number): ReturnType<typeof istmo> => {
      const [port = 0] = await freePorts(1);
      const told = await istmo(['region', '--port', String(port), '--data', path]);
      return told.err.startsWith('Port ') && tries > 1 ? startBeside(tries - 1) : told;
    };
    try {
      expect(await startBeside(5)).toMatchObject({
        code: 1,
        err: `The folder ${path} is in use by a region that runs; choose another / La carpeta ${path} la usa una región en marcha; elija otra: npm start -- --port 5000 --data .istmo-5000\n`,
      });
      expect((await region.ask('us-atf-tracer', '{ me { agency } }')).data).toEqual({
        me: { agency: 'US-ATF' },
      });
    } finally {
      await region.stop();
    }
  });

  it.each([
    ['told to stop (Ctrl-C)', 'SIGINT', 0],
    ['killed', 'SIGKILL', null],
  ] as const)('leaves no process behind when the one that started them is %s', async (_, signal, code) => {
    const { region, port } = await startRegionProcess();
    const health = (offset: number): Promise<unknown> =>
      request(`http://127.0.0.1:${String(port + offset)}/health`);
    await expect(health(0)).resolves.toMatchObject({ statusCode: 200 });
    const ended = new Promise((resolve) => region.once('exit', resolve));
    region.kill(signal);
    expect(await ended).toBe(code);
    const isGone = (offset: number): Promise<boolean> =>
      health(offset).then(
        () => false,
        () => true,
      );
    const ports = [0, 1, 2, 3, 10];
    // nobody told them: they find out by themselves
    if (signal === 'SIGKILL') for (const offset of ports) await until(() => isGone(offset));
    for (const offset of ports) await expect(health(offset)).rejects.toThrow('ECONNREFUSED');
  });

  it('ends a process whose parent was gone before it was ready', async () => {
    const [port = 0] = await freePorts(1);
    const { path } = prepareDataFolder(await mkdtemp(join(tmpdir(), 'istmo-')), {
      gateway: 'http://127.0.0.1:1',
      identity: `http://127.0.0.1:${String(port)}`,
      nodes: {},
    });
    const child = fork(fromRoot('dist', 'cli', 'main.js'), ['demo-identity', '--data', path], {
      env: { ...process.env, ISTMO_STOP_WITH_PARENT: '1' },
    });
    child.disconnect();
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0);
  });

  it('shows a node that dies as down, and goes on with the others', async () => {
    const died: string[] = [];
    const region = await startTestRegion({ onEvent: ({ kind, name }) => kind === 'died' && died.push(name) });
    process.kill(region.processes.get('node-GT')!, 'SIGKILL');
    const ask = async (): Promise<unknown> =>
      (await region.ask('us-atf-tracer', '{ memberStates { code nodeStatus } }')).data;
    await until(async () => JSON.stringify(await ask()).includes('DOWN'));
    expect(await ask()).toEqual({
      memberStates: [
        { code: 'GT', nodeStatus: 'DOWN' },
        { code: 'SV', nodeStatus: 'UP' },
        { code: 'US', nodeStatus: 'UP' },
      ],
    });
    expect(died).toEqual(['node-GT']);
    await region.stop();
  });
});

describe('istmo token', () => {
  it('says where no region is, and which one is not running', async () => {
    const path = await mkdtemp(join(tmpdir(), 'istmo-'));
    const args = ['token', 'us-atf-tracer', '--data', path];
    expect(await istmo(args)).toMatchObject({
      code: 1,
      err: expect.stringContaining(`no region in ${path}`),
    });
    const [port = 0] = await freePorts(1);
    const identity = `http://127.0.0.1:${String(port)}`;
    prepareDataFolder(path, { gateway: 'http://127.0.0.1:1', identity, nodes: {} });
    expect(await istmo(args)).toMatchObject({
      code: 1,
      err: `istmo: the region in ${path} is not running / la región en ${path} no está en marcha: npm start\n`,
    });
  });
});

describe('istmo audit verify', () => {
  it('ends with 0 on a log that is whole, and with 1 and the first wrong entry on one that is not', async () => {
    const region = await startTestRegion({ states: ['SV'] });
    for (let n = 0; n < 5; n += 1) await region.ask('us-atf-tracer', '{ me { agency } }');
    const args = ['audit', 'verify', '--data', region.folder.path];
    expect(await istmo(args)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^OK: 5 entries \/ asientos, root \/ raíz [\w+/]{43}=\n0 sealed/u),
    });
    const log = new Database(fileURLToPath(region.folder.databaseUrl('audit-log')));
    log.exec(
      "UPDATE entry SET bytes = CAST(replace(CAST(bytes AS TEXT), 'US-ATF', 'US-XXX') AS BLOB) WHERE idx = 3",
    );
    log.close();
    expect(await istmo(args)).toMatchObject({
      code: 1,
      out: 'entry / asiento 3: an entry was changed / un asiento fue alterado\n',
    });
    await region.stop();
  });
});

/** Waits until this holds: a busy machine takes its time, and the test's own ends it. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(200);
}

/** Starts `istmo region` as a person does, and waits until it says how to ask. */
async function startRegionProcess(): Promise<{ region: ChildProcess; port: number }> {
  const data = await mkdtemp(join(tmpdir(), 'istmo-region-'));
  // fourteen ports in a row that are free now
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const args = ['region', '--port', String(port), '--data', data];
  const region = spawn(process.execPath, [fromRoot('dist', 'cli', 'main.js'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve) => {
    region.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes('curl')) resolve();
    });
  });
  return { region, port };
}

describe('a node that is set up wrongly does not start, says what is wrong, and leaves an entry in its log', () => {
  let region: TestRegion;
  beforeAll(async () => {
    region = await startTestRegion({ states: ['SV'] });
  });
  afterAll(async () => {
    await region.stop();
  });

  /** Starts El Salvador's node with one file of its folder changed. */
  async function startWith(
    file: string,
    change: (text: string) => string,
  ): Promise<Run & { folder: string; logged: unknown }> {
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
      ISTMO_AGREEMENTS: 'unsigned',
    });
    const { type, data: entry } = await region.lastEntry('other-log');
    return { ...run, folder, logged: { type, ...entry.outcome } };
  }

  const logged = (code: string) => ({ type: 'org.istmo.node-refusal.v1', result: 'REFUSED', code });

  it('names file, line, field and the column that does not exist', async () => {
    const { folder, err, ...run } = await startWith('mapping.yaml', (text) =>
      text.replace('column: modelo,', 'column: modelito,'),
    );
    expect(run).toEqual({ code: 1, out: '', logged: logged('MAPPING_INVALID') });
    expect(err).toMatch(
      new RegExp(
        `^istmo: ${folder}/mapping\\.yaml:\\d+:\\d+: field model: table registro_armas has no column modelito; it has correlativo, .*modelo`,
        'u',
      ),
    );
  });

  it('names the field of a mapping that the shared language does not have', async () => {
    expect(
      await startWith('mapping.yaml', (text) => text.replace('serialNumber:', 'serialNo:')),
    ).toMatchObject({
      code: 1,
      logged: logged('MAPPING_INVALID'),
      err: expect.stringMatching(/mapping\.yaml:\d+:\d+: no field Firearm\.serialNo in the shared language/u),
    });
  });

  it('names the agreement file, the line and the field that does not exist', async () => {
    expect(
      await startWith('agreements/us-atf-tracing.yaml', (text) => text.replace('calibre', 'kalibre')),
    ).toMatchObject({
      code: 1,
      logged: logged('AGREEMENTS_INVALID'),
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
