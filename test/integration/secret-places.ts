import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Redis } from 'ioredis';
import pg from 'pg';

/** A place in which something may stand, and what stands there. */
export interface Place {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Every value of every table of a PostgreSQL database. Bytes as they are, not as text would show them. */
export async function tablesOf(url: string): Promise<readonly Place[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ readonly name: string }>(
    "SELECT format('%I.%I', schemaname, relname) AS name FROM pg_stat_user_tables ORDER BY 1",
  );
  const places: Place[] = [];
  for (const { name } of rows) {
    const table = await client.query<Readonly<Record<string, unknown>>>(`SELECT * FROM ${name}`);
    const bytes = table.rows.flatMap((row) => Object.values(row).flatMap(bytesOf));
    places.push({ name: `table ${name}`, bytes: Buffer.concat(bytes) });
  }
  await client.end();
  return places;
}

function bytesOf(value: unknown): readonly Buffer[] {
  if (Buffer.isBuffer(value)) return [value, newLine];
  if (Array.isArray(value)) return value.flatMap(bytesOf);
  return [Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)), newLine];
}
const newLine = Buffer.from('\n');

/** Every key of a database of Redis's, with all that is under it. */
export async function keysOf(url: string): Promise<readonly Place[]> {
  const redis = new Redis(url);
  const places: Place[] = [];
  for (const key of await redis.keys('*')) {
    const value = await valueOf(redis, key);
    places.push({ name: `key ${key}`, bytes: Buffer.from(`${key}\n${JSON.stringify(value)}`) });
  }
  redis.disconnect();
  return places;
}

async function valueOf(redis: Redis, key: string): Promise<unknown> {
  const type = await redis.type(key);
  switch (type) {
    case 'string':
      return redis.get(key);
    case 'hash':
      return redis.hgetall(key);
    case 'list':
      return redis.lrange(key, 0, -1);
    case 'set':
      return redis.smembers(key);
    case 'zset':
      return redis.zrange(key, '0', '-1', 'WITHSCORES');
    case 'none':
      return null; // it has expired meanwhile
    default:
      throw new Error(`Redis holds a ${type}: say here how it is read`);
  }
}

/** Every file in a folder and those in it; what an archive holds as it was before it was packed. */
export function filesOf(folder: string): readonly Place[] {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .flatMap((path) => {
      const name = `file ${relative(folder, path)}`;
      const bytes = readFileSync(path);
      return path.endsWith('.gz') ? [{ name, bytes: unpacked(bytes) }] : [{ name, bytes }];
    });
}

/** The entries of an archive. */
function unpacked(bytes: Buffer): Buffer {
  const lines = gunzipSync(bytes).toString('utf8').trim().split('\n');
  const entries = lines.map((line) => (JSON.parse(line) as { readonly bytes: string }).bytes);
  return Buffer.concat(entries.map((base64) => Buffer.from(base64, 'base64')));
}

/** Names of the places in which a text stands, in capitals or not: what is looked for is compared without them. */
export function placesWith(text: string, places: readonly Place[]): readonly string[] {
  const wanted = text.toLowerCase();
  return places
    .filter(({ bytes }) => bytes.toString('latin1').toLowerCase().includes(wanted))
    .map(({ name }) => name);
}
