import { DatabaseError, Pool, type PoolConfig } from 'pg';
import { emptyFrontier } from '../tree.js';
import { parseFrontier } from './frontier-text.js';
import { noLogAt } from './log-not-read.js';
import { appendBatch, type CheckpointRow, inTransaction, writingSession } from './postgres-batch.js';
import { postgresQueue } from './postgres-queue.js';
import { postgresSchema } from './postgres-schema.js';
import { grownMeanwhile, type LogReading, type LogStorage, type StoredEntry } from './storage.js';

interface EntryRow {
  readonly idx: string;
  readonly bytes: Buffer;
  readonly leaf_hash: Buffer;
}

interface StateRow {
  readonly used: string;
  readonly waiting: string;
  readonly oldest: string;
}

/** Keeps a log in PostgreSQL. Several gateways may share it: one numbers for all. */
export async function openPostgresStorage(url: string, maxBytes?: number): Promise<LogStorage> {
  const pool = openPool(url, {
    verify: (client, done) => {
      client.query(writingSession).then(() => done(), done);
    },
  });
  await inTransaction(pool, async (client) => {
    await client.query(postgresSchema);
  });
  return storageIn(pool, url, maxBytes);
}

/** Reads a log in PostgreSQL by a role that need not be able to do anything else. @throws LogNotReadError where there is none */
export async function openPostgresReading(url: string): Promise<LogReading> {
  const pool = openPool(url);
  try {
    // fails where one of them is not there, or may not be read
    await pool.query(
      'SELECT FROM istmo_log_entry, istmo_log_checkpoint, istmo_log_tile, istmo_log_frontier LIMIT 0',
    );
    return storageIn(pool, url);
  } catch (error) {
    await pool.end();
    throw error instanceof DatabaseError && error.code === undefinedTable ? noLogAt(url) : error;
  }
}

/** @see PostgreSQL, "Error Codes" */
const undefinedTable = '42P01';

function openPool(url: string, options: Pick<PoolConfig, 'verify'> = {}): Pool {
  const pool = new Pool({ connectionString: url, max: 4, connectionTimeoutMillis: 5_000, ...options });
  // an idle connection that breaks is replaced by the pool; the request that needs one reports the fault
  pool.on('error', () => undefined);
  return pool;
}

function storageIn(pool: Pool, url: string, maxBytes?: number): LogStorage {
  return {
    frontier: async () => {
      const { rows } = await pool.query<{ value: string }>('SELECT value FROM istmo_log_frontier');
      return rows[0] === undefined ? emptyFrontier : parseFrontier(rows[0].value);
    },
    append: (batch) => inTransaction(pool, (client) => appendBatch(client, batch, [])),
    replaceTiles: (tiles, size) =>
      inTransaction(pool, async (client) => {
        // locked: whoever numbers waits until this is done
        const { rows } = await client.query<{ value: string }>(
          'SELECT value FROM istmo_log_frontier FOR UPDATE',
        );
        if (rows[0] === undefined || parseFrontier(rows[0].value).size !== size) throw grownMeanwhile();
        await client.query('DELETE FROM istmo_log_tile');
        for (const { level, index, hashes } of tiles)
          await client.query('INSERT INTO istmo_log_tile (level, idx, hashes) VALUES ($1, $2, $3)', [
            level,
            index,
            hashes,
          ]);
      }),
    probe: async () => {
      await inTransaction(pool, async (client) => {
        await client.query('UPDATE istmo_log_frontier SET value = value');
      });
    },
    look: async () => {
      const { rows } = await pool.query<StateRow>(
        `SELECT pg_database_size(current_database()) AS used, count(*) AS waiting,
           coalesce(extract(epoch FROM now() - min(at)) * 1000, 0) AS oldest FROM istmo_log_waiting`,
      );
      const [row] = rows;
      const usedBytes = Number(row?.used);
      return {
        usedBytes,
        ...(maxBytes !== undefined && { freeBytes: maxBytes - usedBytes }),
        queue: { waiting: Number(row?.waiting), oldestMs: Math.round(Number(row?.oldest)) },
      };
    },
    queue: postgresQueue(url, pool),
    entries: async (from, limit) => {
      const { rows } = await pool.query<EntryRow>(
        'SELECT idx, bytes, leaf_hash FROM istmo_log_entry WHERE idx >= $1 ORDER BY idx LIMIT $2',
        [from, limit],
      );
      return rows.map(storedEntry);
    },
    entriesAt: async (indexes) => {
      const { rows } = await pool.query<EntryRow>(
        'SELECT idx, bytes, leaf_hash FROM istmo_log_entry WHERE idx = ANY ($1::bigint[]) ORDER BY idx',
        [indexes],
      );
      return rows.map(storedEntry);
    },
    leafHashes: async (from, limit) => {
      const { rows } = await pool.query<Pick<EntryRow, 'leaf_hash'>>(
        'SELECT leaf_hash FROM istmo_log_entry WHERE idx >= $1 ORDER BY idx LIMIT $2',
        [from, limit],
      );
      return rows.map(({ leaf_hash }) => leaf_hash);
    },
    tile: async (level, index) => {
      const { rows } = await pool.query<{ readonly hashes: Buffer }>(
        'SELECT hashes FROM istmo_log_tile WHERE level = $1 AND idx = $2',
        [level, index],
      );
      return rows[0]?.hashes ?? Buffer.alloc(0);
    },
    checkpointsAfter: async (size, limit) => {
      const { rows } = await pool.query<CheckpointRow>(
        'SELECT size, note FROM istmo_log_checkpoint WHERE size > $1 ORDER BY size LIMIT $2',
        [size, limit],
      );
      return rows.map((row) => ({ size: Number(row.size), note: row.note }));
    },
    lastCheckpoint: async () => {
      const { rows } = await pool.query<CheckpointRow>(
        'SELECT size, note FROM istmo_log_checkpoint ORDER BY size DESC LIMIT 1',
      );
      return rows[0] && { size: Number(rows[0].size), note: rows[0].note };
    },
    close: () => pool.end(),
  };
}

function storedEntry({ idx, bytes, leaf_hash }: EntryRow): StoredEntry {
  return { index: Number(idx), bytes, leafHash: leaf_hash };
}
