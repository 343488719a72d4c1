import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Cleanup } from '../run/cleanup.js';
import { runCommand } from '../run/command.js';

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
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]])
    await aptGet(['-qq', ...args], cleanup);
}

async function aptGet(args: readonly string[], cleanup: Cleanup): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { ok, output } = await runCommand('/usr/bin/apt-get', args, { env }, cleanup);
  if (!ok) throw new Error(`apt-get ${args.join(' ')} failed:\n${output.slice(-4_000)}`);
}
