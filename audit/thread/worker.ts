import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { readPrivateKey } from '../../common/keys.js';
import { openTextLog, type TextLog } from '../log.js';
import { createNoteSigner } from '../note.js';
import { openStorage } from '../storage/open.js';
import type { Added, FromLog, LogThreadOptions, ToLog } from './messages.js';

/** The thread in which a log is written: hashing, signing and waiting for the disk hold nobody else up. */
async function run(port: MessagePort, { url, name, keyFile, maxBytes }: LogThreadOptions): Promise<void> {
  const say = (message: FromLog): void => port.postMessage(message);
  const log = await openTextLog(
    await openStorage(url, maxBytes),
    createNoteSigner(name, readPrivateKey(keyFile)),
  );
  const answers = answerTogether(log, say);
  // health changes without an entry when storage comes back
  const beat = setInterval(
    () => say({ added: [], size: log.size, health: log.health, commits: log.commits }),
    500,
  );
  port.on('message', (message: ToLog) => {
    if ('end' in message) {
      clearInterval(beat);
      // after the answers to what was added last, which leave at the end of a turn
      const end = (): void => {
        say({ ended: true });
        port.close();
      };
      void log.close().finally(() => setImmediate(end));
      return;
    }
    if ('growth' in message) {
      const { id, oldSizes } = message.growth;
      log.growth(oldSizes).then(
        (growth) => say({ grown: { id, ...(growth && { growth }) } }),
        (error: unknown) => say({ grown: { id, fault: causeOf(error) } }),
      );
      return;
    }
    for (const { id, parts } of message.add)
      log.append(parts).then(
        ({ index }) => answers({ id, index }),
        (error: unknown) => answers({ id, fault: causeOf(error) }),
      );
  });
  say({ ready: { verifierKey: log.verifierKey, size: log.size } });
}

/** Answers that are ready together leave as one message. */
function answerTogether(log: TextLog, say: (message: FromLog) => void): (added: Added) => void {
  let ready: Added[] = [];
  return (added) => {
    if (ready.length === 0)
      setImmediate(() => {
        say({ added: ready, size: log.size, health: log.health });
        ready = [];
      });
    ready.push(added);
  };
}

function causeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error ? cause.message : String(cause);
}

if (parentPort !== null) {
  const port = parentPort;
  run(port, workerData as LogThreadOptions).catch((error: unknown) => {
    port.postMessage({ failed: error instanceof Error ? error.message : String(error) } satisfies FromLog);
    port.close();
  });
}
