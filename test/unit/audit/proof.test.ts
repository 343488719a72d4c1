import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseCheckpoint } from '../../../audit/checkpoint.js';
import { openAuditLog } from '../../../audit/log.js';
import { parseVerifierKey } from '../../../audit/note.js';
import { consistencyProof, inclusionProof, isConsistent, rootOfInclusion } from '../../../audit/proof.js';
import { checkReceipt, makeReceipt } from '../../../audit/receipt.js';
import { openStorage } from '../../../audit/storage/open.js';
import type { LogStorage } from '../../../audit/storage/storage.js';
import { indexPath, parseTilePath, rangeHashes, readTile } from '../../../audit/tiles.js';
import { appendLeaf, emptyFrontier, hashLeaf, rootOf } from '../../../audit/tree.js';
import { makeEntry, makeSigner, temporaryFile } from './entry-factory.js';

const signer = makeSigner();
const verifier = parseVerifierKey(signer.verifierKey);
const size = 66_000;
let storage: LogStorage;
/** Roots by size, worked out leaf by leaf. */
const roots: Buffer[] = [rootOf(emptyFrontier)];

beforeAll(async () => {
  storage = await openStorage(pathToFileURL(temporaryFile('log.db')).href);
  const log = await openAuditLog(storage, signer);
  for (let first = 0; first < size; first += 3_000)
    await Promise.all(Array.from({ length: 3_000 }, (_, n) => log.append(makeEntry(String(first + n), []))));
  let frontier = emptyFrontier;
  for (const leaf of await storage.leafHashes(0, size)) {
    frontier = appendLeaf(frontier, leaf);
    roots.push(rootOf(frontier));
  }
}, 120_000);
afterAll(async () => {
  await storage.close();
});

const sizes = fc.oneof(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 65_000, max: size }));

describe('a proof made of tiles', () => {
  it('shows that an entry is in a tree, and no other entry in its place', async () => {
    const hash = rangeHashes(storage);
    const property = fc.asyncProperty(sizes, fc.nat(), async (treeSize, at) => {
      const index = at % treeSize;
      const [leaf] = await storage.leafHashes(index, 1);
      const proof = await inclusionProof(index, treeSize, hash);
      expect(rootOfInclusion(leaf!, index, treeSize, proof)).toEqual(roots[treeSize]);
      expect(rootOfInclusion(hashLeaf(Buffer.from('x')), index, treeSize, proof)).not.toEqual(
        roots[treeSize],
      );
      expect(rootOfInclusion(leaf!, index, treeSize, [...proof, leaf!])).toBeUndefined();
    });
    await fc.assert(property);
  });

  it('shows that a tree begins with an older one, and with no other', async () => {
    const hash = rangeHashes(storage);
    const property = fc.asyncProperty(sizes, sizes, async (one, other) => {
      const [old, now] = [Math.min(one, other), Math.max(one, other)];
      const proof = await consistencyProof(old, now, hash);
      const head = { size: now, root: roots[now]! };
      expect(isConsistent({ size: old, root: roots[old]! }, head, proof)).toBe(true);
      expect(isConsistent({ size: old, root: roots[old - 1]! }, head, proof)).toBe(false);
      if (old < now)
        expect(isConsistent({ size: old, root: roots[old]! }, { size: now, root: roots[old]! }, proof)).toBe(
          false,
        );
    });
    await fc.assert(property);
  });
});

describe('a tile', () => {
  it('is named as C2SP names it', () => {
    expect(indexPath(1_234_067)).toBe('x001/x234/067');
    expect(parseTilePath('0/x001/x234/067')).toEqual({ level: 0, index: 1_234_067, width: 256 });
    expect(parseTilePath('entries/000.p/7')).toEqual({ level: 'entries', index: 0, width: 7 });
    for (const wrong of [
      '0/67',
      '0/x000/067',
      '64/000',
      '01/000',
      '0/000.p/256',
      '0/000.p/0',
      '0/../000',
      'x/000',
    ])
      expect(parseTilePath(wrong)).toBeUndefined();
  });

  it('holds leaf hashes at level 0, above them the roots of full tiles, and nothing that is not there yet', async () => {
    const lowest = await readTile(storage, { level: 0, index: 3, width: 256 });
    const above = await readTile(storage, { level: 1, index: 0, width: 256 });
    const partial = await readTile(storage, { level: 1, index: 1, width: 1 });
    const top = await readTile(storage, { level: 2, index: 0, width: 1 });
    expect(lowest).toEqual(Buffer.concat(await storage.leafHashes(768, 256)));
    expect(above!.subarray(0, 32)).toEqual(roots[256]);
    expect(top).toEqual(roots[65_536]);
    expect(partial).toHaveLength(32);
    expect(await readTile(storage, { level: 1, index: 1, width: 2 })).toBeUndefined();
    expect(await readTile(storage, { level: 0, index: 257, width: 256 })).toBeUndefined();
  });

  it('of entries holds each after its length', async () => {
    const bundle = await readTile(storage, { level: 'entries', index: 0, width: 2 });
    const [first, second] = await storage.entries(0, 2);
    expect(bundle).toEqual(
      Buffer.concat(
        [first!, second!].flatMap(({ bytes }) => [Buffer.of(bytes.length >> 8, bytes.length & 255), bytes]),
      ),
    );
  });
});

describe('a receipt', () => {
  it('is checked with nothing but the verifier key', async () => {
    const receipt = await makeReceipt(storage, 4_711);
    const [entry] = await storage.entries(4_711, 1);
    expect(checkReceipt(receipt!, verifier)).toEqual({ ok: true, index: 4_711, size, entry: entry!.bytes });
    expect(await makeReceipt(storage, size)).toBeUndefined();
    expect(parseCheckpoint(verifier.open((await storage.lastCheckpoint())!.note)!)?.root).toEqual(
      roots[size],
    );
  });

  it('is refused where its entry, its number, its proof or its key is another', async () => {
    const receipt = (await makeReceipt(storage, 4_711))!;
    const lines = receipt.split('\n');
    const changed = (line: number, text: string) => lines.with(line, text).join('\n');
    const other = Buffer.from('{}').toString('base64');
    expect(checkReceipt(changed(1, `extra ${other}`), verifier)).toEqual({
      ok: false,
      problem: 'ENTRY_NOT_INCLUDED',
    });
    expect(checkReceipt(changed(2, 'index 4712'), verifier)).toEqual({
      ok: false,
      problem: 'ENTRY_NOT_INCLUDED',
    });
    expect(checkReceipt(changed(5, lines[6]!), verifier)).toEqual({
      ok: false,
      problem: 'ENTRY_NOT_INCLUDED',
    });
    expect(checkReceipt(receipt, parseVerifierKey(makeSigner().verifierKey))).toEqual({
      ok: false,
      problem: 'CHECKPOINT_SIGNATURE_WRONG',
    });
    expect(checkReceipt(receipt.replace('@v1', '@v2'), verifier)).toEqual({
      ok: false,
      problem: 'NOT_A_RECEIPT',
    });
  });
});
