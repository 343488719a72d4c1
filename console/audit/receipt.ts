/** What checking a receipt found. */
export type ReceiptCheck =
  | { readonly ok: true; readonly index: number; readonly size: number; readonly entry: string }
  | { readonly ok: false; readonly problem: ReceiptProblem };

export type ReceiptProblem =
  'NOT_A_RECEIPT' | 'NOT_A_KEY' | 'CHECKPOINT_SIGNATURE_WRONG' | 'ENTRY_NOT_INCLUDED' | 'NO_CRYPTOGRAPHY';

type Bytes = Uint8Array<ArrayBuffer>;

const form =
  /^c2sp\.org\/tlog-proof@v1\nextra ([\d+/=A-Za-z]*)\nindex (0|[1-9]\d*)\n((?:[\d+/=A-Za-z]{44}\n)*)\n([^]*)$/u;

/**
 * Checks a receipt in the browser, by the log's verifier key and nothing else: the same as `istmo audit check`.
 *
 * @param key - `name+id+key`
 * @see C2SP tlog-proof, signed-note; RFC 9162, 2.1.3.2
 */
export async function checkReceipt(receipt: string, key: string): Promise<ReceiptCheck> {
  // a browser has it only on pages that came over HTTPS or from this very machine
  if (!('subtle' in crypto)) return { ok: false, problem: 'NO_CRYPTOGRAPHY' };
  const [, extra, index, proof = '', note] = form.exec(receipt) ?? [];
  if (extra === undefined || index === undefined || note === undefined)
    return { ok: false, problem: 'NOT_A_RECEIPT' };
  const verifier = /^(\S+)\+([0-9a-f]{8})\+(\S+)$/u.exec(key.trim());
  const keyBytes = fromBase64(verifier?.[3] ?? '');
  const name = verifier?.[1];
  if (name === undefined || keyBytes.length !== 33 || keyBytes[0] !== 1)
    return { ok: false, problem: 'NOT_A_KEY' };
  const split = note.lastIndexOf('\n\n');
  const text = note.slice(0, split + 1);
  const [origin, size = '', root = ''] = text.split('\n');
  const isSigned = await isSignedBy(name, keyBytes.slice(1), text, note.slice(split + 2).split('\n'));
  if (!isSigned || origin !== name) return { ok: false, problem: 'CHECKPOINT_SIGNATURE_WRONG' };
  const entry = fromBase64(extra);
  const hashes = proof
    .split('\n')
    .filter((line) => line !== '')
    .map(fromBase64);
  const found = await rootOf(await sha256(0, entry), Number(index), Number(size), hashes);
  if (found === undefined || toBase64(found) !== root) return { ok: false, problem: 'ENTRY_NOT_INCLUDED' };
  return { ok: true, index: Number(index), size: Number(size), entry: new TextDecoder().decode(entry) };
}

async function isSignedBy(
  name: string,
  publicKey: Bytes,
  text: string,
  lines: readonly string[],
): Promise<boolean> {
  const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
  const prefix = `— ${name} `;
  for (const line of lines.filter((one) => one.startsWith(prefix))) {
    // four bytes of it name the key
    const signature = fromBase64(line.slice(prefix.length)).slice(4);
    if (await crypto.subtle.verify('Ed25519', key, signature, new TextEncoder().encode(text))) return true;
  }
  return false;
}

async function rootOf(
  leaf: Bytes,
  index: number,
  size: number,
  proof: readonly Bytes[],
): Promise<Bytes | undefined> {
  if (index >= size) return undefined;
  let [node, last, root] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0) return undefined;
    if (node % 2 === 1 || node === last) {
      root = await sha256(1, sibling, root);
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)];
    } else root = await sha256(1, root, sibling);
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 ? root : undefined;
}

/** @param kind - 0 of an entry, 1 of two subtrees */
async function sha256(kind: 0 | 1, ...parts: readonly Bytes[]): Promise<Bytes> {
  const blob = new Blob([Uint8Array.of(kind), ...parts]);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()));
}

function fromBase64(text: string): Bytes {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

function toBase64(bytes: Bytes): string {
  return btoa(String.fromCharCode(...bytes));
}
