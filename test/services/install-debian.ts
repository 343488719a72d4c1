import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Cleanup } from '../run/cleanup.js';

/** Whether packages can be installed: root, on Debian or what descends from it. */
export function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

/** Files that keep Debian from starting servers of its own, and what they say. */
const holds = [
  { file: '/usr/sbin/policy-rc.d', text: '#!/bin/sh\nexit 101\n', mode: 0o755 },
  {
    file: '/etc/postgresql-common/createcluster.d/istmo-tests.conf',
    text: 'create_main_cluster = false\n',
    mode: 0o644,
  },
] as const;

/** Installs Debian packages and starts nothing of what is in them. @throws Error with the end of what apt-get wrote */
export async function installDebian(packages: readonly string[], cleanup: Cleanup): Promise<void> {
  for (const { file, text, mode } of holds) {
    if (existsSync(file)) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { mode });
    cleanup.add(() => {
      rmSync(file, { force: true });
    });
  }
  await aptGet(['update', '-qq']);
  await aptGet(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
}

async function aptGet(args: readonly string[]): Promise<void> {
  const child = spawn('/usr/bin/apt-get', args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      written = (written + text).slice(-4_000);
    });
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  if (code !== 0) throw new Error(`apt-get ${args.join(' ')} failed:\n${written}`);
}
