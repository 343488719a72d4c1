import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { entryNumber } from '../../audit/entry.js';
import type { SealsFound } from '../../audit/seal-check.js';
import type { SealKeys } from '../../audit/seal.js';
import { openReading } from '../../audit/storage/open-reading.js';
import { openSealKeyFolder } from '../../audit/storage/seal-key-folder.js';
import { type Problem, type Verification, verifyLog } from '../../audit/verify.js';
import { dataFolder } from '../region/data-folder.js';
import { sizeOf } from './entries.js';
import { readVerifier } from './verifier-key.js';

const problems: Readonly<Record<Problem, string>> = {
  ENTRY_MISSING: 'an entry is missing / falta un asiento',
  ENTRY_CHANGED: 'an entry was changed / un asiento fue alterado',
  HISTORY_REWRITTEN: 'entries were rewritten / se reescribieron asientos',
  CHECKPOINT_SIGNATURE_WRONG:
    "a checkpoint is not signed with the log's key / un punto de control no lleva la firma de la bitácora",
  ENTRIES_BEYOND_CHECKPOINT:
    'entries that no checkpoint commits to / asientos que ningún punto de control respalda',
  TILE_WRONG:
    'its entries are whole, its tiles are not of them: a log from before tiles were kept has none; istmo audit rebuild-tiles makes them anew / sus asientos están íntegros, pero sus mosaicos no son de ellos: una bitácora anterior a los mosaicos no los tiene; istmo audit rebuild-tiles los hace de nuevo',
  NO_SUCH_CHECKPOINT: 'it has no checkpoint of this size / no tiene punto de control de este tamaño',
  ROLLED_BACK: 'entries at the end are missing / faltan asientos al final',
  SEAL_FORM_WRONG: 'what is sealed is of no form that is known / lo sellado no tiene ninguna forma conocida',
  SEAL_KEYS_WRONG:
    'it is not sealed under the keys of its States and month / no está sellado con las llaves de sus Estados y su mes',
  SEAL_NOT_OPENED: 'its key does not open what is sealed / su llave no abre lo sellado',
  SEAL_KEY_MISSING:
    'keys are missing, and no entry says that they were destroyed / faltan llaves y ningún asiento dice que se destruyeron',
  SEAL_KEY_NOT_DESTROYED:
    'keys are still there that were destroyed by this entry / siguen ahí llaves que este asiento da por destruidas',
};

/**
 * `istmo audit verify [--log URL] [--key KEY|FILE] [--from SIZE] [--against FILE] [--seal-keys FOLDER] [--json]`: re-reads a log and
 * proves that it is whole, and its entries sealed as they should be; by default the demo region's. Exit code 0 with size and root, 1
 * with the first entry that is wrong, 2 where there is no log or it cannot be read.
 */
export async function verify(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      log: { type: 'string' },
      key: { type: 'string' },
      against: { type: 'string' },
      from: { type: 'string' },
      'seal-keys': { type: 'string' },
      data: { type: 'string', default: '.istmo' },
      json: { type: 'boolean', default: false },
    },
  });
  const folder = dataFolder(values.data);
  const url = values.log ?? folder.databaseUrl('audit-log');
  const storage = await openReading(url);
  try {
    const verification = await verifyLog(storage, readVerifier(values.key, folder), {
      onProgress: progress(await sizeOf(storage)),
      ...(values.from !== undefined && { from: readSize(values.from) }),
      ...(values.against !== undefined && { against: readFileSync(values.against, 'utf8') }),
      ...(values['seal-keys'] !== undefined && { sealKeys: readSealKeys(values['seal-keys']) }),
    });
    console.log(values.json ? JSON.stringify(verification) : describe(verification));
    return verification.ok ? 0 : 1;
  } finally {
    await storage.close();
  }
}

function describe(verification: Verification): string {
  if (verification.ok)
    return `OK: ${String(verification.size)} entries / asientos, root / raíz ${verification.root}\n${describeSeals(verification.seals)}`;
  const { from, to } = verification.firstWrong;
  const entries =
    to - from <= 1
      ? `entry / asiento ${String(from)}`
      : `entries / asientos ${String(from)}–${String(to - 1)}`;
  const keys = verification.keys === undefined ? '' : `: ${verification.keys.join(', ')}`;
  return `${entries}: ${problems[verification.problem]}${keys}`;
}

function describeSeals({ sealed, opened, erased }: SealsFound): string {
  const all = `${String(sealed)} sealed / sellados`;
  if (opened === undefined) return `${all} (not opened without / no se abren sin --seal-keys FOLDER)`;
  return `${all}: ${String(opened)} opened / abiertos, ${String(erased)} erased on record / borrados según consta`;
}

/** @throws Error where there is no such folder: one that is made now would read as if all keys were missing */
function readSealKeys(folder: string): SealKeys {
  if (!existsSync(folder)) throw new Error(`no folder ${folder} / no hay carpeta ${folder}`);
  return openSealKeyFolder(folder);
}

function readSize(text: string): number {
  const size = entryNumber(text);
  if (size === undefined) throw new Error('--from SIZE: of a checkpoint that was verified before');
  return size;
}

/** Shows how far it is, on a terminal, once it has taken a second. */
function progress(size: number): (read: number) => void {
  const startedAt = Date.now();
  return (read) => {
    if (!process.stderr.isTTY || Date.now() - startedAt < 1_000) return;
    const share = size === 0 ? 1 : Math.min(1, read / size);
    const bar = '█'.repeat(Math.round(share * 30)).padEnd(30, '░');
    process.stderr.write(
      `\r${bar} ${String(Math.floor(share * 100))} % ${String(read)}${share === 1 ? '\n' : ''}`,
    );
  };
}
