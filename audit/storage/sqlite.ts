import { chmodSync, existsSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'libsql';
import { emptyFrontier } from '../tree.js';
import { frontierText, parseFrontier } from './frontier-text.js';
import { noLogAt } from './log-not-read.js';
import { grownMeanwhile, type LogReading, type LogStorage, type StoredEntry } from './storage.js';

const schema = `
  CREATE TABLE IF NOT EXISTS entry (idx INTEGER PRIMARY KEY, bytes BLOB NOT NULL, leaf_hash BLOB NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS checkpoint (size INTEGER PRIMARY KEY, note TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS tile (level INTEGER, idx INTEGER, hashes BLOB NOT NULL, PRIMARY KEY (level, idx)) STRICT;
  CREATE TABLE IF NOT EXISTS frontier (one INTEGER PRIMARY KEY CHECK (one = 1), value TEXT NOT NULL) STRICT;
`;

interface EntryRow {
  readonly idx: number;
  readonly bytes: Uint8Array;
  readonly leaf_hash: Uint8Array;
}

/**
 * Keeps a log in an SQLite file, which only its owner may read. A commit is synced to disk before it returns.
 *
 * @throws Error where the file cannot be opened
 */
export function openSqliteStorage(path: string, maxBytes = Infinity): LogStorage {
  const database = new Database(path);
  chmodSync(path, 0o600);
  // FULL: in WAL mode anything less may lose the last commits to a power cut
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; ${schema}`);
  return storageIn(database, path, maxBytes);
}

/** Reads a log in an SQLite file, which is not changed. @throws LogNotReadError where there is none */
export function openSqliteReading(path: string): LogReading {
  const { href } = pathToFileURL(path);
  if (!existsSync(path)) throw noLogAt(href);
  const database = new Database(`${href}?mode=ro`);
  try {
    const { count } = database
      .prepare(
        "SELECT count(*) AS count FROM sqlite_master WHERE name IN ('entry', 'checkpoint', 'tile', 'frontier')",
      )
      .get() as { readonly count: number };
    if (count < 4) throw noLogAt(href);
    return storageIn(database, path);
  } catch (error) {
    database.close();
    throw error;
  }
}

function storageIn(database: Database.Database, path: string, maxBytes = Infinity): LogStorage {
  const insertEntry = database.prepare('INSERT INTO entry (idx, bytes, leaf_hash) VALUES (?, ?, ?)');
  const insertCheckpoint = database.prepare('INSERT INTO checkpoint (size, note) VALUES (?, ?)');
  const setFrontier = database.prepare('INSERT OR REPLACE INTO frontier (one, value) VALUES (1, ?)');
  const growTile = database.prepare(
    'INSERT INTO tile (level, idx, hashes) VALUES (?, ?, ?) ON CONFLICT (level, idx) DO UPDATE SET hashes = CAST(hashes || excluded.hashes AS BLOB)',
  );
  const leafHashes = database.prepare('SELECT leaf_hash FROM entry WHERE idx >= ? ORDER BY idx LIMIT ?');
  const tile = database.prepare('SELECT hashes FROM tile WHERE level = ? AND idx = ?');
  const entries = database.prepare(
    'SELECT idx, bytes, leaf_hash FROM entry WHERE idx >= ? ORDER BY idx LIMIT ?',
  );
  const entryAt = database.prepare('SELECT idx, bytes, leaf_hash FROM entry WHERE idx = ?');
  const checkpoints = database.prepare(
    'SELECT size, note FROM checkpoint WHERE size > ? ORDER BY size LIMIT ?',
  );
  const lastCheckpoint = database.prepare('SELECT size, note FROM checkpoint ORDER BY size DESC LIMIT 1');
  const frontier = database.prepare('SELECT value FROM frontier');
  type CheckpointRow = { readonly size: number; readonly note: string };
  return {
    frontier: async () => {
      const row = frontier.get() as { readonly value: string } | undefined;
      return Promise.resolve(row === undefined ? emptyFrontier : parseFrontier(row.value));
    },
    append: async (batch) => {
      database.exec('BEGIN IMMEDIATE');
      try {
        for (const { index, bytes, leafHash } of batch.entries) insertEntry.run(index, bytes, leafHash);
        for (const { level, index, hash } of batch.tiles) growTile.run(level, index, hash);
        insertCheckpoint.run(batch.checkpoint.size, batch.checkpoint.note);
        setFrontier.run(frontierText(batch.frontier));
        database.exec('COMMIT');
      } catch (error) {
        if (database.inTransaction) database.exec('ROLLBACK');
        throw error;
      }
      return Promise.resolve();
    },
    replaceTiles: async (tiles, size) => {
      database.exec('BEGIN IMMEDIATE');
      try {
        const row = frontier.get() as { readonly value: string } | undefined;
        if (row === undefined || parseFrontier(row.value).size !== size) throw grownMeanwhile();
        database.exec('DELETE FROM tile');
        for (const { level, index, hashes } of tiles) growTile.run(level, index, hashes);
        database.exec('COMMIT');
      } catch (error) {
        if (database.inTransaction) database.exec('ROLLBACK');
        throw error;
      }
      return Promise.resolve();
    },
    probe: async () => {
      database.exec('BEGIN IMMEDIATE; UPDATE frontier SET value = value; COMMIT');
      return Promise.resolve();
    },
    look: async () => {
      const { bavail, bsize } = statfsSync(dirname(path));
      const usedBytes = sizeOf(path) + sizeOf(`${path}-wal`);
      return Promise.resolve({ usedBytes, freeBytes: Math.min(bavail * bsize, maxBytes - usedBytes) });
    },
    leafHashes: async (from, limit) => {
      const rows = leafHashes.all(from, limit) as Pick<EntryRow, 'leaf_hash'>[];
      return Promise.resolve(rows.map(({ leaf_hash }) => Buffer.from(leaf_hash)));
    },
    tile: async (level, index) => {
      const row = tile.get(level, index) as { readonly hashes: Uint8Array } | undefined;
      return Promise.resolve(Buffer.from(row?.hashes ?? []));
    },
    entries: async (from, limit) => {
      const rows = entries.all(from, limit) as EntryRow[];
      return Promise.resolve(rows.map(storedEntry));
    },
    entriesAt: async (indexes) => {
      const rows = [...indexes].sort((a, b) => a - b).flatMap((index) => entryAt.all(index) as EntryRow[]);
      return Promise.resolve(rows.map(storedEntry));
    },
    checkpointsAfter: async (size, limit) => Promise.resolve(checkpoints.all(size, limit) as CheckpointRow[]),
    lastCheckpoint: async () => Promise.resolve(lastCheckpoint.get() as CheckpointRow | undefined),
    close: async () => {
      database.close();
      return Promise.resolve();
    },
  };
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function storedEntry({ idx, bytes, leaf_hash }: EntryRow): StoredEntry {
  return { index: idx, bytes: Buffer.from(bytes), leafHash: Buffer.from(leaf_hash) };
}
