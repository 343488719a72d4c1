import { createHash } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { archivesBefore, manifestText } from '../../audit/archive.js';
import type { LogReading } from '../../audit/storage/storage.js';

/**
 * Archives the months of a log that ended before the one named into a folder, and says of each what became of it. What it takes of
 * memory does not grow with a month.
 *
 * @throws Error where a file that is there is not what the log holds now: archives are not replaced
 */
export async function archive(log: LogReading, before: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let months = 0;
  const fileOf = (month: string): string => join(folder, `${month}.ndjson.gz`);
  // whole and on disk before it has its name
  const draftOf = (month: string): string => `${fileOf(month)}.draft`;
  const writing = (month: string) => createWriteStream(draftOf(month), { mode: 0o600, flush: true });
  for await (const manifest of archivesBefore(log, before, writing)) {
    const { month, from, to, sha256 } = manifest;
    months += 1;
    const fresh = await keepDraft(draftOf(month), fileOf(month), sha256);
    keepText(join(folder, `${month}.manifest.json`), manifestText(manifest));
    const what = fresh ? 'archived / archivado' : 'was archived, unchanged / ya archivado, sin cambios';
    console.log(`${month}: ${what}, ${String(from)}–${String(to - 1)}, SHA-256 ${sha256}`);
  }
  if (months === 0) console.log(`nothing before ${before} / nada anterior a ${before}`);
}

/** @returns whether it was not there yet */
async function keepDraft(draft: string, path: string, sha256: string): Promise<boolean> {
  if (!existsSync(path)) {
    renameSync(draft, path);
    return true;
  }
  rmSync(draft);
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  if (hash.digest('hex') !== sha256) throw notTheSame(path);
  return false;
}

function keepText(path: string, text: string): void {
  if (!existsSync(path)) writeFileSync(path, text, { mode: 0o600 });
  else if (readFileSync(path, 'utf8') !== text) throw notTheSame(path);
}

function notTheSame(path: string): Error {
  return new Error(`${path} is not what the log holds now / no es lo que la bitácora contiene ahora`);
}
