import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { archivesBefore, manifestText } from '../../audit/archive.js';
import { openStorage } from '../../audit/storage/open.js';
import { openSealKeyFolder } from '../../audit/storage/seal-key-folder.js';
import { dataFolder } from '../region/data-folder.js';

const monthPattern = /^\d{4}-(?:0[1-9]|1[0-2])$/u;

/**
 * `istmo audit retain --out FOLDER [--before MONTH] [--destroy-keys-before MONTH --keys FOLDER] [--log URL]`: archives the
 * months that are closed, and destroys the keys of those whose sealed parts are no longer to be kept. The log itself is not changed.
 */
export async function retain(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      log: { type: 'string' },
      out: { type: 'string' },
      before: { type: 'string', default: thisMonth() },
      'destroy-keys-before': { type: 'string' },
      keys: { type: 'string' },
      data: { type: 'string', default: '.istmo' },
    },
  });
  const { out, before, 'destroy-keys-before': expired } = values;
  for (const month of [before, expired]) if (month !== undefined) checkMonth(month);
  if (out === undefined) throw new Error('istmo audit retain --out FOLDER');
  const folder = dataFolder(values.data);
  await archive(values.log ?? folder.databaseUrl('audit-log'), before, out);
  if (expired !== undefined) destroyKeys(values.keys ?? join(folder.path, 'seal-keys'), expired);
  return 0;
}

/** In UTC, as the log's months are. */
function thisMonth(): string {
  return new Date().toISOString().slice(0, 7);
}

/** A month that is not over is neither archived nor are its keys destroyed: more would still be sealed under them. */
function checkMonth(month: string): void {
  if (!monthPattern.test(month)) throw new Error(`${month}: not YYYY-MM`);
  if (month > thisMonth())
    throw new Error(`before ${month}: not all of it is over / antes de ${month}: no todo ha terminado`);
}

async function archive(log: string, before: string, out: string): Promise<void> {
  mkdirSync(out, { recursive: true, mode: 0o700 });
  const storage = await openStorage(log);
  let months = 0;
  try {
    for await (const { month, file, manifest } of archivesBefore(storage, before)) {
      months += 1;
      const fresh = keep(join(out, `${month}.ndjson.gz`), file);
      keep(join(out, `${month}.manifest.json`), Buffer.from(manifestText(manifest), 'utf8'));
      const what = fresh ? 'archived / archivado' : 'was archived, unchanged / ya archivado, sin cambios';
      console.log(
        `${month}: ${what}, ${String(manifest.from)}–${String(manifest.to - 1)}, SHA-256 ${manifest.sha256}`,
      );
    }
    if (months === 0) console.log(`nothing before ${before} / nada anterior a ${before}`);
  } finally {
    await storage.close();
  }
}

/** @returns whether it was not there yet @throws Error where what is there is something else: archives are not replaced */
function keep(path: string, bytes: Buffer): boolean {
  if (!existsSync(path)) {
    writeFileSync(path, bytes, { mode: 0o600 });
    return true;
  }
  if (!readFileSync(path).equals(bytes))
    throw new Error(`${path} is not what the log holds now / no es lo que la bitácora contiene ahora`);
  return false;
}

function destroyKeys(folder: string, before: string): void {
  const keys = openSealKeyFolder(folder);
  for (const name of keys.names())
    if (name.slice(3) < before) {
      keys.destroy(name);
      console.log(`${name}: key destroyed / llave destruida`);
    }
}
