import { parseCheckpoint } from './checkpoint.js';
import type { NoteVerifier } from './note.js';
import { inclusionProof, rootOfInclusion } from './proof.js';
import type { LogReading } from './storage/storage.js';
import { rangeHashes } from './tiles.js';
import { hashLeaf } from './tree.js';

const firstLine = 'c2sp.org/tlog-proof@v1';

/**
 * The receipt of an entry: a C2SP tlog-proof which carries the entry as its extra data, so that whoever has the log's
 * verifier key can check it without asking anybody.
 *
 * @returns undefined where the log has no such entry
 */
export async function makeReceipt(reading: LogReading, index: number): Promise<string | undefined> {
  const checkpoint = await reading.lastCheckpoint();
  const [entry] = await reading.entries(index, 1);
  if (checkpoint === undefined || entry?.index !== index || index >= checkpoint.size) return undefined;
  const proof = await inclusionProof(index, checkpoint.size, rangeHashes(reading));
  const lines = [
    firstLine,
    `extra ${entry.bytes.toString('base64')}`,
    `index ${String(index)}`,
    ...proof.map((hash) => hash.toString('base64')),
  ];
  return `${lines.join('\n')}\n\n${checkpoint.note}`;
}

/** What checking a receipt found. */
export type ReceiptCheck =
  | { readonly ok: true; readonly index: number; readonly size: number; readonly entry: Buffer }
  | { readonly ok: false; readonly problem: ReceiptProblem };

export type ReceiptProblem = 'NOT_A_RECEIPT' | 'CHECKPOINT_SIGNATURE_WRONG' | 'ENTRY_NOT_INCLUDED';

/** Checks a receipt against the log's verifier key: nothing else is needed. */
export function checkReceipt(receipt: string, verifier: NoteVerifier): ReceiptCheck {
  const [, extra, index, proof = '', note] =
    /^c2sp\.org\/tlog-proof@v1\nextra ([\d+/=A-Za-z]*)\nindex (0|[1-9]\d*)\n((?:[\d+/=A-Za-z]{44}\n)*)\n([^]*)$/u.exec(
      receipt,
    ) ?? [];
  if (extra === undefined || index === undefined || note === undefined)
    return { ok: false, problem: 'NOT_A_RECEIPT' };
  const text = verifier.open(note);
  const checkpoint = text === undefined ? undefined : parseCheckpoint(text);
  if (checkpoint?.origin !== verifier.name) return { ok: false, problem: 'CHECKPOINT_SIGNATURE_WRONG' };
  const entry = Buffer.from(extra, 'base64');
  const hashes = proof
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Buffer.from(line, 'base64'));
  const root = rootOfInclusion(hashLeaf(entry), Number(index), checkpoint.size, hashes);
  return root?.equals(checkpoint.root) === true
    ? { ok: true, index: Number(index), size: checkpoint.size, entry }
    : { ok: false, problem: 'ENTRY_NOT_INCLUDED' };
}
