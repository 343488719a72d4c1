import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { AuditEntry } from './entry.js';
import { entriesOf } from './storage/entries-of.js';
import type { LogReading, StoredEntry } from './storage/storage.js';

/** A closed month of a log, as a file that comes out the same whenever it is made. */
export interface Archive {
  /** `2026-11` */
  readonly month: string;
  /** gzip of NDJSON: number and bytes (base64) of each entry. */
  readonly file: Buffer;
  readonly manifest: Manifest;
}

/** What an archive holds, linked to the one before it. */
export interface Manifest {
  readonly month: string;
  /** Entries from `from` to before `to`. */
  readonly from: number;
  readonly to: number;
  /** SHA-256 of the file, hexadecimal. */
  readonly sha256: string;
  /** SHA-256 of the text of the manifest before it; absent in the first. */
  readonly previous?: string;
  /** The first checkpoint that commits to all of its entries, a signed note. */
  readonly checkpoint: string;
}

/**
 * The months of a log that ended before `month`, one after the other. An entry that came late stands in the month of those
 * around it: archives follow the numbers, without a gap.
 *
 * @param month - `2026-11`: the first that is not archived
 */
export async function* archivesBefore(reading: LogReading, month: string): AsyncGenerator<Archive> {
  let previous: string | undefined;
  let gathered: StoredEntry[] = [];
  let current = '';
  const close = async (): Promise<Archive> => {
    const archive = await makeArchive(reading, current, gathered, previous);
    previous = sha256(manifestText(archive.manifest));
    return archive;
  };
  for await (const stored of entriesOf(reading)) {
    const of = monthOf(stored);
    if (current !== '' && of > current) {
      yield await close();
      gathered = [];
    }
    if (of > current) current = of;
    if (current >= month) return;
    gathered.push(stored);
  }
  if (gathered.length > 0) yield await close();
}

export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

async function makeArchive(
  reading: LogReading,
  month: string,
  entries: readonly StoredEntry[],
  previous: string | undefined,
): Promise<Archive> {
  const from = entries[0]?.index ?? 0;
  const to = from + entries.length;
  const [checkpoint] = await reading.checkpointsAfter(to - 1, 1);
  if (checkpoint === undefined) throw new Error(`no checkpoint commits to entry ${String(to - 1)}`);
  const lines = entries.map(({ index, bytes }) =>
    JSON.stringify({ number: index, bytes: bytes.toString('base64') }),
  );
  const file = gzipSync(`${lines.join('\n')}\n`, { level: 9 });
  const links = { ...(previous !== undefined && { previous }), checkpoint: checkpoint.note };
  return { month, file, manifest: { month, from, to, sha256: sha256(file), ...links } };
}

function monthOf({ bytes }: StoredEntry): string {
  return (JSON.parse(bytes.toString('utf8')) as AuditEntry).time.slice(0, 7);
}

function sha256(data: Buffer | string): string {
  return createHash('sha256').update(data).digest('hex');
}
