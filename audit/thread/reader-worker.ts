import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { type LogReaderOptions, openLogReader } from '../reading/log-reader.js';
import type { ReaderAnswer, ReaderCall } from './reader-messages.js';

/** The thread in which a log is read: a search keeps no request waiting and no entry from being written. */
async function run(port: MessagePort, options: LogReaderOptions): Promise<void> {
  const reader = await openLogReader(options);
  port.on('message', ({ id, call }: ReaderCall) => {
    const [method, ...args] = call;
    const answer = (reader[method] as (...given: unknown[]) => Promise<unknown>)(...args);
    void answer
      .then(
        (value): ReaderAnswer => ({ id, value }),
        (error: unknown): ReaderAnswer => ({
          id,
          fault: error instanceof Error ? error.message : String(error),
        }),
      )
      .then((message) => {
        port.postMessage(message);
        if (method === 'close') port.close();
      });
  });
}

if (parentPort !== null) void run(parentPort, workerData as LogReaderOptions);
