import { join } from 'node:path';
import { type Child, startChild } from './child.js';
import type { DataFolder } from './data-folder.js';
import { demoGatewayId } from './demo-region.js';

/**
 * Many processes on one machine: room for 2 MB of young objects instead of 16, code made small rather than fast, and one
 * heap for all threads' own memory spare a quarter of each.
 */
const slim = {
  nodeArgs: ['--max-semi-space-size=2', '--optimize-for-size'],
  env: { MALLOC_ARENA_MAX: '1' },
};

export function startIdentity(folder: DataFolder): Child {
  return startChild({
    name: 'identity',
    args: ['demo-identity', '--data', folder.path],
    ...slim,
    logFile: folder.logFile('identity'),
  });
}

/** @param databaseUrl - absent: the State's own SQLite file @param env - on top of what it needs */
export function startNodeProcess(
  folder: DataFolder,
  code: string,
  port: number,
  databaseUrl: string | undefined,
  env: Readonly<Record<string, string>> = {},
): Child {
  return startChild({
    name: `node-${code}`,
    args: ['node'],
    nodeArgs: slim.nodeArgs,
    env: {
      ...slim.env,
      ISTMO_REGION: folder.regionFile,
      ISTMO_STATE: code,
      ISTMO_PORT: String(port),
      ISTMO_DATABASE_URL: databaseUrl ?? folder.databaseUrl(code),
      ISTMO_STATE_KEY: folder.keyFile(`state-${code}`),
      ISTMO_AGREEMENTS_HISTORY: folder.agreementsFile(code),
      ISTMO_LOG_URL: folder.databaseUrl(`access-log-${code}`),
      ISTMO_LOG_KEY: folder.keyFile(`log-${code}`),
      ISTMO_RELEASES_URL: folder.databaseUrl(`releases-${code}`),
      ...witnessEnv(folder, code),
      ...env,
    },
    logFile: folder.logFile(`node-${code}`),
  });
}

function witnessEnv(folder: DataFolder, of: string): Readonly<Record<string, string>> {
  return {
    ISTMO_WITNESS_KEY: folder.keyFile(`witness-${of}`),
    ISTMO_WITNESS_MEMORY: join(folder.path, 'databases', `witness-${of}.db`),
  };
}

/** @param env - on top of what it needs */
export function startGatewayProcess(
  folder: DataFolder,
  port: number,
  env: Readonly<Record<string, string>> = {},
): Child {
  return startChild({
    name: 'gateway',
    args: ['gateway'],
    env: {
      ISTMO_REGION: folder.regionFile,
      ISTMO_GATEWAY_ID: demoGatewayId,
      ISTMO_PORT: String(port),
      ISTMO_SIGNING_KEY: folder.keyFile('gateway'),
      ISTMO_LOG_URL: folder.databaseUrl('audit-log'),
      ISTMO_LOG_KEY: folder.keyFile('gateway-log'),
      ISTMO_SEAL_KEYS: join(folder.path, 'seal-keys'),
      ...witnessEnv(folder, demoGatewayId),
      ...env,
    },
    logFile: folder.logFile('gateway'),
  });
}
