import type { Cleanup } from '../run/cleanup.js';
import { findProgram } from './find-program.js';
import { go } from './go.js';
import { canInstall, installDebian } from './install-debian.js';
import { mariadb } from './mariadb.js';
import { postgres } from './postgres.js';
import { programs } from './programs.js';
import { redis } from './redis.js';
import type { ServiceKind } from './service-kind.js';

/** Every service that tests may name. */
export const serviceKinds: readonly ServiceKind[] = [redis, postgres, mariadb, ...programs, go];

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Why the services cannot be had at all.
 *
 * @returns one line that says what to install; undefined where all are given, there, or can be installed
 */
export function whatIsMissing(
  kinds: readonly ServiceKind[],
  env: Environment,
  installable: boolean,
): string | undefined {
  const lacking = lackingPrograms(kinds, env);
  if (lacking.length === 0 || installable) return undefined;
  const packages = lacking.flatMap(({ debianPackages }) => debianPackages).join(' ');
  const each = lacking.map(({ name, variable }) => `${name} (or ${variable})`).join(', ');
  return `The tests need ${each}. Install it, on Debian as root: apt-get install --no-install-recommends ${packages}`;
}

/**
 * Provides every service: the one that the environment names, else one started for these tests alone from programs that
 * are there, else from Debian's packages.
 *
 * @returns the variables by which tests find them
 * @throws Error that says what to install, what apt-get wrote, or why a server does not start
 */
export async function provideServices(
  env: Environment,
  say: (line: string) => void,
  cleanup: Cleanup,
): Promise<Record<string, string>> {
  const lacking = lackingPrograms(serviceKinds, env);
  if (lacking.length > 0) {
    const missing = whatIsMissing(lacking, env, canInstall());
    if (missing !== undefined) throw new Error(missing);
    const packages = lacking.flatMap(({ debianPackages }) => debianPackages);
    say(`installing Debian packages for the tests: ${packages.join(' ')}`);
    await installDebian(packages, cleanup);
  }
  const provided = await Promise.all(
    serviceKinds.map(async (kind) => {
      const given = env[kind.variable] ?? '';
      return [kind.variable, given === '' ? await startKind(kind, env, cleanup) : given] as const;
    }),
  );
  return Object.fromEntries(provided);
}

async function startKind(kind: ServiceKind, env: Environment, cleanup: Cleanup): Promise<string> {
  const pathOf = (program: string): string => {
    const path = findProgram(program, env['PATH'], kind.folders);
    if (path === undefined)
      throw new Error(`${kind.name}: no ${program}, although its packages were installed`);
    return path;
  };
  return kind.start(pathOf, cleanup);
}

function lackingPrograms(kinds: readonly ServiceKind[], env: Environment): readonly ServiceKind[] {
  return kinds.filter(
    ({ variable, programs, folders }) =>
      (env[variable] ?? '') === '' &&
      programs.some((program) => findProgram(program, env['PATH'], folders) === undefined),
  );
}
