import { chmodSync } from 'node:fs';
import Database from 'libsql';
import type { WitnessMemory } from '../witness.js';

/** What a witness saw, in an SQLite file; synced with each. */
export function openWitnessMemory(path: string): WitnessMemory & { close(): void } {
  const database = new Database(path);
  chmodSync(path, 0o600);
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE IF NOT EXISTS seen (origin TEXT PRIMARY KEY, size INTEGER NOT NULL, root BLOB NOT NULL) STRICT',
  );
  const get = database.prepare('SELECT size, root FROM seen WHERE origin = ?');
  const set = database.prepare('INSERT OR REPLACE INTO seen (origin, size, root) VALUES (?, ?, ?)');
  return {
    get: (origin) => {
      const row = get.get(origin) as { readonly size: number; readonly root: Uint8Array } | undefined;
      return row && { size: row.size, root: Buffer.from(row.root) };
    },
    set: (origin, { size, root }) => {
      set.run(origin, size, root);
    },
    close: () => {
      database.close();
    },
  };
}
