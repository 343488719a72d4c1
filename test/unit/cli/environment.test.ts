import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { readEnvironment } from '../../../cli/environment.js';

const folder = mkdtempSync(join(tmpdir(), 'istmo-environment-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the environment', () => {
  it('takes from a file what NAME_FILE names, without the line end', () => {
    const path = join(folder, 'log-url');
    writeFileSync(path, 'postgres://istmo:geheim@log-db/istmo\n');
    expect(readEnvironment({ ISTMO_PORT: '4000', ISTMO_LOG_URL_FILE: path })).toEqual({
      ISTMO_PORT: '4000',
      ISTMO_LOG_URL_FILE: path,
      ISTMO_LOG_URL: 'postgres://istmo:geheim@log-db/istmo',
    });
  });

  it('leaves the files of others unread', () => {
    const env = { SSL_CERT_FILE: join(folder, 'none'), PATH: '/usr/bin' };
    expect(readEnvironment(env)).toEqual(env);
  });

  it('names the variable whose file is not there', () => {
    const path = join(folder, 'none');
    expect(() => readEnvironment({ ISTMO_LOG_URL_FILE: path })).toThrow(
      `ISTMO_LOG_URL_FILE: ${path} cannot be read`,
    );
  });
});
