import { type ChildProcess, spawn } from 'node:child_process';
import { openSync, writeSync } from 'node:fs';
import { fromRoot } from '../../common/root.js';

/** A process of the region. */
export interface Child {
  readonly name: string;
  /** Resolves when it says that it answers. @throws Error with what it said before it died */
  ready(): Promise<void>;
  /** Resolves when it sends such a message. @throws Error with what it said before it ended without it */
  told(wanted: (message: unknown) => boolean): Promise<void>;
  /** Told when it ends without having been asked to. */
  onDeath(listener: () => void): void;
  stop(): Promise<void>;
  readonly pid: number | undefined;
}

export interface ChildOptions {
  readonly name: string;
  /** Of the `istmo` command. */
  readonly args: readonly string[];
  /** Of Node itself, such as how much memory it may use. */
  readonly nodeArgs?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Of what it writes to its standard output and error. */
  readonly logFile: string;
}

/** Long enough for a machine that is busy with much else; a process that fails says so at once. */
const readyWithinMs = 120_000;
const killAfterMs = 5_000;

/** Starts a process of the region. It ends by itself when the one that started it is gone. */
export function startChild({ name, args, nodeArgs = [], env, logFile }: ChildOptions): Child {
  const log = openSync(logFile, 'a', 0o600);
  // the IPC channel closes with this process, whatever ends it, and the child then stops
  const child = spawn(process.execPath, [...nodeArgs, fromRoot('dist', 'cli', 'main.js'), ...args], {
    env: { ...process.env, ...env, ISTMO_STOP_WITH_PARENT: '1' },
    stdio: ['ignore', log, 'pipe', 'ipc'],
  });
  const said: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    writeSync(log, text);
    if (said.length < 100) said.push(text);
  });
  let stopping = false;
  return {
    name,
    pid: child.pid,
    ready: () => untilTold({ child, name, said }, () => true),
    told: (wanted) => untilTold({ child, name, said }, wanted),
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

interface Listened {
  readonly child: ChildProcess;
  readonly name: string;
  /** On standard error. */
  readonly said: readonly string[];
}

function untilTold({ child, name, said }: Listened, wanted: (message: unknown) => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (fault?: string): void => {
      clearTimeout(timer);
      child.off('message', hear);
      if (fault === undefined) resolve();
      else reject(new Error(`${name}: ${fault}`));
    };
    const hear = (message: unknown): void => {
      if (wanted(message)) end();
    };
    const timer = setTimeout(end, readyWithinMs, `not ready after ${String(readyWithinMs / 1000)} s`);
    child.on('message', hear);
    // closed, not only ended: all that it said has been read by then
    child.once('close', () => end(said.join('').trim() || 'ended without a word'));
  });
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  await ended;
  clearTimeout(timer);
}
