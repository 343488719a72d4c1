import { parseArgs } from 'node:util';
import { dataFolder } from './region/data-folder.js';
import { demoToken } from './region/token.js';

/** `istmo token CLIENT [--data FOLDER]`: an access token of the demo region, for an hour. */
export async function token(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { data: { type: 'string', default: '.istmo' } },
  });
  console.log(await demoToken(dataFolder(values.data), positionals[0] ?? ''));
}
