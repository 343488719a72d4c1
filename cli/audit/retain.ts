import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { request } from 'undici';
import { archivesBefore, manifestText } from '../../audit/archive.js';
import { openStorage } from '../../audit/storage/open.js';
import { dataFolder } from '../region/data-folder.js';

const monthPattern = /^\d{4}-(?:0[1-9]|1[0-2])$/u;

/**
 * `istmo audit retain --out FOLDER [--before MONTH] [--log URL] [--destroy-keys-before MONTH --token FILE --token FILE
 * --gateway URL]`: archives the months that are closed, and has the gateway, which has them, destroy the keys of those whose
 * sealed parts are no longer to be kept, at the word of two auditors. The log itself is not changed, but for the entry that says so.
 */
export async function retain(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      log: { type: 'string' },
      out: { type: 'string' },
      before: { type: 'string', default: thisMonth() },
      'destroy-keys-before': { type: 'string' },
      token: { type: 'string', multiple: true, default: [] },
      gateway: { type: 'string', default: 'http://127.0.0.1:4000' },
      data: { type: 'string', default: '.istmo' },
    },
  });
  const { out, before, 'destroy-keys-before': expired } = values;
  for (const month of [before, expired]) if (month !== undefined) checkMonth(month);
  if (out === undefined) throw new Error('istmo audit retain --out FOLDER');
  const tokens = values.token.map((file) => `Bearer ${readFileSync(file, 'utf8').trim()}`);
  if (expired !== undefined && tokens.length !== 2)
    throw new Error('--destroy-keys-before MONTH --token FILE --token FILE: two auditors / dos auditores');
  const folder = dataFolder(values.data);
  await archive(values.log ?? folder.databaseUrl('audit-log'), before, out);
  return expired === undefined ? 0 : destroyKeys(values.gateway, expired, tokens);
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

/** @returns the exit code */
async function destroyKeys(
  gateway: string,
  before: string,
  [first = '', second = '']: readonly string[],
): Promise<number> {
  const { statusCode, body } = await request(new URL(`/audit/seal-keys/destroy/${before}`, gateway), {
    method: 'POST',
    headers: { authorization: first, 'istmo-second-auditor': second },
  });
  const answer = (await body.json()) as { readonly destroyed?: readonly string[] };
  if (statusCode !== 200) console.error(JSON.stringify(answer, null, 2));
  for (const name of answer.destroyed ?? []) console.log(`${name}: key destroyed / llave destruida`);
  return statusCode === 200 ? 0 : 1;
}
