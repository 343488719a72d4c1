import { fileURLToPath } from 'node:url';
import { LogNotReadError, logNotRead } from './log-not-read.js';
import type { LogReading } from './storage.js';

/**
 * Opens a log to read it: nothing is made, changed or locked, so that whoever may only read can do so.
 *
 * @param url - `file:///path/to.db` or `postgres://…`
 * @throws LogNotReadError where there is no log, or it cannot be read, now or later: a wrong address must not read as an empty
 *   log, nor a connection that breaks as one that is not whole
 */
export async function openReading(url: string): Promise<LogReading> {
  try {
    return sayingSo(await openAt(url), url);
  } catch (error) {
    throw notRead(url, error);
  }
}

async function openAt(url: string): Promise<LogReading> {
  if (url.startsWith('file:')) return (await import('./sqlite.js')).openSqliteReading(fileURLToPath(url));
  if (/^postgres(ql)?:/u.test(url)) return (await import('./postgres.js')).openPostgresReading(url);
  throw new LogNotReadError('a log is kept at / una bitácora está en file:///… | postgres://…');
}

/** A reading that says of each fault that the log could not be read. */
function sayingSo(reading: LogReading, url: string): LogReading {
  const told = <Value>(read: Promise<Value>): Promise<Value> =>
    read.catch((fault: unknown) => {
      throw notRead(url, fault);
    });
  return {
    frontier: () => told(reading.frontier()),
    entries: (from, limit) => told(reading.entries(from, limit)),
    entriesAt: (indexes) => told(reading.entriesAt(indexes)),
    leafHashes: (from, limit) => told(reading.leafHashes(from, limit)),
    tile: (level, index) => told(reading.tile(level, index)),
    checkpointsAfter: (size, limit) => told(reading.checkpointsAfter(size, limit)),
    lastCheckpoint: () => told(reading.lastCheckpoint()),
    close: () => reading.close(),
  };
}

function notRead(url: string, fault: unknown): LogNotReadError {
  return fault instanceof LogNotReadError ? fault : logNotRead(url, fault);
}
