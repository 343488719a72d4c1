import { parseCheckpoint } from './checkpoint.js';
import type { NoteVerifier } from './note.js';
import { fullTiles } from './sequence/make-batch.js';
import { entriesOf } from './storage/entries-of.js';
import type { LogStorage, StoredTile } from './storage/storage.js';
import { emptyFrontier, growTree, hashLeaf, rootOf } from './tree.js';

/**
 * Makes the tiles of a log anew from its entries: for one that was written before tiles were kept, or whose tiles were damaged.
 * Nothing is written where the entries are not what the last checkpoint commits to.
 *
 * @returns how many entries they are of, and how many tiles
 * @throws Error where the entries do not fit the last checkpoint, or the log grows meanwhile
 */
export async function rebuildTiles(
  storage: LogStorage,
  verifier: NoteVerifier,
): Promise<{ readonly size: number; readonly tiles: number }> {
  const last = await storage.lastCheckpoint();
  const text = last && verifier.open(last.note);
  const checkpoint = text === undefined ? undefined : parseCheckpoint(text);
  const hashes = new Map<
    string,
    { readonly level: number; readonly index: number; readonly all: Buffer[] }
  >();
  let frontier = emptyFrontier;
  for await (const { index, bytes } of entriesOf(storage)) {
    if (index !== frontier.size || index >= (checkpoint?.size ?? 0)) break;
    const growth = growTree(frontier, hashLeaf(bytes));
    frontier = growth.frontier;
    for (const { level, index: place, hash } of fullTiles(growth)) {
      const name = `${String(level)}/${String(place)}`;
      const tile = hashes.get(name) ?? { level, index: place, all: [] };
      hashes.set(name, tile);
      tile.all.push(hash);
    }
  }
  if (checkpoint?.size !== frontier.size || !checkpoint.root.equals(rootOf(frontier))) throw misfit();
  const tiles = [...hashes.values()].map(({ level, index, all }): StoredTile => ({
    level,
    index,
    hashes: Buffer.concat(all),
  }));
  await storage.replaceTiles(tiles, frontier.size);
  return { size: frontier.size, tiles: tiles.length };
}

function misfit(): Error {
  return new Error(
    'the entries are not what the last checkpoint, signed with this key, commits to: nothing was written; run istmo audit verify / los asientos no son los que respalda el último punto de control firmado con esta llave: no se escribió nada; ejecute istmo audit verify',
  );
}
