import type { ClientBase, Pool } from 'pg';
import { byteaArray } from './bytea-array.js';
import { frontierText } from './frontier-text.js';
import type { Batch, Lead, TileGrowth } from './storage.js';

export interface CheckpointRow {
  readonly size: string;
  readonly note: string;
}

/**
 * Sent once on each connection that writes: what is committed on it is on disk, whatever the server's default is; and what
 * is large is compressed by LZ4 where the server can, for half the time that its own way takes.
 */
export const writingSession = `
  SET synchronous_commit = on;
  SELECT set_config(name, 'lz4', false) FROM pg_settings
    WHERE name = 'default_toast_compression' AND 'lz4' = ANY (enumvals)`;

/** One transaction, synced to disk when it resolves. */
export async function inTransaction<T>(pool: Pool, work: (client: ClientBase) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let failure: Error | undefined;
  try {
    await client.query('BEGIN');
    const done = await work(client);
    await client.query('COMMIT');
    return done;
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release(failure);
  }
}

const batchParts = `
  entries AS (
    INSERT INTO istmo_log_entry (idx, bytes, leaf_hash)
    SELECT $1::bigint + n - 1, bytes, leaf_hash
    FROM unnest($2::bytea[], $3::bytea[]) WITH ORDINALITY AS given (bytes, leaf_hash, n)
  ), tiles AS (
    INSERT INTO istmo_log_tile AS tile (level, idx, hashes)
    SELECT * FROM unnest($4::integer[], $5::bigint[], $6::bytea[])
    ON CONFLICT (level, idx) DO UPDATE SET hashes = tile.hashes || excluded.hashes
  ), checkpoint AS (
    INSERT INTO istmo_log_checkpoint (size, note) VALUES ($7, $8)
  )`;
const placedParts = `
  taken AS (
    DELETE FROM istmo_log_waiting WHERE id = ANY ($10::bigint[])
  ), old AS (
    DELETE FROM istmo_log_placed WHERE at < now() - interval '1 minute'
  ), placed AS (
    INSERT INTO istmo_log_placed (id, idx) SELECT * FROM unnest($10::bigint[], $11::bigint[])
  )`;
const frontierPart = `
  INSERT INTO istmo_log_frontier (one, value) VALUES (1, $9) ON CONFLICT (one) DO UPDATE SET value = excluded.value`;

/**
 * Writes a batch, and takes what it places out of the queue, in one statement: one way to the server and back, and one
 * commit, which stands when it resolves: the server says that it is ready for the next only after that. A number that is
 * taken makes it fail as a whole.
 */
export async function appendBatch(
  client: ClientBase,
  { entries, tiles, checkpoint, frontier }: Batch,
  placed: Parameters<Lead['append']>[1],
): Promise<void> {
  const grown = byTile(tiles);
  const values = [
    entries[0]?.index,
    byteaArray(entries.map(({ bytes }) => bytes)),
    byteaArray(entries.map(({ leafHash }) => leafHash)),
    grown.map(({ level }) => level),
    grown.map(({ index }) => index),
    byteaArray(grown.map(({ hash }) => hash)),
    checkpoint.size,
    checkpoint.note,
    frontierText(frontier),
  ];
  await client.query(
    placed.length === 0
      ? { name: 'istmo-log-batch', text: `WITH ${batchParts} ${frontierPart}`, values }
      : {
          name: 'istmo-log-batch-placed',
          text: `WITH ${batchParts}, ${placedParts} ${frontierPart}`,
          values: [...values, placed.map(({ id }) => id), placed.map(({ index }) => index)],
        },
  );
}

/** What a batch puts into one tile, together: a statement may change a row once. */
function byTile(tiles: readonly TileGrowth[]): readonly TileGrowth[] {
  const grown = new Map<string, TileGrowth>();
  for (const { level, index, hash } of tiles) {
    const key = `${String(level)}/${String(index)}`;
    const before = grown.get(key);
    grown.set(key, {
      level,
      index,
      hash: before === undefined ? hash : Buffer.concat([before.hash, hash]),
    });
  }
  return [...grown.values()];
}
