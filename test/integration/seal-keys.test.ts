import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'undici';
import { openSealKeyFolder } from '../../audit/storage/seal-key-folder.js';
import { fromRoot } from '../../common/root.js';
import { startTestRegion, type TestRegion } from './region-fixture.js';

let region: TestRegion;

beforeAll(async () => {
  region = await startTestRegion({ states: ['GT', 'SV'] });
});
afterAll(async () => {
  await region.stop();
});

function istmo(...args: readonly string[]) {
  return spawnSync(process.execPath, [fromRoot('dist', 'cli', 'main.js'), ...args], { encoding: 'utf8' });
}

describe('what was sealed', () => {
  it('is erased at the word of two auditors, key by key, which is logged, and every proof still verifies', async () => {
    const keys = openSealKeyFolder(join(region.folder.path, 'seal-keys'));
    keys.forSealing('GT-2020-01');
    keys.forSealing('SV-2020-01');
    const destroy = async (month: string, as: string, second?: string) => {
      const { statusCode, body } = await request(`${region.gatewayUrl}/audit/seal-keys/destroy/${month}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await region.token(as)}`,
          ...(second !== undefined && { 'istmo-second-auditor': `Bearer ${await region.token(second)}` }),
        },
      });
      const answer = (await body.json()) as {
        readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
      };
      return answer.errors?.[0]?.extensions.code ?? { status: statusCode, ...answer };
    };
    const [regional, national] = ['sv-sica-regional-auditor', 'gt-pdh-national-auditor'];
    expect([
      await destroy('2020-02', 'us-atf-tracer', regional),
      await destroy('2020-02', regional),
      await destroy('2020-02', regional, regional),
      await destroy('2020-02', regional, 'us-atf-tracer'),
      await destroy('2999-01', regional, national),
      await destroy('2020-13', regional, national),
    ]).toEqual([
      'AUDITORS_ONLY',
      'SECOND_AUDITOR_MISSING',
      'SECOND_AUDITOR_MISSING',
      'SECOND_AUDITOR_MISSING',
      'MONTH_NOT_OVER',
      'MONTH_NOT_OVER',
    ]);
    expect([keys.find('GT-2020-01') !== undefined, keys.find('SV-2020-01') !== undefined]).toEqual([
      true,
      true,
    ]);
    expect(await destroy('2020-02', regional, national)).toEqual({
      status: 200,
      before: '2020-02',
      destroyed: ['GT-2020-01'],
    });
    const { type, data } = await region.lastEntry('audit-log');
    expect([type, data.keyDestruction?.keys, data.keyDestruction?.secondAuditor.officer]).toEqual([
      'org.istmo.key-destruction.v1',
      ['GT-2020-01'],
      'pdh-3b90',
    ]);
    expect([keys.find('GT-2020-01'), keys.find('SV-2020-01') !== undefined]).toEqual([undefined, true]);
    expect(istmo('audit', 'verify', '--data', region.folder.path)).toMatchObject({ status: 0 });
  });

  it('is opened by istmo audit verify with the keys, and shown to nobody; a key that is lost is named', async () => {
    const folder = join(region.folder.path, 'seal-keys');
    const verify = (...more: readonly string[]) =>
      istmo('audit', 'verify', '--data', region.folder.path, ...more);
    const trace = '{ firearmTraces(serialNumber: "ZQ7MARKED", make: "Glock") { state hit } }';
    await region.ask('us-atf-tracer', trace);
    expect(verify().stdout).toContain('\n1 sealed / sellados (not opened without');
    const whole = verify('--seal-keys', folder);
    expect([whole.status, whole.stdout]).toEqual([
      0,
      expect.stringContaining('1 sealed / sellados: 1 opened'),
    ]);
    expect(whole.stdout + verify('--seal-keys', folder, '--json').stdout).not.toContain('ZQ7MARKED');
    const [lost] = openSealKeyFolder(folder)
      .names()
      .filter((name) => name.startsWith('GT-'));
    rmSync(join(folder, `${lost!}.sealkey`));
    const { status, stdout } = verify('--seal-keys', folder);
    expect([status, stdout]).toEqual([
      1,
      expect.stringContaining(`ningún asiento dice que se destruyeron: ${lost!}\n`),
    ]);
    const missing = join(region.folder.path, 'no-such-folder');
    expect(verify('--seal-keys', missing)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(`no folder ${missing} / no hay carpeta ${missing}`),
    });
    expect(existsSync(missing)).toBe(false);
  });
});
