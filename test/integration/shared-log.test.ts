import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditEntry } from '../../audit/entry.js';
import { createNoteSigner, parseVerifierKey } from '../../audit/note.js';
import { openStorage } from '../../audit/storage/open.js';
import { verifyLog } from '../../audit/verify.js';
import { fromRoot } from '../../common/root.js';
import { type ThrowawayDatabase, throwawayDatabase } from '../services/throwaway-database.js';
import { makeEntry } from '../unit/audit/entry-factory.js';
import { newEd25519Key } from '../../common/keys.js';

let database: ThrowawayDatabase;
const jwk = { ...newEd25519Key(), kid: 'log' };
const logName = 'istmo.example/log/shared';
let url: string;
let script: string;

beforeAll(async () => {
  database = await throwawayDatabase('istmo_shared');
  ({ url } = database);
  const folder = await mkdtemp(join(tmpdir(), 'istmo-shared-'));
  const keyFile = join(folder, 'log.jwk');
  await writeFile(keyFile, JSON.stringify(jwk));
  script = join(folder, 'append.mjs');
  const module = JSON.stringify(pathToFileURL(fromRoot('dist', 'audit', 'thread', 'log-thread.js')).href);
  await writeFile(
    script,
    `import { openLogThread } from ${module};
     const who = process.argv[2];
     const log = await openLogThread(${JSON.stringify({ url, name: logName, keyFile })});
     process.stdout.write('open\\n');
     const entry = (id) => ({ ...${JSON.stringify(makeEntry('x'))}, id });
     for (let n = 0; ; n += 4) {
       await Promise.all([0, 1, 2, 3].map((k) => {
         const id = who + '-' + (n + k);
         return log.append(entry(id)).then(({ index }) => process.stdout.write(index + ' ' + id + '\\n'), () => undefined);
       }));
       await new Promise((resolve) => setTimeout(resolve, 2));
     }`,
  );
});
afterAll(async () => {
  for (const { process: child } of started) child.kill('SIGKILL');
  await database.drop();
});

interface Writer {
  readonly process: ChildProcess;
  /** What it was told: number → id, and when the last came. */
  readonly told: Map<number, string>;
  lastAt: number;
}

/** However a test ends, none of them goes on. */
const started: Writer[] = [];

async function startWriter(who: string): Promise<Writer> {
  const child = spawn(process.execPath, [script, who], { stdio: ['ignore', 'pipe', 'inherit'] });
  const writer: Writer = { process: child, told: new Map(), lastAt: 0 };
  started.push(writer);
  let rest = '';
  await new Promise<void>((resolve, reject) => {
    child.once('close', () => reject(new Error(`writer ${who} ended`)));
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const [index, id] = line.split(' ');
        if (id === undefined) resolve();
        else writer.told.set(Number(index), id);
        writer.lastAt = Date.now();
      }
    });
  });
  return writer;
}

async function until(condition: () => boolean, ms: number): Promise<number> {
  const from = Date.now();
  while (!condition() && Date.now() - from < ms) await new Promise((resolve) => setTimeout(resolve, 10));
  return Date.now() - from;
}

async function kill({ process: child }: Writer): Promise<void> {
  const closed = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGKILL');
  await closed;
}

describe('a log that gateways share', () => {
  it('is numbered by one of them; when that one is killed another takes over within 5 s, and no entry is lost', async () => {
    const leader = await startWriter('a');
    const followers = [await startWriter('b'), await startWriter('c')];
    const all = [leader, ...followers];
    await until(() => all.every(({ told }) => told.size > 100), 20_000);
    expect(all.map(({ told }) => told.size > 100)).toEqual([true, true, true]);

    await kill(leader);
    const before = followers.map(({ told }) => told.size);
    const takeover = await until(() => followers.every(({ told }, n) => told.size > before[n]! + 40), 20_000);
    expect(takeover).toBeLessThan(5_000);
    await Promise.all(followers.map(kill));

    const storage = await openStorage(url);
    const verifier = parseVerifierKey(createNoteSigner(logName, jwk).verifierKey);
    const verification = await verifyLog(storage, verifier);
    expect(verification).toMatchObject({ ok: true });
    const stored = await storage.entries(0, 1_000_000);
    const ids = stored.map(({ bytes }) => (JSON.parse(bytes.toString('utf8')) as AuditEntry).id);
    await storage.close();
    expect(new Set(ids).size).toBe(ids.length);
    for (const { told } of all) for (const [index, id] of told) expect(ids[index]).toBe(id);
  });
});
