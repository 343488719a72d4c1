import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { AuditEntry } from './entry.js';
import { entriesOf } from './storage/entries-of.js';
import type { LogReading, StoredEntry } from './storage/storage.js';

/** What the archive of a closed month holds, linked to the one before it. */
export interface Manifest {
  /** `2026-11` */
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

/** Where the file of a month is written to: gzip of NDJSON, number and bytes (base64) of each entry. */
export type ArchiveFile = (month: string) => NodeJS.WritableStream;

/**
 * Writes the months of a log that ended before `month`, one after the other, each as a file that comes out the same whenever it
 * is made. An entry that came late stands in the month of those around it: archives follow the numbers, without a gap.
 *
 * @param month - `2026-11`: the first that is not archived
 * @returns the manifest of each, once its file is written
 */
export async function* archivesBefore(
  reading: LogReading,
  month: string,
  fileOf: ArchiveFile,
): AsyncGenerator<Manifest> {
  const entries = entriesOf(reading);
  let previous: string | undefined;
  for (let next = await entries.next(); next.done !== true && monthOf(next.value) < month;) {
    const current = monthOf(next.value);
    const from = next.value.index;
    let to = from;
    const lines = async function* (): AsyncGenerator<string> {
      let gathered = '';
      for (; next.done !== true && monthOf(next.value) <= current; next = await entries.next()) {
        gathered += lineOf(next.value);
        to = next.value.index + 1;
        if (gathered.length < writtenAtOnce) continue;
        yield gathered;
        gathered = '';
      }
      yield gathered;
    };
    const sha256 = await writeFile(lines(), fileOf(current));
    const [checkpoint] = await reading.checkpointsAfter(to - 1, 1);
    if (checkpoint === undefined) throw new Error(`no checkpoint commits to entry ${String(to - 1)}`);
    const links = { ...(previous !== undefined && { previous }), checkpoint: checkpoint.note };
    const manifest = { month: current, from, to, sha256, ...links };
    previous = createHash('sha256').update(manifestText(manifest)).digest('hex');
    yield manifest;
  }
}

export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Characters that are handed on at a time. */
const writtenAtOnce = 256 * 1024;

/** @returns SHA-256 of what was written, hexadecimal */
async function writeFile(lines: AsyncIterable<string>, file: NodeJS.WritableStream): Promise<string> {
  const hash = createHash('sha256');
  const hashed = async function* (zipped: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of zipped) {
      hash.update(chunk);
      yield chunk;
    }
  };
  await pipeline(lines, createGzip({ level: 9 }), hashed, file);
  return hash.digest('hex');
}

function lineOf({ index, bytes }: StoredEntry): string {
  return `${JSON.stringify({ number: index, bytes: bytes.toString('base64') })}\n`;
}

function monthOf({ bytes }: StoredEntry): string {
  return (JSON.parse(bytes.toString('utf8')) as AuditEntry).time.slice(0, 7);
}
