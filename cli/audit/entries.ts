import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { AuditEntry } from '../../audit/entry.js';
import { entriesOf, firstSince } from '../../audit/storage/entries-of.js';
import { openReading } from '../../audit/storage/open-reading.js';
import type { LogReading } from '../../audit/storage/storage.js';

export interface ReadEntry {
  readonly number: number;
  readonly entry: AuditEntry;
}

/**
 * The entries of a log by number, a page in memory at a time.
 *
 * @param from - `file:///…`, `postgres://…`, or a file that `istmo audit export` wrote
 * @param sinceMs - what is older by more than an hour is passed over
 */
export async function* readEntries(from: string, sinceMs = -Infinity): AsyncGenerator<ReadEntry> {
  if (from.endsWith('.ndjson')) {
    for await (const line of createInterface({ input: createReadStream(from) }))
      yield JSON.parse(line) as ReadEntry;
    return;
  }
  const storage = await openReading(from);
  try {
    const first = sinceMs === -Infinity ? 0 : await firstSince(storage, await sizeOf(storage), sinceMs);
    for await (const { index, bytes } of entriesOf(storage, first))
      yield { number: index, entry: JSON.parse(bytes.toString('utf8')) as AuditEntry };
  } finally {
    await storage.close();
  }
}

export async function sizeOf(storage: LogReading): Promise<number> {
  return (await storage.frontier()).size;
}
