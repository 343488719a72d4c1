import { parseArgs } from 'node:util';
import { rebuildTiles } from '../../audit/rebuild-tiles.js';
import { openReading } from '../../audit/storage/open-reading.js';
import { openStorage } from '../../audit/storage/open.js';
import { dataFolder } from '../region/data-folder.js';
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
  const url = values.log ?? folder.databaseUrl('audit-log');
  // at a wrong address no log is begun
  await (await openReading(url)).close();
  const storage = await openStorage(url);
  try {
    const { size, tiles } = await rebuildTiles(storage, readVerifier(values.key, folder));
    await print(`OK: ${String(tiles)} tiles of / mosaicos de ${String(size)} entries / asientos`);
    return 0;
  } finally {
    await storage.close();
  }
}
