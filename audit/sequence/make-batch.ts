import { checkpointText } from '../checkpoint.js';
import type { NoteSigner } from '../note.js';
import type { Batch, Parts, StoredEntry, TileGrowth } from '../storage/storage.js';
import { type Frontier, type Growth, growTree, hashLeaf, rootOf } from '../tree.js';

/** Numbers groups of parts after what a tree has, and signs what it comes to. */
export function makeBatch(before: Frontier, groups: readonly Parts[], signer: NoteSigner): Batch {
  const entries: StoredEntry[] = [];
  const tiles: TileGrowth[] = [];
  let frontier = before;
  for (const bytes of groups.flat()) {
    const leafHash = hashLeaf(bytes);
    entries.push({ index: frontier.size, bytes, leafHash });
    const growth = growTree(frontier, leafHash);
    frontier = growth.frontier;
    tiles.push(...fullTiles(growth));
  }
  const text = checkpointText({ origin: signer.name, size: frontier.size, root: rootOf(frontier) });
  return { entries, tiles, frontier, checkpoint: { size: frontier.size, note: signer.sign(text) } };
}

/** The numbers that groups get in a tree of so many entries: each that of its first part. */
export function numbersOf(size: number, groups: readonly Parts[]): readonly number[] {
  let next = size;
  return groups.map((parts) => {
    const number = next;
    next += parts.length;
    return number;
  });
}

/** What each tile that is full now puts into the tile above it: a tile spans eight heights of the tree. */
export function fullTiles({ frontier: { size }, completed }: Growth): readonly TileGrowth[] {
  const grown: TileGrowth[] = [];
  for (let level = 1; completed[level * 8] !== undefined; level += 1) {
    const number = size / 256 ** level - 1;
    const hash = completed[level * 8];
    if (hash !== undefined) grown.push({ level, index: Math.floor(number / 256), hash });
  }
  return grown;
}
