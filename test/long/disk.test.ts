import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'undici';
import { type RunningRegion, startRegion } from '../../cli/region/start-region.js';
import { cuttableDisk, expectToBeRoot, smallDisk } from './disks.js';
import {
  ask,
  faultsOfLog,
  type LoadedGateway,
  pause,
  startLoadedGateway,
  type Told,
} from './gateway-under-load.js';

/** How often the power is cut. */
const cuts = Number(process.env['ISTMO_CUTS'] ?? 20);
const hour = 60 * 60 * 1_000;
let data: string;
let region: RunningRegion;
const atEnd: (() => unknown)[] = [];

beforeAll(async () => {
  expectToBeRoot();
  data = await mkdtemp(join(tmpdir(), 'istmo-disk-'));
  region = await startRegion({ data, port: undefined, states: ['SV'] });
}, hour);
afterEach(async () => {
  for (const end of atEnd.splice(0).reverse()) await end();
});
afterAll(async () => {
  await region.stop();
  await rm(data, { recursive: true, force: true });
});

function logOn(disk: { readonly path: string }): string {
  return pathToFileURL(join(disk.path, 'log.db')).href;
}

/** So that all that is written to the small disk is the log. */
const noIndex = { ISTMO_LOG_INDEX: join(tmpdir(), `istmo-index-${String(process.pid)}.db`) };

async function untilReady(url: string, ready: boolean): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const { statusCode, body } = await request(`${url}/ready`);
    await body.dump();
    if ((statusCode === 200) === ready) return;
    await pause(100);
  }
  throw new Error(`it does not become ${ready ? '' : 'un'}ready`);
}

describe('a log on a disk that is full', () => {
  it(
    'has the gateway disclose nothing and say so, loses nothing, and goes on by itself when there is room',
    async () => {
      const disk = smallDisk(data, 8);
      atEnd.push(() => disk.remove());
      const url = logOn(disk);
      const gateway = await startLoadedGateway(region, { ISTMO_LOG_URL: url, ...noIndex });
      atEnd.push(() => gateway.stop());
      await untilAnswers(gateway, 200, 50);
      const filler = join(disk.path, 'filler');
      fill(filler);
      await untilAnswers(gateway, 503, 50);
      const { status, body } = await ask(gateway.url, await region.token('us-atf-tracer'));
      expect([status, JSON.parse(body)]).toMatchObject([
        503,
        { errors: [{ extensions: { code: 'AUDIT_UNAVAILABLE' } }] },
      ]);
      expect(body).not.toMatch(/HIT|Glock|SQLITE|disk/u);
      await untilReady(gateway.url, false);
      const before = gateway.told.length;
      rmSync(filler);
      await untilReady(gateway.url, true);
      await untilTold(gateway, before + 20);
      fill(filler);
      await gateway.kill();
      rmSync(filler);
      expect(await faultsOfLog(region.folder, url, gateway.told)).toEqual([]);
    },
    hour,
  );
});

describe('a log on a disk that fills', () => {
  it(
    'warns in both languages long before it is full, refuses when it is, and goes on by itself when there is room',
    async () => {
      const disk = smallDisk(data, 1_100);
      atEnd.push(() => disk.remove());
      const gateway = await startLoadedGateway(region, { ISTMO_LOG_URL: logOn(disk), ...noIndex });
      atEnd.push(() => gateway.stop());
      await untilAnswers(gateway, 200, 50);
      expect(await warnings(gateway.url)).toEqual([]);
      const [some, rest] = [join(disk.path, 'some'), join(disk.path, 'rest')];
      fill(some, 100);
      await untilWarnings(gateway.url, ['DISK_LOW']);
      // a gigabyte is left: all goes on
      const refused = gateway.statuses.get(503) ?? 0;
      await untilAnswers(gateway, 200, 50);
      expect(gateway.statuses.get(503) ?? 0).toBe(refused);
      fill(rest, 1_100);
      await untilAnswers(gateway, 503, 50);
      await untilWarnings(gateway.url, ['NOT_WRITABLE', 'DISK_LOW', 'DISK_FILLS']);
      rmSync(rest);
      await untilAnswers(gateway, 200, 50);
      await untilWarnings(gateway.url, ['DISK_LOW']);
      rmSync(some);
      await untilWarnings(gateway.url, []);
      await gateway.stop();
      expect(await faultsOfLog(region.folder, logOn(disk), gateway.told)).toEqual([]);
      const said = readFileSync(region.folder.logFile('gateway'), 'utf8');
      expect(said).toContain('less than 1 GiB is left for the log / queda menos de 1 GiB para la bitácora');
    },
    hour,
  );
});

describe('a log on a disk that can only be read', () => {
  it(
    'keeps a gateway from starting, which says so; what was logged stands',
    async () => {
      const disk = cuttableDisk(data, 64);
      atEnd.push(() => disk.remove());
      const url = logOn(disk);
      const gateway = await startLoadedGateway(region, { ISTMO_LOG_URL: url, ...noIndex });
      await untilTold(gateway, 20);
      await gateway.stop();
      disk.unmount();
      disk.mount('ro');
      await expect(startLoadedGateway(region, { ISTMO_LOG_URL: url, ...noIndex })).rejects.toThrow(
        /log|AUDIT/iu,
      );
      disk.unmount();
      disk.mount('rw');
      expect(await faultsOfLog(region.folder, url, gateway.told)).toEqual([]);
    },
    hour,
  );
});

describe('a disk whose power is cut under load', () => {
  it(
    'has every entry of an answer that a client received, whatever was not synced is lost',
    async () => {
      const folder = await mkdtemp(join(data, 'cut-'));
      const disk = cuttableDisk(folder, 512);
      atEnd.push(() => disk.remove());
      const url = logOn(disk);
      const told: Told[] = [];
      for (let cut = 0; cut < cuts; cut += 1) {
        const gateway = await startLoadedGateway(region, { ISTMO_LOG_URL: url, ...noIndex });
        await untilTold(gateway, 1);
        await pause(Math.random() * 1_500);
        disk.cutPower();
        await untilAnswers(gateway, 503, 1);
        await gateway.kill();
        told.push(...gateway.told);
        disk.unmount();
        disk.mount('rw');
        expect(existsSync(join(disk.path, 'log.db'))).toBe(true);
      }
      expect(await faultsOfLog(region.folder, url, told)).toEqual([]);
      expect(told.length).toBeGreaterThan(cuts * 10);
      console.log(`${String(cuts)} cuts, ${String(told.length)} answers, each with its entry`);
    },
    hour,
  );
});

/** Codes of what a gateway warns of, each of which it says in both languages. */
async function warnings(url: string): Promise<readonly string[]> {
  const { body } = await request(`${url}/ready`);
  const { warnings: said } = (await body.json()) as {
    readonly warnings: readonly { readonly code: string; readonly en: string; readonly es: string }[];
  };
  expect(said.every(({ en, es }) => en !== '' && es !== '' && en !== es)).toBe(true);
  return said.map(({ code }) => code);
}

async function untilWarnings(url: string, expected: readonly string[]): Promise<void> {
  for (let tries = 0; tries < 100 && String(await warnings(url)) !== String(expected); tries += 1)
    await pause(100);
  expect(await warnings(url)).toEqual(expected);
}

function fill(file: string, megabytes = 64): void {
  try {
    writeFileSync(file, Buffer.alloc(megabytes * 1024 * 1024));
  } catch {
    // as much as there is room for has been written
  }
}

async function untilAnswers({ statuses }: LoadedGateway, status: number, more: number): Promise<void> {
  const before = statuses.get(status) ?? 0;
  for (let tries = 0; tries < 600; tries += 1) {
    if ((statuses.get(status) ?? 0) >= before + more) return;
    await pause(100);
  }
  throw new Error(`no ${String(more)} answers of status ${String(status)}: ${JSON.stringify([...statuses])}`);
}

async function untilTold({ told }: LoadedGateway, count: number): Promise<void> {
  for (let tries = 0; tries < 600 && told.length < count; tries += 1) await pause(100);
  expect(told.length).toBeGreaterThanOrEqual(count);
}
