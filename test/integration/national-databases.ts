import { createConnection } from 'mysql2/promise';
import { throwawayDatabase } from '../services/throwaway-database.js';
import { seedDatabase } from '../../subgraphs/world/load.js';

/** Databases of the three States on real servers, filled with the demo's data. */
export interface NationalDatabases {
  readonly urls: Readonly<Record<string, string>>;
  readonly drop: () => Promise<void>;
}

/** Makes a database for each State in PostgreSQL, where El Salvador's is not to be in MariaDB. */
export async function nationalDatabases(salvadoran: 'PostgreSQL' | 'MariaDB'): Promise<NationalDatabases> {
  const suffix = `${String(process.pid)}_${String(Date.now())}`;
  const made = await Promise.all([
    throwawayDatabase('istmo_gt'),
    salvadoran === 'MariaDB' ? mariadbDatabase(`istmo_sv_${suffix}`) : throwawayDatabase('istmo_sv'),
    throwawayDatabase('istmo_us'),
  ]);
  const [gt, sv, us] = made;
  await Promise.all([seedDatabase(gt.url, 'GT'), seedDatabase(sv.url, 'SV'), seedDatabase(us.url, 'US')]);
  return {
    urls: { GT: gt.url, SV: sv.url, US: us.url },
    drop: async () => {
      await Promise.all(made.map(({ drop }) => drop()));
    },
  };
}

/** A database made for a test. */
export interface MadeDatabase {
  readonly url: string;
  readonly drop: () => Promise<void>;
}

export async function mariadbDatabase(name: string): Promise<MadeDatabase> {
  const server = given('MARIADB_URL').replace(/^mariadb:/u, 'mysql:');
  const run = async (statement: string): Promise<void> => {
    const connection = await createConnection(server);
    await connection.query(statement);
    await connection.end();
  };
  await run(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  return { url: withDatabase(server, name), drop: () => run(`DROP DATABASE ${name}`) };
}

function withDatabase(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

function given(variable: string): string {
  const value = process.env[variable];
  if (value === undefined) throw new Error(`${variable} is not set: run npm test`);
  return value;
}
