import { createHash } from 'node:crypto';
import { Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { archivesBefore, type Manifest, manifestText } from '../../../audit/archive.js';
import { entryText } from '../../../audit/entry.js';
import { openAuditLog } from '../../../audit/log.js';
import { openStorage } from '../../../audit/storage/open.js';
import { csvHeader, csvRow } from '../../../audit/csv.js';
import { makeEntry, makeSigner, temporaryFile } from './entry-factory.js';

/** Entry 3 came late: its clock was behind. */
const times = [
  '2026-08-01',
  '2026-08-31',
  '2026-09-01',
  '2026-08-31',
  '2026-09-30',
  '2026-11-02',
  '2026-11-03',
];

interface Archive {
  readonly manifest: Manifest;
  readonly file: Buffer;
}

async function archives(url: string, month: string): Promise<readonly Archive[]> {
  const storage = await openStorage(url);
  const found: Archive[] = [];
  let written: Buffer[] = [];
  const file = () => {
    written = [];
    return new Writable({
      write: (chunk: Buffer, _, done) => {
        written.push(chunk);
        done();
      },
    });
  };
  for await (const manifest of archivesBefore(storage, month, file))
    found.push({ manifest, file: Buffer.concat(written) });
  await storage.close();
  return found;
}

async function newLog(): Promise<string> {
  const url = pathToFileURL(temporaryFile('log.db')).href;
  const log = await openAuditLog(await openStorage(url), makeSigner());
  for (const [n, day] of times.entries())
    await log.append({ ...makeEntry(String(n)), time: `${day}T12:00:00.000Z` });
  await log.close();
  return url;
}

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest('hex');

describe('archiving', () => {
  it('makes a file of each closed month, each linked to the one before, without a gap', async () => {
    const made = await archives(await newLog(), '2026-11');
    expect(made.map(({ manifest: { month, from, to } }) => [month, from, to])).toEqual([
      ['2026-08', 0, 2],
      ['2026-09', 2, 5],
    ]);
    const [august, september] = made;
    expect(august!.manifest.previous).toBeUndefined();
    expect(september!.manifest.previous).toBe(sha256(manifestText(august!.manifest)));
    expect(september!.manifest.sha256).toBe(sha256(september!.file));
    const lines = gunzipSync(september!.file).toString('utf8').trim().split('\n');
    const numbers = lines.map((line) => (JSON.parse(line) as { readonly number: number }).number);
    expect(numbers).toEqual([2, 3, 4]);
  });

  it('makes of many pages what compressing all of it at once makes', async () => {
    const url = pathToFileURL(temporaryFile('log.db')).href;
    const log = await openAuditLog(await openStorage(url), makeSigner());
    const entries = Array.from({ length: 2_500 }, (_, n) =>
      makeEntry(String(n), [sha256(String(n)), sha256(String(n * 7))]),
    );
    await Promise.all(entries.map((entry) => log.append(entry)));
    await log.close();
    const [{ file, manifest } = { file: Buffer.alloc(0), manifest: undefined }, ...more] = await archives(
      url,
      '2026-12',
    );
    const lines = entries.map((entry, number) => {
      const bytes = Buffer.from(entryText(entry)).toString('base64');
      return `${JSON.stringify({ number, bytes })}\n`;
    });
    expect([manifest?.from, manifest?.to, more]).toEqual([0, 2_500, []]);
    expect(file.equals(gzipSync(lines.join(''), { level: 9 }))).toBe(true);
  });

  it('makes the same files again, whatever has been added since', async () => {
    const url = await newLog();
    const before = await archives(url, '2026-10');
    expect((await archives(url, '2026-12')).slice(0, 2)).toEqual(before);
    expect(await archives(url, '2026-08')).toEqual([]);
  });
});

describe('a line of CSV', () => {
  it('quotes what needs it and gives no spreadsheet a formula', () => {
    const { data, ...envelope } = makeEntry('a');
    const row = csvRow(7, { ...envelope, data: { ...data, case: '=cmd|"x",1', purpose: 'FIREARM_TRACING' } });
    expect(csvHeader.split(',')).toHaveLength(13);
    expect(row).toBe(
      `7,2026-11-23T00:00:00.000Z,org.istmo.access.v1,,,FIREARM_TRACING,"'=cmd|""x"",1",ANSWERED,,GT,GT:Firearm:a,Firearm.make,`,
    );
  });
});
