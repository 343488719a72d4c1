import { Pool, type PoolClient } from 'pg';
import { emptyFrontier } from '../tree.js';
import { frontierText, parseFrontier } from './frontier-text.js';
import type { Batch, LogStorage } from './storage.js';

const schema = `
  CREATE TABLE IF NOT EXISTS istmo_log_entry (idx bigint PRIMARY KEY, bytes bytea NOT NULL, leaf_hash bytea NOT NULL);
  CREATE TABLE IF NOT EXISTS istmo_log_checkpoint (size bigint PRIMARY KEY, note text NOT NULL);
  CREATE TABLE IF NOT EXISTS istmo_log_frontier (one integer PRIMARY KEY CHECK (one = 1), value text NOT NULL);
`;

/** Of all that could be locked in the database, this number is the log's. */
const lockKey = 7_208_460;

interface EntryRow {
  readonly idx: string;
  readonly bytes: Buffer;
  readonly leaf_hash: Buffer;
}

interface CheckpointRow {
  readonly size: string;
  readonly note: string;
}

/** Keeps a log in PostgreSQL. A batch that does not follow the last one is refused: there is one writer at a time. */
export async function openPostgresStorage(url: string): Promise<LogStorage> {
  const pool = new Pool({ connectionString: url, max: 4, connectionTimeoutMillis: 5_000 });
  // an idle connection that breaks is replaced by the pool; the request that needs one reports the fault
  pool.on('error', () => undefined);
  await locked(pool, async (client) => {
    await client.query(schema);
  });
  return {
    frontier: async () => {
      const { rows } = await pool.query<{ value: string }>('SELECT value FROM istmo_log_frontier');
      return rows[0] === undefined ? emptyFrontier : parseFrontier(rows[0].value);
    },
    append: (batch) => locked(pool, (client) => appendBatch(client, batch)),
    entries: async (from, limit) => {
      const { rows } = await pool.query<EntryRow>(
        'SELECT idx, bytes, leaf_hash FROM istmo_log_entry WHERE idx >= $1 ORDER BY idx LIMIT $2',
        [from, limit],
      );
      return rows.map(({ idx, bytes, leaf_hash }) => ({ index: Number(idx), bytes, leafHash: leaf_hash }));
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

/** One transaction under the log's lock, synced to disk when it resolves. */
async function locked(pool: Pool, work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  let failure: Error | undefined;
  try {
    await client.query('BEGIN');
    await client.query('SET LOCAL synchronous_commit = on');
    await client.query('SELECT pg_advisory_xact_lock($1)', [lockKey]);
    await work(client);
    await client.query('COMMIT');
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release(failure);
  }
}

async function appendBatch(client: PoolClient, { entries, checkpoint, frontier }: Batch): Promise<void> {
  await client.query(
    `INSERT INTO istmo_log_entry (idx, bytes, leaf_hash)
     SELECT * FROM unnest($1::bigint[], $2::bytea[], $3::bytea[])`,
    [
      entries.map(({ index }) => index),
      entries.map(({ bytes }) => bytes),
      entries.map(({ leafHash }) => leafHash),
    ],
  );
  await client.query('INSERT INTO istmo_log_checkpoint (size, note) VALUES ($1, $2)', [
    checkpoint.size,
    checkpoint.note,
  ]);
  await client.query(
    'INSERT INTO istmo_log_frontier (one, value) VALUES (1, $1) ON CONFLICT (one) DO UPDATE SET value = excluded.value',
    [frontierText(frontier)],
  );
}
