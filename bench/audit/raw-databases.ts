import Database from 'libsql';
import pg from 'pg';
import { type AuditEntry, entryText } from '../../audit/entry.js';
import { byteaArray } from '../../audit/storage/bytea-array.js';
import { writingSession } from '../../audit/storage/postgres-batch.js';
import type { Keeper } from './writing.js';

/** Entries that are ready together go into one transaction, as a log's do: what a database alone takes for as much, as durably. */
function inGroups(commit: (texts: readonly Buffer[]) => Promise<void>, close: () => Promise<void>): Keeper {
  let waiting: { readonly text: Buffer; readonly done: () => void; readonly failed: (e: unknown) => void }[] =
    [];
  let running = false;
  const run = async (): Promise<void> => {
    running = true;
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      try {
        await commit(group.map(({ text }) => text));
        for (const { done } of group) done();
      } catch (error) {
        for (const { failed } of group) failed(error);
      }
    }
    running = false;
  };
  return {
    append: (entry: AuditEntry) =>
      new Promise<void>((done, failed) => {
        waiting.push({ text: Buffer.from(entryText(entry), 'utf8'), done, failed });
        if (!running) void run();
      }),
    close,
  };
}

export function rawSqlite(file: string): Keeper {
  const database = new Database(file);
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE entry (bytes BLOB NOT NULL)',
  );
  const insert = database.prepare('INSERT INTO entry (bytes) VALUES (?)');
  return inGroups(
    (texts) => {
      database.exec('BEGIN IMMEDIATE');
      for (const text of texts) insert.run([text]);
      database.exec('COMMIT');
      return Promise.resolve();
    },
    () => {
      database.close();
      return Promise.resolve();
    },
  );
}

/** Written as the log writes: the same statement for the bytes, the same session. */
export async function rawPostgres(url: string): Promise<Keeper> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(writingSession);
  await client.query('CREATE TABLE IF NOT EXISTS raw_entry (bytes BYTEA NOT NULL)');
  return inGroups(
    async (texts) => {
      await client.query({
        name: 'raw-entries',
        text: 'INSERT INTO raw_entry SELECT unnest($1::bytea[])',
        values: [byteaArray(texts)],
      });
    },
    () => client.end(),
  );
}
