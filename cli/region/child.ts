import { type ChildProcess, spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { fromRoot } from '../../common/root.js';
import { request } from 'undici';

/** A process of the region. */
export interface Child {
  readonly name: string;
  /** Resolves when it answers on its health page. @throws Error with what it said before it died */
  ready(): Promise<void>;
  /** Told when it ends without having been asked to. */
  onDeath(listener: () => void): void;
  stop(): Promise<void>;
  readonly pid: number | undefined;
}

export interface ChildOptions {
  readonly name: string;
  /** Of the `istmo` command. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly healthUrl: string;
  readonly logFile: string;
}

const readyWithinMs = 30_000;
const killAfterMs = 5_000;

/** Starts a process of the region. It ends by itself when the one that started it is gone. */
export function startChild({ name, args, env, healthUrl, logFile }: ChildOptions): Child {
  const log = openSync(logFile, 'a', 0o600);
  // the IPC channel closes with this process, whatever ends it, and the child then stops
  const child = spawn(process.execPath, [fromRoot('dist', 'cli', 'main.js'), ...args], {
    env: { ...process.env, ...env, ISTMO_STOP_WITH_PARENT: '1' },
    stdio: ['ignore', log, 'pipe', 'ipc'],
  });
  const said: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    if (said.length < 100) said.push(text);
  });
  let stopping = false;
  return {
    name,
    pid: child.pid,
    ready: () => untilReady(child, name, healthUrl, said),
    onDeath: (listener) => {
      child.once('exit', () => {
        if (!stopping) listener();
      });
    },
    stop: async () => {
      stopping = true;
      await stopChild(child);
    },
  };
}

async function untilReady(
  child: ChildProcess,
  name: string,
  healthUrl: string,
  said: readonly string[],
): Promise<void> {
  const deadline = Date.now() + readyWithinMs;
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`${name}: ${said.join('').trim() || 'ended without a word'}`);
    if (await answers(healthUrl)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${name}: not ready after ${String(readyWithinMs / 1000)} s`);
}

async function answers(url: string): Promise<boolean> {
  try {
    const { statusCode, body } = await request(url, { headersTimeout: 1_000 });
    await body.dump();
    return statusCode === 200;
  } catch {
    return false;
  }
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  await ended;
  clearTimeout(timer);
}
