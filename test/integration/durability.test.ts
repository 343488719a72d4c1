import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { fromRoot } from '../../common/root.js';
import { makeEntry } from '../unit/audit/entry-factory.js';
import { newEd25519Key } from '../../common/keys.js';

/** Entries that are added one after the other, each when the one before is acknowledged. */
const count = 20;

/** Runs a process that adds entries and says ACK for each, and returns its writes of ACK and its syncs, in order. */
function traceAppends(): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'istmo-durable-'));
  const [keyFile, script, trace] = ['log.jwk', 'append.mjs', 'trace'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(keyFile, JSON.stringify({ ...newEd25519Key(), kid: 'log' }));
  const url = pathToFileURL(join(folder, 'log.db')).href;
  const module = JSON.stringify(pathToFileURL(fromRoot('dist', 'audit', 'thread', 'log-thread.js')).href);
  writeFileSync(
    script,
    `import { writeSync } from 'node:fs';
     import { openLogThread } from ${module};
     const log = await openLogThread(${JSON.stringify({ url, name: 'istmo.example/log/durable', keyFile })});
     for (let n = 0; n < ${String(count)}; n += 1) {
       await log.append({ ...${JSON.stringify(makeEntry('x'))}, id: String(n) });
       writeSync(1, 'ACK');
     }
     await log.close();`,
  );
  const args = ['-f', '-y', '-e', 'trace=write,fsync,fdatasync', '-o', trace, process.execPath, script];
  const { status, stdout } = spawnSync(process.env['STRACE_PATH'] ?? 'strace', args, { encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 0, stdout: 'ACK'.repeat(count) });
  return readFileSync(trace, 'utf8')
    .split('\n')
    .flatMap((line) => {
      if (/write\(1<.*"ACK"/u.test(line)) return ['ACK'];
      return /(?:fsync|fdatasync)\(\d+<[^>]*log\.db-wal>/u.test(line) ? ['SYNC'] : [];
    });
}

describe('an entry in SQLite', () => {
  it('is synced to disk before it is acknowledged, each time', () => {
    const calls = traceAppends();
    const syncsBefore = calls
      .join(' ')
      .split('ACK')
      .slice(0, count)
      .map(
        (between) =>
          between
            .trim()
            .split(/\s+/u)
            .filter((call) => call === 'SYNC').length,
      );
    expect(calls.filter((call) => call === 'ACK')).toHaveLength(count);
    expect(syncsBefore.every((syncs) => syncs >= 1)).toBe(true);
  });
});
