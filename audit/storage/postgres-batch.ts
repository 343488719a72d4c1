import type { ClientBase, Pool } from 'pg';
import { frontierText } from './frontier-text.js';
import type { Batch } from './storage.js';

export interface CheckpointRow {
  readonly size: string;
  readonly note: string;
}

/** One transaction, synced to disk when it resolves. */
export async function inTransaction<T>(pool: Pool, work: (client: ClientBase) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let failure: Error | undefined;
  try {
    return await transaction(client, work);
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    client.release(failure);
  }
}

/** One transaction on a connection of the caller's, synced to disk when it resolves. */
export async function transaction<T>(
  client: ClientBase,
  work: (client: ClientBase) => Promise<T>,
): Promise<T> {
  try {
    await client.query('BEGIN; SET LOCAL synchronous_commit = on');
    const done = await work(client);
    await client.query('COMMIT');
    return done;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/** Writes a batch within a transaction. A number that is taken makes it fail as a whole. */
export async function appendBatch(client: ClientBase, batch: Batch): Promise<void> {
  const { entries, tiles, checkpoint, frontier } = batch;
  await client.query({
    name: 'istmo-log-entries',
    text: `INSERT INTO istmo_log_entry (idx, bytes, leaf_hash)
           SELECT * FROM unnest($1::bigint[], $2::bytea[], $3::bytea[])`,
    values: [
      entries.map(({ index }) => index),
      entries.map(({ bytes }) => bytes),
      entries.map(({ leafHash }) => leafHash),
    ],
  });
  for (const { level, index, hash } of tiles)
    await client.query(
      `INSERT INTO istmo_log_tile AS tile (level, idx, hashes) VALUES ($1, $2, $3)
       ON CONFLICT (level, idx) DO UPDATE SET hashes = tile.hashes || excluded.hashes`,
      [level, index, hash],
    );
  await client.query({
    name: 'istmo-log-checkpoint',
    text: `WITH kept AS (INSERT INTO istmo_log_checkpoint (size, note) VALUES ($1, $2))
           INSERT INTO istmo_log_frontier (one, value) VALUES (1, $3) ON CONFLICT (one) DO UPDATE SET value = excluded.value`,
    values: [checkpoint.size, checkpoint.note, frontierText(frontier)],
  });
}
