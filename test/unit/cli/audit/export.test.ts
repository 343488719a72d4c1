import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { openAuditLog } from '../../../../audit/log.js';
import { parseVerifierKey } from '../../../../audit/note.js';
import { checkReceipt } from '../../../../audit/receipt.js';
import { openStorage } from '../../../../audit/storage/open.js';
import { csvHeader } from '../../../../audit/csv.js';
import { exportEntries } from '../../../../cli/audit/export.js';
import { makeEntry, makeSigner } from '../../audit/entry-factory.js';

const folder = mkdtempSync(join(tmpdir(), 'istmo-export-'));
const url = pathToFileURL(join(folder, 'log.db')).href;
const signer = makeSigner();
let printed: string[];

const timeOf = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();

/** A page and a half of entries, a minute apart, of ten records. */
beforeAll(async () => {
  const log = await openAuditLog(await openStorage(url), signer);
  await Promise.all(
    Array.from({ length: 1_500 }, (_, n) =>
      log.append({ ...makeEntry(String(n), [`GT:Firearm:${String(n % 10)}`]), time: timeOf(n) }),
    ),
  );
  await log.close();
});
beforeEach(() => {
  printed = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed.push(String(text));
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
});

async function exported(...args: readonly string[]): Promise<readonly number[]> {
  expect(await exportEntries(['--log', url, ...args])).toBe(0);
  return printed.map((line) => (JSON.parse(line) as { readonly number: number }).number);
}

describe('istmo audit export', () => {
  it('prints every entry, the oldest first, over all pages', async () => {
    expect(await exported()).toEqual(Array.from({ length: 1_500 }, (_, n) => n));
  });

  it('prints what fits all filters', async () => {
    const until = ['--from', timeOf(1_200), '--until', timeOf(1_230)];
    expect(await exported('--record', 'GT:Firearm:7', ...until)).toEqual([1_207, 1_217, 1_227]);
  });

  it('prints CSV under its header', async () => {
    await exportEntries(['--log', url, '--format', 'csv', '--from', timeOf(1_499)]);
    expect(printed).toEqual([
      `${csvHeader}\n`,
      `1499,${timeOf(1_499)},org.istmo.access.v1,,,,,ANSWERED,,GT,GT:Firearm:9,Firearm.make,\n`,
    ]);
  });

  it('puts a receipt that proves it beside each entry', async () => {
    const receipts = join(folder, 'receipts');
    await exported('--receipts', receipts, '--from', timeOf(1_498));
    expect(readdirSync(receipts)).toEqual(['1498.tlog-proof', '1499.tlog-proof']);
    const receipt = readFileSync(join(receipts, '1498.tlog-proof'), 'utf8');
    expect(checkReceipt(receipt, parseVerifierKey(signer.verifierKey))).toMatchObject({
      ok: true,
      index: 1_498,
      size: 1_500,
    });
  });

  it('refuses a time that is none, a format that it has not, and a log that is not there', async () => {
    await expect(exportEntries(['--from', 'monday'])).rejects.toThrow('--from monday: no time');
    await expect(exportEntries(['--format', 'xml'])).rejects.toThrow('--format ndjson or csv');
    const missing = pathToFileURL(join(folder, 'missing')).href;
    await expect(exportEntries(['--log', missing])).rejects.toThrow(`no log at ${missing}`);
  });
});
