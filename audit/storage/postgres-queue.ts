import { Client, type Pool } from 'pg';
import { emptyFrontier } from '../tree.js';
import { parseFrontier } from './frontier-text.js';
import { appendBatch, inTransaction, transaction } from './postgres-batch.js';
import { lockKeys, submittedChannel } from './postgres-schema.js';
import type { Lead, SharedQueue } from './storage.js';

/** The queue between the gateways that share a log and the one of them that numbers. */
export function postgresQueue(url: string, pool: Pool): SharedQueue {
  return {
    submit: (groups) =>
      inTransaction(pool, async (client) => {
        const ids: string[] = [];
        // one row a group: arrays of arrays of different lengths are none in SQL
        for (const parts of groups) {
          const { rows } = await client.query<{ readonly id: string }>({
            name: 'istmo-log-submit',
            text: 'INSERT INTO istmo_log_waiting (parts) VALUES ($1) RETURNING id',
            values: [parts],
          });
          if (rows[0] !== undefined) ids.push(rows[0].id);
        }
        await client.query(`NOTIFY ${submittedChannel}`);
        return ids;
      }),
    placed: async (ids) => {
      const { rows } = await pool.query<{ readonly id: string; readonly idx: string }>(
        'DELETE FROM istmo_log_placed WHERE id = ANY ($1::bigint[]) RETURNING id, idx',
        [ids],
      );
      return new Map(rows.map(({ id, idx }) => [id, Number(idx)]));
    },
    lead: () => takeLead(url),
  };
}

/**
 * Connects, and takes the lock of the one that numbers. PostgreSQL frees the lock when the connection ends; one whose
 * other end is gone without a word is found dead within four seconds.
 */
async function takeLead(url: string): Promise<Lead | undefined> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000, keepAlive: true });
  // the next statement on it reports the fault
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(
      'SET tcp_keepalives_idle = 1; SET tcp_keepalives_interval = 1; SET tcp_keepalives_count = 3; SET tcp_user_timeout = 4000',
    );
    const { rows } = await client.query<{ readonly taken: boolean }>(
      'SELECT pg_try_advisory_lock($1) AS taken',
      [lockKeys.lead],
    );
    if (rows[0]?.taken === true) {
      await client.query(`LISTEN ${submittedChannel}`);
      return leadOn(client);
    }
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  await client.end();
  return undefined;
}

function leadOn(client: Client): Lead {
  return {
    frontier: async () => {
      const { rows } = await client.query<{ value: string }>('SELECT value FROM istmo_log_frontier');
      return rows[0] === undefined ? emptyFrontier : parseFrontier(rows[0].value);
    },
    waiting: async (limit) => {
      const { rows } = await client.query<{ readonly id: string; readonly parts: Buffer[] }>({
        name: 'istmo-log-waiting',
        text: 'SELECT id, parts FROM istmo_log_waiting ORDER BY id LIMIT $1',
        values: [limit],
      });
      return rows;
    },
    append: (batch, placed) =>
      transaction(client, async () => {
        await appendBatch(client, batch);
        if (placed.length === 0) return;
        await client.query(
          `WITH taken AS (DELETE FROM istmo_log_waiting WHERE id = ANY ($1::bigint[])),
                old AS (DELETE FROM istmo_log_placed WHERE at < now() - interval '1 minute')
           INSERT INTO istmo_log_placed (id, idx) SELECT * FROM unnest($1::bigint[], $2::bigint[])`,
          [placed.map(({ id }) => id), placed.map(({ index }) => index)],
        );
      }),
    onSubmitted: (told) => client.on('notification', told),
    close: () => client.end(),
  };
}
