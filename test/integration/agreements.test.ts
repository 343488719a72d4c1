import { execFile } from 'node:child_process';
import { appendFile, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'undici';
import { type Child, startChild } from '../../cli/region/child.js';
import { freePorts } from '../../cli/region/ports.js';
import { startNodeProcess } from '../../cli/region/processes.js';
import { fromRoot } from '../../common/root.js';
import { demoFirearm } from '../../subgraphs/world/world.js';
import { startTestRegion, type TestRegion } from './region-fixture.js';

let region: TestRegion;
let second: Child;
let secondPort: number;
let gateways: readonly string[];

beforeAll(async () => {
  region = await startTestRegion({ states: ['SV'] });
  const [port = 0] = await freePorts(1);
  secondPort = port;
  second = startSecond();
  await second.ready();
  gateways = [region.gatewayUrl, `http://127.0.0.1:${String(port)}`];
});
afterAll(async () => {
  await second.stop();
  await region.stop();
});

function startSecond(): Child {
  const { folder } = region;
  return startChild({
    name: 'gateway-2',
    args: ['gateway'],
    env: {
      ISTMO_REGION: folder.regionFile,
      ISTMO_GATEWAY_ID: 'regional',
      ISTMO_PORT: String(secondPort),
      ISTMO_SIGNING_KEY: folder.keyFile('gateway'),
      ISTMO_LOG_URL: folder.databaseUrl('audit-log-2'),
      ISTMO_LOG_KEY: folder.keyFile('gateway-log'),
    },
    logFile: folder.logFile('gateway-2'),
  });
}

function portOf(url: string): number {
  return Number(new URL(url).port);
}

/** Runs `istmo …` over the region's data folder. */
function istmo(
  ...args: readonly string[]
): Promise<{ readonly ok: boolean; readonly out: string; readonly err: string }> {
  const command = [fromRoot('dist', 'cli', 'main.js'), ...args, '--data', region.folder.path];
  return new Promise((resolve) => {
    execFile(process.execPath, command, (error, out, err) => resolve({ ok: error === null, out, err }));
  });
}

async function trace(at: string): Promise<unknown> {
  const { serialNumber, make, calibre } = demoFirearm;
  const query = `{ firearmTraces(serialNumber: "${serialNumber}", make: "${make}", calibre: "${calibre}") { state hit } }`;
  const { extensions } = await region.ask('us-atf-tracer', query, { at });
  return extensions?.istmo.states.map(({ code, status }) => `${code} ${status}`).join();
}

/** Milliseconds until something holds. */
async function untilSo(holds: () => Promise<boolean>): Promise<number> {
  const start = Date.now();
  while (!(await holds())) {
    if (Date.now() - start > 60_000) throw new Error('not within a minute');
    await sleep(50);
  }
  return Date.now() - start;
}

/** The key of a firearm that El Salvador's agreement with US-ATF opens. */
async function firstFirearm(): Promise<string> {
  const { serialNumber, make, calibre } = demoFirearm;
  const query = `{ firearmTraces(serialNumber: "${serialNumber}", make: "${make}", calibre: "${calibre}") { records { id } } }`;
  const { data } = await region.ask('us-atf-tracer', query);
  const [key] = /(?<=SV:Firearm:)[^"]+/u.exec(JSON.stringify(data)) ?? [];
  if (key === undefined) throw new Error(JSON.stringify(data));
  return key;
}

async function ofNode(path: string): Promise<Record<string, unknown>> {
  const { body } = await request(`${region.nodeUrl('SV')}${path}`);
  return (await body.json()) as Record<string, unknown>;
}

const id = 'SV-US-ATF-2026-01';
const key = (name: string): readonly string[] => ['--key', region.folder.keyFile(name)];

describe('agreements while a region runs', () => {
  let digest: unknown;

  it('are in every log entry by the digest of the texts in force, of the gateway and of the node', async () => {
    digest = (await ofNode('/.well-known/istmo.json'))['agreementsDigest'];
    expect(await trace(region.gatewayUrl)).toBe('SV ANSWERED');
    for (const log of ['audit-log', 'access-log-SV']) {
      const { data } = await region.lastEntry(log);
      expect({ log, digests: data.states.map(({ agreementsDigest }) => agreementsDigest) }).toEqual({
        log,
        digests: [digest],
      });
    }
  });

  it('that are revoked give nothing any more: in the node at once, in every gateway within ten seconds', async () => {
    expect(await istmo('agreement', 'revoke', id, ...key('state-SV'), '--reason', 'test')).toMatchObject({
      ok: true,
    });
    const node = await untilSo(
      async () => (await ofNode('/.well-known/istmo.json'))['agreementsDigest'] !== digest,
    );
    const all = await Promise.all(
      gateways.map((at) => untilSo(async () => (await trace(at)) === 'SV WITHHELD')),
    );
    expect(node).toBeLessThan(5_000);
    expect(Math.max(...all)).toBeLessThan(10_000);
  });

  it('that are published anew are in force again, once both have signed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'istmo-agreement-'));
    const [file, signed] = [join(folder, 'a.yaml'), join(folder, 'a.signed.json')];
    await writeFile(
      file,
      await readFile(fromRoot('subgraphs', 'sv', 'agreements', 'us-atf-tracing.yaml'), 'utf8'),
    );
    expect(await istmo('agreement', 'sign', file, ...key('state-SV'))).toMatchObject({ ok: true });
    expect(await istmo('agreement', 'publish', signed)).toMatchObject({
      ok: false,
      err: expect.stringContaining(`${id}: not signed; the grantee US-ATF can mend it`),
    });
    expect(await istmo('agreement', 'countersign', signed, ...key('agency-US-DEA'))).toMatchObject({
      ok: false,
    });
    expect(await istmo('agreement', 'countersign', signed, ...key('agency-US-ATF'))).toMatchObject({
      ok: true,
    });
    expect(await istmo('agreement', 'publish', signed)).toMatchObject({ ok: true });
    const all = await Promise.all(
      gateways.map((at) => untilSo(async () => (await trace(at)) === 'SV ANSWERED')),
    );
    expect(Math.max(...all)).toBeLessThan(10_000);
    expect(await istmo('agreement', 'publish', signed)).toMatchObject({
      ok: false,
      err: expect.stringContaining(`${id}: version 2 was in force before`),
    });
  });

  it('that were in force under the digest of a log entry can be shown afterwards', async () => {
    const { out } = await istmo(
      'agreement',
      'history',
      '--state',
      'SV',
      '--digest',
      String(digest),
      '--json',
    );
    const texts = JSON.parse(out) as readonly { readonly id: string; readonly version: number }[];
    expect(texts.find((one) => one.id === id)).toMatchObject({
      id,
      version: 1,
      agreement: { grantor: 'SV' },
    });
    const { out: all } = await istmo('agreement', 'history', '--state', 'SV', '--id', id);
    expect(
      all
        .trimEnd()
        .split('\n')
        .map((line) => /v\d .* (published|revoked)/u.exec(line)?.[1]),
    ).toEqual(['published', 'revoked', 'published']);
  });

  it('are explained as they were at a past moment, of a record of the State', async () => {
    const lines = (await readFile(region.folder.agreementsFile('SV'), 'utf8'))
      .trimEnd()
      .split('\n')
      .slice(-2);
    const [revoked, anew] = lines.map((line) => (JSON.parse(line) as { readonly at: string }).at);
    const recordId = `SV:Firearm:${await firstFirearm()}`;
    const explained = async (at: string | undefined) => {
      const question = ['--agency', 'US-ATF', '--role', 'tracer', '--purpose', 'FIREARM_TRACING'];
      const of = [
        '--coordinate',
        'Firearm.make',
        '--record',
        recordId,
        '--database-url',
        region.folder.databaseUrl('SV'),
      ];
      const { out } = await istmo(
        'policy',
        'explain',
        '--state',
        'SV',
        ...question,
        ...of,
        '--at',
        String(at),
        '--json',
      );
      const { verdict, reason, record, of: said } = JSON.parse(out) as Record<string, unknown>;
      return { verdict, reason, record, said };
    };
    const about = { record: recordId, said: 'THIS_RECORD' };
    expect(await explained(revoked)).toEqual({ ...about, verdict: 'WITHHELD', reason: 'NOT_IN_AGREEMENT' });
    expect(await explained(anew)).toEqual({ ...about, verdict: 'SHOWN', reason: undefined });
  });

  it('stay as they were where what is put there is wrong, and the node says so', async () => {
    const before = await ofNode('/.well-known/istmo.json');
    const file = region.folder.agreementsFile('SV');
    const good = await readFile(file, 'utf8');
    await appendFile(file, `${good.split('\n')[0] ?? ''}\n`);
    await untilSo(async () => JSON.stringify(await ofNode('/ready')).includes('AGREEMENTS_NOT_TAKEN'));
    expect(await ofNode('/.well-known/istmo.json')).toEqual(before);
    expect(await trace(region.gatewayUrl)).toBe('SV ANSWERED');
    const refusals = (await region.entries('access-log-SV')).filter(
      ({ type }) => type === 'org.istmo.node-refusal.v1',
    );
    expect(refusals.map(({ data }) => data.outcome)).toEqual([
      { result: 'REFUSED', code: 'AGREEMENTS_INVALID' },
    ]);
    // a history that lost its end is no better
    await writeFile(file, `${good.split('\n').slice(0, 2).join('\n')}\n`);
    await sleep(1_500);
    expect(await ofNode('/.well-known/istmo.json')).toEqual(before);
    await writeFile(file, good);
    await untilSo(async () => !JSON.stringify(await ofNode('/ready')).includes('AGREEMENTS_NOT_TAKEN'));
  });
});

describe('a history whose end is cut off while its node is stopped', () => {
  const revokedId = 'SV-GT-PNC-2026-01';
  let whole: string;
  let file: string;

  const startNode = (): Child =>
    startNodeProcess(region.folder, 'SV', portOf(region.nodeUrl('SV')), undefined);
  const startedOr = async (node: Child): Promise<string> =>
    node.ready().then(
      () => 'ready',
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );

  beforeAll(async () => {
    file = region.folder.agreementsFile('SV');
    // nobody asks the node anything after this: its log knows of it all the same
    expect(
      await istmo('agreement', 'revoke', revokedId, ...key('state-SV'), '--reason', 'test'),
    ).toMatchObject({ ok: true });
    const inForce = async (): Promise<boolean> =>
      (await region.lastEntry('access-log-SV')).data.states[0]?.agreements.includes(revokedId) === false;
    await untilSo(inForce);
    await region.stopNode('SV');
    whole = await readFile(file, 'utf8');
  });

  it('keeps the node from starting, which says what is missing and who restores it', async () => {
    const lines = whole.trimEnd().split('\n');
    await writeFile(file, `${lines.slice(0, -1).join('\n')}\n`);
    const said = await startedOr(startNode());
    expect(said).toContain(
      `SV.jsonl:${String(lines.length)}:1: the access log says that this line was in force`,
    );
    expect(said).toContain('the grantor SV restores the file');
    expect(said).toContain('el otorgante SV restituye el archivo');
    const { type, data } = await region.lastEntry('access-log-SV');
    expect([type, data.outcome]).toEqual([
      'org.istmo.node-refusal.v1',
      { result: 'REFUSED', code: 'AGREEMENTS_INVALID' },
    ]);
    expect(await trace(region.gatewayUrl)).toBe('SV UNAVAILABLE');
  });

  it('is not made up for by another end, however well signed', async () => {
    const lines = whole.trimEnd().split('\n');
    await writeFile(file, `${lines.slice(0, -1).join('\n')}\n`);
    await istmo('agreement', 'revoke', id, ...key('state-SV'), '--reason', 'another');
    expect(await startedOr(startNode())).toContain('the access log says that this line was in force');
  });

  it('serves again as soon as it is restored', async () => {
    await writeFile(file, whole);
    const node = startNode();
    try {
      expect(await startedOr(node)).toBe('ready');
      await untilSo(async () => (await trace(region.gatewayUrl)) === 'SV ANSWERED');
      // until every gateway has seen what it serves by, and has asked it once
      await sleep(3_000);
      for (const at of gateways) expect(await trace(at)).toBe('SV ANSWERED');
    } finally {
      await node.stop();
    }
  });
});

describe('a State that publishes older agreements than a gateway has seen', () => {
  it('is not reached by the gateway, also when that starts anew, until it publishes them again', async () => {
    const file = region.folder.agreementsFile('SV');
    const whole = await readFile(file, 'utf8');
    const lines = whole.trimEnd().split('\n');
    await writeFile(file, `${lines.slice(0, -1).join('\n')}\n`);
    // a node without a memory: its access log is another
    const forgetful = startChild({
      name: 'node-SV',
      args: ['node'],
      env: {
        ISTMO_REGION: region.folder.regionFile,
        ISTMO_STATE: 'SV',
        ISTMO_PORT: String(portOf(region.nodeUrl('SV'))),
        ISTMO_DATABASE_URL: region.folder.databaseUrl('SV'),
        ISTMO_STATE_KEY: region.folder.keyFile('state-SV'),
        ISTMO_AGREEMENTS_HISTORY: file,
        ISTMO_LOG_URL: region.folder.databaseUrl('access-log-other'),
        ISTMO_LOG_KEY: region.folder.keyFile('log-SV'),
      },
      logFile: region.folder.logFile('node-SV'),
    });
    try {
      await forgetful.ready();
      await sleep(2_000);
      expect(await trace(region.gatewayUrl)).toBe('SV UNAVAILABLE');
      await second.stop();
      second = startSecond();
      await second.ready();
      expect(await trace(gateways[1] ?? '')).toBe('SV UNAVAILABLE');
      expect(await readFile(region.folder.logFile('gateway'), 'utf8')).toContain(
        'the agreements of SV are older than those seen before',
      );
      await writeFile(file, whole);
      const all = await Promise.all(
        gateways.map((at) => untilSo(async () => (await trace(at)) === 'SV ANSWERED')),
      );
      expect(Math.max(...all)).toBeLessThan(10_000);
    } finally {
      await forgetful.stop();
    }
  });
});
