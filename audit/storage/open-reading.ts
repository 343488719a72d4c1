import { fileURLToPath } from 'node:url';
import { LogNotReadError, logNotRead } from './log-not-read.js';
import type { LogReading } from './storage.js';

/**
 * Opens a log to read it: nothing is made, changed or locked, so that whoever may only read can do so.
 *
 * @param url - `file:///path/to.db` or `postgres://…`
 * @throws LogNotReadError where there is no log, or it cannot be read: a wrong address must not read as an empty log
 */
export async function openReading(url: string): Promise<LogReading> {
  try {
    if (url.startsWith('file:')) return (await import('./sqlite.js')).openSqliteReading(fileURLToPath(url));
    if (/^postgres(ql)?:/u.test(url)) return await (await import('./postgres.js')).openPostgresReading(url);
  } catch (error) {
    throw error instanceof LogNotReadError ? error : logNotRead(url, error);
  }
  throw new Error('a log is kept at file:///… or postgres://…');
}
