import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { systemClock } from '../../common/clock.js';
import { readPrivateKey } from '../../common/keys.js';
import { describeProblem } from '../../common/problem.js';
import { loadRegion, type Region } from '../../common/region.js';
import type { Agreement } from '../../policy/agreement.js';
import { readHistory } from '../../policy/history/history.js';
import { type HistoryEntry, inForceAt, lastOf } from '../../policy/history/in-force.js';
import { lineHash, lineText } from '../../policy/history/line.js';
import { digestOf } from '../../policy/signing/agreement-text.js';
import { signatoryOf } from '../../policy/signing/parties.js';
import { countersign, type Signed, signText } from '../../policy/signing/sign.js';
import { agreementsFolder, readAgreements, readVocabulary } from '../policy/agreement-files.js';
import type { DataFolder } from './data-folder.js';

/**
 * Signs the agreements of the demo's States for both parties, whose keys it made and holds, and publishes those that are new
 * or changed; one whose file is gone is revoked. In a real region nobody holds the keys of two parties.
 */
export async function signDemoAgreements(folder: DataFolder): Promise<void> {
  const region = loadRegion(folder.regionFile);
  const vocabulary = readVocabulary();
  for (const { code } of region.states) {
    if (!existsSync(agreementsFolder(code))) continue;
    const wanted = readAgreements(agreementsFolder(code), code, vocabulary, region);
    await publish(folder, region, code, wanted);
  }
}

async function publish(
  folder: DataFolder,
  region: Region,
  state: string,
  wanted: readonly Agreement[],
): Promise<void> {
  const file = folder.agreementsFile(state);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const now = systemClock();
  const read = await readHistory({ file, text, grantor: state, register: region, now });
  if (!read.ok) throw new Error(read.problems.map(describeProblem).join('\n'));
  const { entries } = read;
  const inForce = inForceAt(entries, Infinity);
  const changes: { readonly kind: 'PUBLISHED' | 'REVOKED'; readonly signed: Signed }[] = [];
  for (const agreement of wanted) {
    const known = inForce.find(({ id }) => id === agreement.id);
    if (known === undefined || digestOf(known.agreement) !== digestOf(agreement))
      changes.push({
        kind: 'PUBLISHED',
        signed: await signedByBoth(folder, region, agreement, entries, now),
      });
  }
  for (const { id, version, digest } of inForce.filter(
    (known) => known.released !== true && !wanted.some((one) => one.id === known.id),
  ))
    changes.push({
      kind: 'REVOKED',
      signed: await signText(
        { revokes: id, version, digest, reason: 'no longer in the folder / ya no está en la carpeta' },
        'GRANTOR',
        readPrivateKey(folder.keyFile(`state-${state}`)),
        now,
      ),
    });
  let previous = entries.at(-1)?.hash;
  const lines = changes.map(({ kind, signed }) => {
    const line = lineText(kind, signed, now, previous);
    previous = lineHash(line);
    return `${line}\n`;
  });
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, lines.join(''), { flag: 'a' });
}

async function signedByBoth(
  folder: DataFolder,
  region: Region,
  agreement: Agreement,
  entries: readonly HistoryEntry[],
  now: number,
): Promise<Signed> {
  const last = lastOf(entries, agreement.id);
  const text = {
    agreement,
    version: (last?.version ?? 0) + 1,
    ...(last !== undefined && { supersedes: last.digest }),
  };
  const keyOf = (party: 'GRANTOR' | 'GRANTEE') => {
    const [key] = signatoryOf(agreement, party, region).keys;
    if (key === undefined)
      throw new Error(`${agreement.id}: no key of its ${party.toLowerCase()} in ${folder.regionFile}`);
    return readPrivateKey(folder.keyFile(key.kid));
  };
  const signed = await signText(text, 'GRANTOR', keyOf('GRANTOR'), now);
  return countersign(signed, 'GRANTEE', keyOf('GRANTEE'), now);
}
