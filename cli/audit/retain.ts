import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { request } from 'undici';
import { openReading } from '../../audit/storage/open-reading.js';
import { dataFolder } from '../region/data-folder.js';
import { archive } from './archive.js';

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
  const storage = await openReading(values.log ?? folder.databaseUrl('audit-log'));
  try {
    await archive(storage, before, out);
  } finally {
    await storage.close();
  }
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
