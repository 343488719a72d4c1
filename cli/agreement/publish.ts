import { parseArgs } from 'node:util';
import { addLine, openHistory, placeOptions } from './history-file.js';
import { readSigned } from './signed-file.js';

/**
 * `istmo agreement publish FILE.signed.json`: adds what both parties signed to the State's history, from where its node takes it
 * at once. Nothing is written where a signature, the version or the history does not hold.
 */
export async function publish(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: placeOptions,
  });
  const [file] = positionals;
  if (file === undefined)
    throw new Error(
      'istmo agreement publish FILE.signed.json [--data FOLDER | --region FILE --history FILE]',
    );
  const { signed, text } = readSigned(file);
  const { grantor } = text.agreement;
  const history = await openHistory(values, grantor);
  const { id, version, digest } = await addLine(history, grantor, 'PUBLISHED', signed);
  console.log(`${history.file}: ${id} v${String(version)} ${digest}`);
  return 0;
}
