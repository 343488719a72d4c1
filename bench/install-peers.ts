import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromRoot } from '../common/root.js';
import { peersFolder } from './subjects/peers.js';

/**
 * Installs the packages of `bench/package.json` where they are not there, as its lock file says. What npm says is shown.
 *
 * @returns whether they are there now
 */
export async function installPeers(): Promise<boolean> {
  if (missingPeers().length === 0) return true;
  process.stderr.write(`installs ${missingPeers().join(', ')} in ${peersFolder}\n`);
  mkdirSync(peersFolder, { recursive: true });
  for (const name of ['package.json', 'package-lock.json'])
    copyFileSync(fromRoot('bench', name), join(peersFolder, name));
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const child = spawn(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=http'], {
    cwd: peersFolder,
    // its output is not the bench's
    stdio: ['ignore', 2, 2],
  });
  await Promise.race([once(child, 'close'), once(child, 'error')]);
  return missingPeers().length === 0;
}

interface Manifest {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** Those that are not there, or in another version than the lock file's. */
function missingPeers(): readonly string[] {
  const { packages } = readJson(fromRoot('bench', 'package-lock.json')) as {
    readonly packages: Readonly<Record<string, Manifest>>;
  };
  return Object.keys(packages['']?.dependencies ?? {}).filter((name) => {
    const path = `node_modules/${name}`;
    return installedVersion(path) !== packages[path]?.version;
  });
}

function installedVersion(path: string): string | undefined {
  try {
    return (readJson(join(peersFolder, path, 'package.json')) as Manifest).version;
  } catch {
    return undefined;
  }
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
