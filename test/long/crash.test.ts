import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningRegion, startRegion } from '../../cli/region/start-region.js';
import { throwawayDatabase } from '../services/throwaway-database.js';
import {
  faultsOfLog,
  type LoadedGateway,
  pause,
  startLoadedGateway,
  type Told,
} from './gateway-under-load.js';

/** Kills for each kind of storage. */
const kills = Number(process.env['ISTMO_KILLS'] ?? 100);
const hour = 60 * 60 * 1_000;
let data: string;
let region: RunningRegion;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'istmo-crash-'));
  region = await startRegion({ data, port: undefined, states: ['SV'] });
}, hour);
afterAll(async () => {
  await region.stop();
  await rm(data, { recursive: true, force: true });
});

/** A moment to be killed at: from right after the start to well under way. */
function moment(): Promise<void> {
  return pause(Math.random() * 1_500);
}

function expectUnderLoad(told: readonly Told[]): void {
  expect(told.length).toBeGreaterThan(kills * 20);
  expect(told.filter(({ disclosed }) => disclosed).length).toBeGreaterThan(kills * 10);
}

describe('kill -9 at any instant under load', () => {
  it(
    'loses no entry of an answer that a client received: a gateway with its log in SQLite',
    async () => {
      const url = pathToFileURL(join(data, 'databases', 'crash.db')).href;
      const told: Told[] = [];
      for (let kill = 0; kill < kills; kill += 1) {
        const gateway = await startLoadedGateway(region, { ISTMO_LOG_URL: url });
        await moment();
        await gateway.kill();
        told.push(...gateway.told);
      }
      expect(await faultsOfLog(region.folder, url, told)).toEqual([]);
      expectUnderLoad(told);
      console.log(`SQLite: ${String(kills)} kills, ${String(told.length)} answers, each with its entry`);
    },
    hour,
  );

  it(
    'loses no entry and doubles no number: two gateways that share a log in PostgreSQL, either of which numbers',
    async () => {
      const database = await throwawayDatabase('istmo_crash');
      const start = (): Promise<LoadedGateway> => startLoadedGateway(region, { ISTMO_LOG_URL: database.url });
      const told: Told[] = [];
      const running = [await start(), await start()];
      for (let kill = 0; kill < kills; kill += 1) {
        await moment();
        const place = Math.random() < 0.5 ? 0 : 1;
        const gateway = running[place]!;
        await gateway.kill();
        told.push(...gateway.told);
        running[place] = await start();
      }
      for (const gateway of running) {
        await gateway.stop();
        told.push(...gateway.told);
      }
      expect(await faultsOfLog(region.folder, database.url, told)).toEqual([]);
      expectUnderLoad(told);
      console.log(`PostgreSQL: ${String(kills)} kills, ${String(told.length)} answers, each with its entry`);
      await database.drop();
    },
    hour,
  );
});
