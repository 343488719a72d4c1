import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Kysely, MysqlDialect, PostgresDialect, SqliteDialect } from 'kysely';
import type * as Libsql from 'libsql';
import type * as Mysql from 'mysql2';
import type * as Pg from 'pg';

/** A node has one database: it loads the one driver that it needs, and spares the memory of the others. */
const require = createRequire(import.meta.url);

/** Tables are the State's own: the kit knows their names only from the mapping. */
export type Tables = Record<string, Record<string, unknown>>;

/** Which of the three families of SQL a database speaks. */
export type Dialect = 'sqlite' | 'postgres' | 'mysql';

export interface Database {
  readonly db: Kysely<Tables>;
  readonly dialect: Dialect;
}

export interface OpenOptions {
  /** Only for loading data: the node itself never writes. */
  readonly writable?: boolean;
  /** Told of every statement. */
  readonly onStatement?: (sql: string) => void;
}

/**
 * Opens a State's database, by default for reading only.
 *
 * @param url - `file:///path`, `postgres://…` or `mysql://…` (MySQL, MariaDB)
 */
export function openDatabase(url: string, { writable = false, onStatement }: OpenOptions = {}): Database {
  const log = (event: { readonly level: string; readonly query: { readonly sql: string } }): void => {
    if (event.level === 'query') onStatement?.(event.query.sql);
  };
  const options = onStatement === undefined ? {} : { log };
  if (url.startsWith('file:')) {
    const Sqlite = require('libsql') as typeof Libsql.default;
    // only the address says it: the driver heeds no option for it
    const database = new Sqlite(writable ? fileURLToPath(url) : `${url}?mode=ro`);
    return {
      db: new Kysely<Tables>({
        dialect: new SqliteDialect({ database }),
        ...options,
      }),
      dialect: 'sqlite',
    };
  }
  if (/^postgres(ql)?:/u.test(url))
    return { db: new Kysely<Tables>({ dialect: postgres(url, writable), ...options }), dialect: 'postgres' };
  if (url.startsWith('mysql:'))
    return { db: new Kysely<Tables>({ dialect: mysql(url, writable), ...options }), dialect: 'mysql' };
  throw new Error('a database is at file:///…, postgres://… or mysql://…');
}

function postgres(url: string, writable: boolean): PostgresDialect {
  const pg = require('pg') as typeof Pg;
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    statement_timeout: 10_000,
    ...(writable ? {} : { options: '-c default_transaction_read_only=on' }),
  });
  pool.on('error', () => undefined);
  return new PostgresDialect({ pool });
}

function mysql(url: string, writable: boolean): MysqlDialect {
  const mysql2 = require('mysql2') as typeof Mysql;
  const pool = mysql2.createPool({ uri: url, connectionLimit: 10, dateStrings: true, decimalNumbers: true });
  // the SQL of the kit is standard: || joins texts and " quotes names
  pool.on('connection', (connection) => {
    connection.query("SET SESSION sql_mode = CONCAT(@@sql_mode, ',PIPES_AS_CONCAT,ANSI_QUOTES')");
    if (!writable) connection.query('SET SESSION TRANSACTION READ ONLY');
  });
  return new MysqlDialect({ pool });
}
