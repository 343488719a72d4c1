import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { csvHeader, csvRow } from '../../audit/csv.js';
import { openLogReader } from '../../audit/reading/log-reader.js';
import { filterFields, type LogFilter } from '../../audit/reading/terms.js';
import { dataFolder } from '../region/data-folder.js';

/**
 * `istmo audit export [--format ndjson|csv] [--receipts FOLDER] [--log URL] [--agency …] [--from …] …`: the entries that fit,
 * oldest first, each with its receipt in a file where a folder is named.
 */
export async function exportEntries(args: readonly string[]): Promise<number> {
  const filters = Object.fromEntries(filterFields.map((name) => [name, { type: 'string' as const }]));
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
  if (format !== 'ndjson' && format !== 'csv') throw new Error('--format ndjson or csv');
  const url = values.log ?? dataFolder(values.data).databaseUrl('audit-log');
  const given = values as Readonly<Record<string, string | undefined>>;
  const filter: LogFilter = Object.fromEntries(
    filterFields.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]])),
  );
  const reader = await openLogReader({ url, indexFile: ':memory:' });
  try {
    const { entries } = await reader.page([filter], Number.MAX_SAFE_INTEGER);
    if (receipts !== undefined) mkdirSync(receipts, { recursive: true, mode: 0o700 });
    if (format === 'csv') console.log(csvHeader);
    for (const { index, entry } of entries.toReversed()) {
      console.log(format === 'csv' ? csvRow(index, entry) : JSON.stringify({ number: index, entry }));
      if (receipts !== undefined)
        writeFileSync(join(receipts, `${String(index)}.tlog-proof`), (await reader.receipt(index)) ?? '', {
          mode: 0o600,
        });
    }
    return 0;
  } finally {
    await reader.close();
  }
}
