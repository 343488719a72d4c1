import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'undici';
import { cosignedAt } from '../../audit/cosignature.js';
import { parseVerifierKey } from '../../audit/note.js';
import { freePorts } from '../../cli/region/ports.js';
import { startGatewayProcess } from '../../cli/region/processes.js';
import { loadRegion } from '../../common/region.js';
import { startTestRegion, type TestRegion } from './region-fixture.js';

const everySecond = { ISTMO_WITNESSED_EVERY_S: '1' };
let region: TestRegion;

beforeAll(async () => {
  region = await startTestRegion({ gatewayEnv: everySecond });
});
afterAll(async () => {
  await region.stop();
});

async function text(url: string): Promise<string> {
  const { body } = await request(url);
  return body.text();
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('it does not come to be');
}

describe('nodes and gateway', () => {
  it("cosign one another's logs by themselves: the gateway's checkpoint carries the signature of every node", async () => {
    await region.ask('us-atf-tracer', '{ me { agency } }');
    const { witnesses, logs } = loadRegion(region.folder.regionFile);
    const nodes = witnesses.filter(({ url }) => !url.startsWith(region.gatewayUrl));
    expect([witnesses.length, nodes.length, logs.length]).toEqual([4, 3, 4]);
    const witnessed = `${region.gatewayUrl}/audit/log/checkpoint/witnessed`;
    await until(async () => {
      const note = await text(witnessed);
      return (
        note.startsWith('istmo.example') && nodes.every(({ key }) => cosignedAt(note, key) !== undefined)
      );
    });
    const log = await text(`${region.gatewayUrl}/audit/log/key`);
    expect(parseVerifierKey(log.trim()).open(await text(witnessed))).toContain(
      'istmo.example/log/gateway/regional',
    );
  });

  it('refuse a gateway that shows another log in the same name, which then warns, as they do, between which sizes', async () => {
    for (let n = 0; n < 3; n += 1) await region.ask('us-atf-tracer', '{ me { agency } }');
    const before = await text(`${region.gatewayUrl}/audit/log/checkpoint/witnessed`);
    await until(async () => (await text(`${region.gatewayUrl}/audit/log/checkpoint/witnessed`)) !== before);
    const [port = 0] = await freePorts(1);
    const forked = startGatewayProcess(region.folder, port, {
      ...everySecond,
      ISTMO_LOG_URL: pathToFileURL(join(region.folder.path, 'databases', 'forked.db')).href,
    });
    await forked.ready();
    const at = `http://127.0.0.1:${String(port)}`;
    await region.ask('us-atf-tracer', '{ me { agency } }', { at });
    await until(async () => (await text(`${at}/ready`)).includes('WITNESS_REFUSES'));
    expect(await text(`${region.gatewayUrl}/ready`)).not.toContain('WITNESS_REFUSES');
    expect(readFileSync(region.folder.logFile('gateway'), 'utf8')).toMatch(
      /forked, rewritten or rolled back between \d+ and \d+ entries/u,
    );
    await forked.stop();
  });
});
