import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { AuditEntry } from '../../audit/entry.js';
import { openStorage } from '../../audit/storage/open.js';

export interface ReadEntry {
  readonly number: number;
  readonly entry: AuditEntry;
}

const pageSize = 1_000;

/** All entries of a log, by number. @param from - `file:///…`, `postgres://…`, or a file that `istmo audit export` wrote */
export async function* readEntries(from: string): AsyncGenerator<ReadEntry> {
  if (from.endsWith('.ndjson')) {
    for await (const line of createInterface({ input: createReadStream(from) }))
      yield JSON.parse(line) as ReadEntry;
    return;
  }
  if (from.startsWith('file:') && !existsSync(fileURLToPath(from))) throw new Error(`no log at ${from}`);
  const storage = await openStorage(from);
  try {
    for (let next = 0; ;) {
      const page = await storage.entries(next, pageSize);
      for (const { index, bytes } of page)
        yield { number: index, entry: JSON.parse(bytes.toString('utf8')) as AuditEntry };
      next = (page.at(-1)?.index ?? 0) + 1;
      if (page.length < pageSize) return;
    }
  } finally {
    await storage.close();
  }
}
