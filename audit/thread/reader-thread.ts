import { Worker } from 'node:worker_threads';
import { IstmoError } from '../../common/errors.js';
import { fromRoot } from '../../common/root.js';
import type { LogReader, LogReaderOptions } from '../reading/log-reader.js';
import type { ReaderAnswer, ReaderCall } from './reader-messages.js';

/** A reader of a log in a thread of its own, which is started when it is first asked. */
export function openReaderThread(options: LogReaderOptions): LogReader {
  let line: Line | undefined;
  const call = async <M extends keyof LogReader>(
    method: M,
    ...args: Parameters<LogReader[M]>
  ): Promise<Awaited<ReturnType<LogReader[M]>>> => {
    // one that has ended, for a fault or because it was closed, answers nothing any more
    if (line?.ended() === true) line = undefined;
    line ??= openLine(options);
    return (await line.ask([method, ...args])) as Awaited<ReturnType<LogReader[M]>>;
  };
  return {
    checkpoint: () => call('checkpoint'),
    tile: (name) => call('tile', name),
    receipt: (index) => call('receipt', index),
    entry: (index) => call('entry', index),
    page: (filters, first, before) => call('page', filters, first, before),
    counts: (filters) => call('counts', filters),
    signs: (filters, state) => call('signs', filters, state),
    close: async () => {
      if (line !== undefined) await call('close');
    },
  };
}

interface Line {
  ask(call: ReaderCall['call']): Promise<unknown>;
  ended(): boolean;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

function openLine(options: LogReaderOptions): Line {
  const worker = new Worker(fromRoot('dist', 'audit', 'thread', 'reader-worker.js'), { workerData: options });
  const waiting = new Map<number, Waiting>();
  let next = 0;
  let ended = false;
  const end = (cause: Error): void => {
    ended = true;
    for (const { reject } of waiting.values()) reject(new IstmoError('AUDIT_UNAVAILABLE', { cause }));
    waiting.clear();
  };
  worker.on('message', (answer: ReaderAnswer) => {
    const { resolve, reject } = waiting.get(answer.id) ?? {};
    waiting.delete(answer.id);
    if ('value' in answer) resolve?.(answer.value);
    else reject?.(new IstmoError('AUDIT_UNAVAILABLE', { cause: new Error(answer.fault) }));
  });
  worker.on('error', end);
  worker.on('exit', () => end(new Error("the reader's thread has ended")));
  worker.unref();
  return {
    ask: (call) =>
      new Promise((resolve, reject) => {
        next += 1;
        waiting.set(next, { resolve, reject });
        worker.postMessage({ id: next, call } satisfies ReaderCall);
      }),
    ended: () => ended,
  };
}
