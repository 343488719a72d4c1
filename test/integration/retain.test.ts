import { execFile } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openAuditLog } from '../../audit/log.js';
import { openStorage } from '../../audit/storage/open.js';
import { fromRoot } from '../../common/root.js';
import { makeEntry, makeSigner } from '../unit/audit/entry-factory.js';

const folder = mkdtempSync(join(tmpdir(), 'istmo-retain-'));
const url = pathToFileURL(join(folder, 'log.db')).href;
const entries = 40_000;
/** Bytes that a month of them takes as it is archived, before it is compressed: less than it really is. */
const monthBytes = entries * 6_000;

beforeAll(async () => {
  const log = await openAuditLog(await openStorage(url), makeSigner());
  const ids = Array.from({ length: 200 }, (_, n) => `GT:Firearm:${String(n).padStart(8, '0')}`);
  for (let start = 0; start < entries; start += 500)
    await Promise.all(
      Array.from({ length: 500 }, (_, n) =>
        log.append({ ...makeEntry(String(start + n), ids), time: '2026-01-15T12:00:00.000Z' }),
      ),
    );
  await log.close();
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  /** The most that was in memory at any time, in bytes. */
  readonly most: number;
}

/** Runs `istmo audit retain`, and has Node say at its end how much memory it took. */
function retain(out: string): Promise<Ran> {
  const told = 'process.on("exit", () => console.error("most " + process.resourceUsage().maxRSS))';
  const args = [
    '--import',
    `data:text/javascript,${encodeURIComponent(told)}`,
    fromRoot('dist', 'cli', 'main.js'),
  ];
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [...args, 'audit', 'retain', '--log', url, '--out', out, '--before', '2026-02'],
      (error, stdout, stderr) => {
        const status = error === null ? 0 : Number(error.code);
        const most = Number(/most (\d+)/u.exec(stderr)?.[1] ?? NaN) * 1_024;
        resolve({ status, stdout, stderr, most });
      },
    );
  });
}

describe('istmo audit retain', () => {
  const out = join(folder, 'out');
  const file = join(out, '2026-01.ndjson.gz');

  it('archives a month that is larger than the memory that it takes, and makes the same files again', async () => {
    const first = await retain(out);
    expect(first).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('2026-01: archived / archivado, 0–39999'),
    });
    expect(first.most).toBeLessThan(monthBytes);
    expect(readdirSync(out)).toEqual(['2026-01.manifest.json', '2026-01.ndjson.gz']);
    const manifest = readFileSync(join(out, '2026-01.manifest.json'));
    const again = await retain(out);
    expect(again).toMatchObject({ status: 0, stdout: expect.stringContaining('was archived, unchanged') });
    expect(readFileSync(join(out, '2026-01.manifest.json'))).toEqual(manifest);
  });

  it('replaces no file that is another, and says so', async () => {
    appendFileSync(file, 'x');
    const refused = await retain(out);
    expect([refused.status, refused.stderr]).toEqual([
      1,
      expect.stringContaining(
        `${file} is not what the log holds now / no es lo que la bitácora contiene ahora`,
      ),
    ]);
    expect(readFileSync(file).at(-1)).toBe('x'.charCodeAt(0));
    expect(existsSync(`${file}.draft`)).toBe(false);
  });
});
