import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cleanup } from '../run/cleanup.js';
import { runCommand } from '../run/command.js';
import type { Owner } from './owner.js';

/** A server that lives as long as the tests. */
export interface ThrowawayServer {
  readonly program: string;
  readonly args: readonly string[];
  /** Its own folder, gone afterwards. */
  readonly folder: string;
  readonly owner: Owner | undefined;
  /** What makes it stop without finishing anything first. */
  readonly stopSignal: NodeJS.Signals;
  /** Rejects as long as the server does not answer. */
  readonly ping: () => Promise<unknown>;
}

const startMs = 30_000;
const stopMs = 5_000;

/** Makes a folder for a server's data, removed by `cleanup`. */
export function serverFolder(name: string, owner: Owner | undefined, cleanup: Cleanup): string {
  const folder = mkdtempSync(join(tmpdir(), `istmo-${name}-`));
  cleanup.add(() => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  });
  if (owner !== undefined) chownSync(folder, owner.uid, owner.gid);
  return folder;
}

/** Runs what makes a server's first data. @throws Error that holds what the program wrote, where it fails */
export async function prepareServer(
  program: string,
  args: readonly string[],
  { folder, owner }: Pick<ThrowawayServer, 'folder' | 'owner'>,
  cleanup: Cleanup,
): Promise<void> {
  const options = { cwd: folder, env: serverEnvironment(), ...owner };
  const { ok, output } = await runCommand(program, args, options, cleanup);
  if (!ok) throw new Error(`${program} failed:\n${output}`);
}

/**
 * Starts a server and waits until it answers. It is a process group of its own, so that Ctrl-C reaches it only by `cleanup`.
 *
 * @throws Error with the last that the server wrote, where it ends or stays silent for 30 s
 */
export async function startServer(server: ThrowawayServer, cleanup: Cleanup): Promise<void> {
  const { program, args, folder, owner } = server;
  const child = spawn(program, args, {
    cwd: folder,
    env: serverEnvironment(),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...owner,
  });
  cleanup.add(() => stopServer(child, server.stopSignal));
  const written: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      written.push(text);
      if (written.length > 50) written.shift();
    });
  let failure: Error | undefined;
  child.once('error', (error) => (failure = error));
  const deadline = Date.now() + startMs;
  for (;;) {
    const silent = await server.ping().then(
      () => undefined,
      (error: unknown) => String(error),
    );
    if (silent === undefined) return;
    if (failure !== undefined || hasEnded(child) || Date.now() > deadline)
      throw new Error(`${program} does not answer: ${silent}\n${written.join('')}`, { cause: failure });
    await sleep(50);
  }
}

async function stopServer(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.pid === undefined || hasEnded(child)) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  const late = setTimeout(() => child.kill('SIGKILL'), stopMs);
  await ended;
  clearTimeout(late);
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** Nothing of ours reaches a server but where its programs are. */
function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LANG: 'C.UTF-8', TZ: 'UTC' };
}
