import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { AuditEntry } from '../../audit/entry.js';
import { type LogFilter, fits } from '../../audit/reading/terms.js';
import { makeReceipt } from '../../audit/receipt.js';
import { entriesOf, firstSince } from '../../audit/storage/entries-of.js';
import { openReading } from '../../audit/storage/open-reading.js';
import { logFilterFields } from '../../common/log-filter.js';
import { dataFolder } from '../region/data-folder.js';
import { csvHeader, csvRow } from '../../audit/csv.js';
import { sizeOf } from './entries.js';
import { print } from './print.js';

/**
 * `istmo audit export [--format ndjson|csv] [--receipts FOLDER] [--log URL] [--agency …] [--from …] …`: the entries that fit,
 * oldest first, each with its receipt in a file where a folder is named. What it takes of memory does not grow with the log.
 */
export async function exportEntries(args: readonly string[]): Promise<number> {
  const filters = Object.fromEntries(logFilterFields.map((name) => [name, { type: 'string' as const }]));
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...filters,
      log: { type: 'string' },
      format: { type: 'string', default: 'ndjson' },
      receipts: { type: 'string' },
      data: { type: 'string', default: '.istmo' },
    },
  });
  const { format, receipts } = values;
  if (format !== 'ndjson' && format !== 'csv') throw new Error('--format ndjson or csv / ndjson o csv');
  const filter = filterOf(values);
  const storage = await openReading(values.log ?? dataFolder(values.data).databaseUrl('audit-log'));
  try {
    // what is added meanwhile is left to the next time
    const size = await sizeOf(storage);
    const first = filter.from === undefined ? 0 : await firstSince(storage, size, Date.parse(filter.from));
    if (receipts !== undefined) mkdirSync(receipts, { recursive: true, mode: 0o700 });
    if (format === 'csv') await print(csvHeader);
    for await (const { index, bytes } of entriesOf(storage, first)) {
      if (index >= size) break;
      const entry = JSON.parse(bytes.toString('utf8')) as AuditEntry;
      if (!fits(entry, filter)) continue;
      await print(format === 'csv' ? csvRow(index, entry) : JSON.stringify({ number: index, entry }));
      if (receipts !== undefined)
        writeFileSync(
          join(receipts, `${String(index)}.tlog-proof`),
          (await makeReceipt(storage, index)) ?? '',
          { mode: 0o600 },
        );
    }
    return 0;
  } finally {
    await storage.close();
  }
}

/** @throws Error where a time is none */
function filterOf(given: Readonly<Record<string, string | undefined>>): LogFilter {
  for (const name of ['from', 'until'])
    if (given[name] !== undefined && Number.isNaN(Date.parse(given[name])))
      throw new Error(`--${name} ${given[name]}: no time / no es una fecha u hora (2026-11-24T00:00:00Z)`);
  return Object.fromEntries(
    logFilterFields.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]])),
  );
}
