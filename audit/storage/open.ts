import { fileURLToPath } from 'node:url';
import type { LogStorage } from './storage.js';

/**
 * Opens where a log is kept, with the one driver that it needs.
 *
 * @param url - `file:///path/to.db` or `postgres://…`
 * @param maxBytes - that it may take; undefined where only its disk is a limit
 */
export async function openStorage(url: string, maxBytes?: number): Promise<LogStorage> {
  if (url.startsWith('file:'))
    return (await import('./sqlite.js')).openSqliteStorage(fileURLToPath(url), maxBytes);
  if (/^postgres(ql)?:/u.test(url)) return (await import('./postgres.js')).openPostgresStorage(url, maxBytes);
  throw new Error('a log is kept at file:///… or postgres://…');
}
