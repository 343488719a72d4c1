import { type ChildProcess, fork } from 'node:child_process';
import { fromRoot } from '../../common/root.js';
import type { Call, Calls, Reply } from './calls.js';

type Given<Answers extends Calls, Name extends keyof Answers> = Parameters<Answers[Name]>[0];
type Value<Answers extends Calls, Name extends keyof Answers> = Awaited<ReturnType<Answers[Name]>>;

/** A process of the bench's own, which answers calls. */
export interface Worker<Answers extends Calls> {
  readonly pid: number | undefined;
  call<Name extends keyof Answers & string>(
    name: Name,
    given: Given<Answers, Name>,
  ): Promise<Value<Answers, Name>>;
  stop(): Promise<void>;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Starts a process. @param file - of `bench/`, without its ending. @param nodeOptions - of Node itself */
export function startWorker<Answers extends Calls>(
  file: string,
  nodeOptions: readonly string[] = [],
): Worker<Answers> {
  const child = fork(fromRoot('dist', 'bench', `${file}.js`), [], {
    execArgv: [...nodeOptions],
    // as in production: graphql-js checks more where it is not told so
    env: { ...process.env, NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
  const waiting = new Map<number, Waiting>();
  const said: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    if (said.length < 100) said.push(text);
  });
  let calls = 0;
  child.on('message', (message) => {
    const reply = message as Reply;
    const caller = waiting.get(reply.number);
    waiting.delete(reply.number);
    if (reply.ok) caller?.resolve(reply.value);
    else caller?.reject(new Error([`${file}: ${reply.problem}`, ...said].join('\n')));
  });
  child.once('exit', (code) => {
    const error = new Error([`${file} ended with code ${String(code)}`, ...said].join('\n'));
    for (const { reject } of waiting.values()) reject(error);
  });
  return {
    pid: child.pid,
    call: (name, given) =>
      new Promise<never>((resolve, reject) => {
        const number = (calls += 1);
        waiting.set(number, { resolve: (value) => resolve(value as never), reject });
        const call: Call = { number, name, given };
        child.send(call, (error) => {
          if (error !== null) reject(error);
        });
      }),
    stop: () => stop(child),
  };
}

const killAfterMs = 5_000;

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  if (child.connected) child.disconnect();
  const timer = setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  await ended;
  clearTimeout(timer);
}
