import { fileURLToPath } from 'node:url';
import type { LogStorage } from './storage.js';

/** Opens where a log is kept, with the one driver that it needs. @param url - `file:///path/to.db` or `postgres://…` */
export async function openStorage(url: string): Promise<LogStorage> {
  if (url.startsWith('file:')) return (await import('./sqlite.js')).openSqliteStorage(fileURLToPath(url));
  if (/^postgres(ql)?:/u.test(url)) return (await import('./postgres.js')).openPostgresStorage(url);
  throw new Error('a log is kept at file:///… or postgres://…');
}
