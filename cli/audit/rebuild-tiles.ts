import { parseArgs } from 'node:util';
import { rebuildTiles } from '../../audit/rebuild-tiles.js';
import { dataFolder } from '../region/data-folder.js';
import { openLogAt } from './entries.js';
import { print } from './print.js';
import { readVerifier } from './verifier-key.js';

/**
 * `istmo audit rebuild-tiles [--log URL] [--key KEY|FILE]`: makes the tiles of a log anew from its entries, once these are found to be
 * what its last checkpoint commits to. No entry and no checkpoint is changed.
 */
export async function rebuild(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      log: { type: 'string' },
      key: { type: 'string' },
      data: { type: 'string', default: '.istmo' },
    },
  });
  const folder = dataFolder(values.data);
  const verifier = readVerifier(values.key, folder);
  const storage = await openLogAt(values.log ?? folder.databaseUrl('audit-log'));
  try {
    const { size, tiles } = await rebuildTiles(storage, verifier);
    await print(`OK: ${String(tiles)} tiles of / mosaicos de ${String(size)} entries / asientos`);
    return 0;
  } finally {
    await storage.close();
  }
}
