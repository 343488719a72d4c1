import { describe, expect, it } from '@jest/globals';
import { serviceKinds, whatIsMissing } from '../../services/provide.js';

/** The services of the tests, where no program of theirs is anywhere. */
const absent = serviceKinds.map((kind) => ({ ...kind, folders: [] }));
const PATH = '/nowhere';

describe('the services that tests need', () => {
  it('are asked for in one line that says what to install, where they cannot be had', () => {
    expect(whatIsMissing(absent, { PATH }, false)).toBe(
      'The tests need Redis (or REDIS_URL), PostgreSQL (or DATABASE_URL), MariaDB (or MARIADB_URL), Chromium (or CHROMIUM_PATH), strace (or STRACE_PATH), Python 3 (or PYTHON_PATH), OpenSSL (or OPENSSL_PATH), Go with golang.org/x/mod (or GO_PATH). Install it, on Debian as root: apt-get install --no-install-recommends redis-server postgresql mariadb-server-core mariadb-client-core chromium strace python3 openssl golang-go golang-golang-x-mod-dev',
    );
  });

  it('are not asked for where the environment names them', () => {
    const given = {
      PATH,
      REDIS_URL: 'redis://a',
      MARIADB_URL: 'mysql://b',
      CHROMIUM_PATH: '/c',
      STRACE_PATH: '/s',
      PYTHON_PATH: '/p',
      OPENSSL_PATH: '/o',
      GO_PATH: '/g',
    };
    expect(whatIsMissing(absent, given, false)).toMatch(/^The tests need PostgreSQL \(or DATABASE_URL\)\. /u);
    expect(whatIsMissing(absent, { ...given, DATABASE_URL: 'postgres://d' }, false)).toBeUndefined();
  });

  it('are not asked for where they can be installed', () => {
    expect(whatIsMissing(absent, { PATH }, true)).toBeUndefined();
  });
});
