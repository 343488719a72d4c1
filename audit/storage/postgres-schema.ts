/** Of all that could be locked in the database, these numbers are the log's: its tables, and being the one that numbers. */
export const lockKeys = { schema: 7_208_460, lead: 7_208_461 } as const;

export const postgresSchema = `
  SELECT pg_advisory_xact_lock(${String(lockKeys.schema)});
  CREATE TABLE IF NOT EXISTS istmo_log_entry (idx bigint PRIMARY KEY, bytes bytea NOT NULL, leaf_hash bytea NOT NULL);
  CREATE TABLE IF NOT EXISTS istmo_log_checkpoint (size bigint PRIMARY KEY, note text NOT NULL);
  CREATE TABLE IF NOT EXISTS istmo_log_tile (level integer, idx bigint, hashes bytea NOT NULL, PRIMARY KEY (level, idx));
  CREATE TABLE IF NOT EXISTS istmo_log_frontier (one integer PRIMARY KEY CHECK (one = 1), value text NOT NULL);
  CREATE TABLE IF NOT EXISTS istmo_log_waiting (id bigserial PRIMARY KEY, parts bytea[] NOT NULL, at timestamptz NOT NULL DEFAULT now());
  CREATE TABLE IF NOT EXISTS istmo_log_placed (id bigint PRIMARY KEY, idx bigint NOT NULL, at timestamptz NOT NULL DEFAULT now());
  DO $$ BEGIN -- of a queue from before; altered only then, since that waits for whoever uses it
    IF NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = 'istmo_log_waiting'::regclass AND attname = 'at') THEN
      ALTER TABLE istmo_log_waiting ADD COLUMN at timestamptz NOT NULL DEFAULT now();
    END IF;
  END $$;
`;

/** Notified when something was put into the queue. */
export const submittedChannel = 'istmo_log_submitted';
