import { Client, type Pool } from 'pg';
import { emptyFrontier } from '../tree.js';
import { byteaArray } from './bytea-array.js';
import { parseFrontier } from './frontier-text.js';
import { appendBatch, writingSession } from './postgres-batch.js';
import { lockKeys, submittedChannel } from './postgres-schema.js';
import type { Lead, SharedQueue } from './storage.js';

/** The queue between the gateways that share a log and the one of them that numbers. */
export function postgresQueue(url: string, pool: Pool): SharedQueue {
  return {
    submit: async (groups) => {
      const { rows } = await pool.query<{ readonly id: string }>({
        name: 'istmo-log-submit',
        // arrays of arrays of different lengths are none in SQL
        text: `WITH given AS (
                 INSERT INTO istmo_log_waiting (parts)
                 SELECT array_agg(part ORDER BY n)
                 FROM unnest($1::bytea[], $2::integer[]) WITH ORDINALITY AS given (part, place, n)
                 GROUP BY place ORDER BY place
                 RETURNING id
               )
               SELECT id, pg_notify('${submittedChannel}', '') FROM given ORDER BY id`,
        values: [byteaArray(groups.flat()), groups.flatMap((parts, place) => parts.map(() => place))],
      });
      return rows.map(({ id }) => id);
    },
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
    await client.query(writingSession);
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
      const { rows } = await client.query<{ readonly id: string; readonly part: Buffer }>({
        name: 'istmo-log-waiting',
        // a row a part: an array would come as one text, which takes longer to read
        text: `SELECT id, part FROM (SELECT id, parts FROM istmo_log_waiting ORDER BY id LIMIT $1) AS oldest,
                 unnest(parts) WITH ORDINALITY AS given (part, n) ORDER BY id, n`,
        values: [limit],
      });
      const parts = new Map<string, Buffer[]>();
      for (const { id, part } of rows) parts.set(id, [...(parts.get(id) ?? []), part]);
      return [...parts].map(([id, ofIt]) => ({ id, parts: ofIt }));
    },
    append: (batch, placed) => appendBatch(client, batch, placed),
    onSubmitted: (told) => client.on('notification', told),
    close: () => client.end(),
  };
}
