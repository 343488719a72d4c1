import { hash } from 'node:crypto';

const leafPrefix = Buffer.of(0);
const nodePrefix = Buffer.of(1);

/** The hash of one entry. @see RFC 6962, 2.1 */
export function hashLeaf(bytes: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([leafPrefix, bytes]), 'buffer');
}

/** The hash over two subtrees. @see RFC 6962, 2.1 */
export function hashNode(left: Uint8Array, right: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([nodePrefix, left, right]), 'buffer');
}

/** A tree of which only the roots of its complete subtrees are kept, the largest first: all that appending needs. */
export interface Frontier {
  /** Leaves. */
  readonly size: number;
  readonly roots: readonly Buffer[];
}

export const emptyFrontier: Frontier = { size: 0, roots: [] };

/** Appends a leaf, in logarithmic time. */
export function appendLeaf(before: Frontier, leafHash: Buffer): Frontier {
  return growTree(before, leafHash).frontier;
}

/** A tree with one more leaf, and the roots of the complete subtrees that end with it, by their height from 0. */
export interface Growth {
  readonly frontier: Frontier;
  readonly completed: readonly Buffer[];
}

/** Appends a leaf and says which subtrees it completes. */
export function growTree({ size, roots }: Frontier, leafHash: Buffer): Growth {
  const kept = [...roots];
  const completed = [leafHash];
  let node = leafHash;
  // each set low bit of the size is a complete subtree as large as the one just made
  for (let bits = size; bits % 2 === 1; bits = Math.floor(bits / 2)) {
    const left = kept.pop();
    if (left === undefined) throw new Error('a frontier has a root for each bit of its size');
    node = hashNode(left, node);
    completed.push(node);
  }
  return { frontier: { size: size + 1, roots: [...kept, node] }, completed };
}

/** The root hash of the tree; of the empty tree the hash of nothing. */
export function rootOf({ roots }: Frontier): Buffer {
  const last = roots.at(-1);
  if (last === undefined) return hash('sha256', '', 'buffer');
  return roots.slice(0, -1).reduceRight((right, left) => hashNode(left, right), last);
}
