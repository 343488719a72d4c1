import { hashNode } from './tree.js';

/**
 * The hash of the entries from `from` to before `to`, a range that the tree's own division gives.
 * @see RFC 6962, 2.1
 */
export type RangeHash = (from: number, to: number) => Promise<Buffer>;

/** What stands beside the way from a leaf to the root, from the leaf up. @see RFC 6962, 2.1.1 */
export function inclusionProof(index: number, size: number, hash: RangeHash): Promise<readonly Buffer[]> {
  return Promise.all(path(index, 0, size).map(([from, to]) => hash(from, to)));
}

type Range = readonly [from: number, to: number];

function path(index: number, from: number, to: number): readonly Range[] {
  if (to - from <= 1) return [];
  const middle = from + largestPowerBelow(to - from);
  return index < middle
    ? [...path(index, from, middle), [middle, to]]
    : [...path(index, middle, to), [from, middle]];
}

/** What shows that the tree of `size` entries begins with that of `oldSize`. @see RFC 6962, 2.1.2 */
export function consistencyProof(oldSize: number, size: number, hash: RangeHash): Promise<readonly Buffer[]> {
  if (oldSize === 0) return Promise.resolve([]);
  return Promise.all(subproof(oldSize, 0, size, true).map(([from, to]) => hash(from, to)));
}

function subproof(old: number, from: number, to: number, whole: boolean): readonly Range[] {
  const size = to - from;
  if (old === size) return whole ? [] : [[from, to]];
  const half = largestPowerBelow(size);
  const middle = from + half;
  return old <= half
    ? [...subproof(old, from, middle, whole), [middle, to]]
    : [...subproof(old - half, middle, to, false), [from, middle]];
}

/** The largest power of two below `size`, which is 2 or more. */
function largestPowerBelow(size: number): number {
  return 2 ** (Math.ceil(Math.log2(size)) - 1);
}

/** The root that an inclusion proof leads to from a leaf; undefined where it is none for this index and size. @see RFC 9162, 2.1.3.2 */
export function rootOfInclusion(
  leafHash: Buffer,
  index: number,
  size: number,
  proof: readonly Buffer[],
): Buffer | undefined {
  if (index >= size) return undefined;
  let node = index;
  let last = size - 1;
  let root = leafHash;
  for (const sibling of proof) {
    if (last === 0) return undefined;
    if (node % 2 === 1 || node === last) {
      root = hashNode(sibling, root);
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)];
    } else root = hashNode(root, sibling);
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 ? root : undefined;
}

/** A tree's size and root. */
export interface TreeHead {
  readonly size: number;
  readonly root: Buffer;
}

/** Whether a proof shows that one tree begins with the other. @see RFC 9162, 2.1.4.2 */
export function isConsistent(old: TreeHead, now: TreeHead, proof: readonly Buffer[]): boolean {
  if (old.size > now.size) return false;
  if (old.size === now.size) return proof.length === 0 && old.root.equals(now.root);
  if (old.size === 0) return proof.length === 0;
  const isPower = Number.isInteger(Math.log2(old.size));
  const [first, ...rest] = isPower ? [old.root, ...proof] : proof;
  if (first === undefined) return false;
  let [node, last] = [old.size - 1, now.size - 1];
  while (node % 2 === 1) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  let [oldRoot, root] = [first, first];
  for (const hash of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      oldRoot = hashNode(hash, oldRoot);
      root = hashNode(hash, root);
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)];
    } else root = hashNode(root, hash);
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 && oldRoot.equals(old.root) && root.equals(now.root);
}
