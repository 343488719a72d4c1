import { fileURLToPath } from 'node:url';
import { openPostgresStorage } from './postgres.js';
import { openSqliteStorage } from './sqlite.js';
import type { LogStorage } from './storage.js';

/** Opens where a log is kept. @param url - `file:///path/to.db` or `postgres://…` */
export async function openStorage(url: string): Promise<LogStorage> {
  if (url.startsWith('file:')) return openSqliteStorage(fileURLToPath(url));
  if (/^postgres(ql)?:/u.test(url)) return openPostgresStorage(url);
  throw new Error('a log is kept at file:///… or postgres://…');
}
