import pg from 'pg';

/** A database of a test's own on the server of `DATABASE_URL`. */
export interface ThrowawayDatabase {
  readonly name: string;
  readonly url: string;
  /** Runs a statement on the server, outside the database. */
  onServer(statement: string): Promise<void>;
  drop(): Promise<void>;
}

/** @throws Error where `DATABASE_URL` is not set, as it is by the test command */
export async function throwawayDatabase(prefix: string): Promise<ThrowawayDatabase> {
  const server = process.env['DATABASE_URL'];
  if (server === undefined) throw new Error('DATABASE_URL is not set: run npm test');
  const name = `${prefix}_${String(process.pid)}_${String(Date.now())}`;
  const onServer = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await onServer(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    name,
    url: url.href,
    onServer,
    drop: () => onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}
