import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openLogThread } from '../../audit/thread/log-thread.js';
import { requestEntry } from '../audit/entries.js';
import { rawPostgres, rawSqlite } from '../audit/raw-databases.js';
import { type ReadLog, readLog } from '../audit/reading.js';
import { writeEntries, type Written } from '../audit/writing.js';
import type { Progress } from '../report/progress.js';
import { newEd25519Key } from '../../common/keys.js';

/** What logging takes, beside a database that keeps as many bytes as durably, and what reading a large log takes. */
export interface AuditRun {
  readonly written: readonly Written[];
  readonly read: ReadLog;
}

/** Requests that are under way together. */
const atATime = 64;

/** @param postgresUrl - of an empty database; undefined: SQLite only */
export async function auditRun(
  progress: Progress,
  {
    entries,
    turns,
    postgresUrl,
  }: { readonly entries: number; readonly turns: number; readonly postgresUrl: string | undefined },
): Promise<AuditRun> {
  const folder = mkdtempSync(join(tmpdir(), 'istmo-bench-audit-'));
  const jwk = { ...newEd25519Key(), kid: 'bench' };
  const keyFile = join(folder, 'log.jwk');
  writeFileSync(keyFile, JSON.stringify(jwk), { mode: 0o600 });
  const fileOf = (name: string): string => join(folder, `${name}.db`);
  const logAt = (url: string) => () => openLogThread({ url, name: 'istmo.example/log/bench', keyFile });
  try {
    const written: Written[] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      const file = (name: string): string => fileOf(`${name}-${String(turn)}`);
      const keepers = [
        ['SQLite alone', () => Promise.resolve(rawSqlite(file('raw')))],
        ['the log in SQLite', logAt(pathToFileURL(file('log')).href)],
        ...(postgresUrl === undefined
          ? []
          : ([
              ['PostgreSQL alone', () => rawPostgres(postgresUrl)],
              ['the log in PostgreSQL', logAt(postgresUrl)],
            ] as const)),
      ] as const;
      for (const [name, open] of keepers) {
        progress.begin(`audit: ${name}, turn ${String(turn + 1)} of ${String(turns)}`);
        const one = await writeEntries(name, open, requestEntry, {
          entries: Math.min(20_000, entries),
          atATime,
        });
        written.push(one);
        progress.end(`${one.aSecond.toFixed(0)} entries a second`);
      }
    }
    progress.begin(`audit: a log of ${String(entries)} entries`);
    const where = { url: pathToFileURL(fileOf('large')).href, indexFile: fileOf('index') };
    const read = await readLog(where, jwk, entries, () => undefined);
    progress.end(`verified in ${read.verifySeconds.toFixed(1)} s`);
    return { written, read };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
