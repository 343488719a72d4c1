import { parseArgs } from 'node:util';
import { systemClock } from '../../common/clock.js';
import { inForceAt } from '../../policy/history/in-force.js';
import { signText } from '../../policy/signing/sign.js';
import { addLine, keyOf, openHistory, placeOptions } from './history-file.js';

const usage =
  'istmo agreement revoke ID --key KEY --reason TEXT [--state GT] [--data FOLDER | --region FILE --history FILE]';

/** `istmo agreement revoke ID --key KEY --reason TEXT`: the grantor ends an agreement, alone and at once. */
export async function revoke(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...placeOptions,
      key: { type: 'string' },
      reason: { type: 'string' },
      state: { type: 'string' },
    },
  });
  const [id] = positionals;
  const { reason } = values;
  if (id === undefined || reason === undefined) throw new Error(usage);
  const state = values.state ?? id.slice(0, 2);
  const history = await openHistory(values, state);
  const found = inForceAt(history.entries, Infinity).find((one) => one.id === id);
  if (found === undefined) throw new Error(`${history.file}: ${id} is not in force / no está vigente`);
  const { version, digest } = found;
  const text = { revokes: id, version, digest, reason };
  const signed = await signText(text, 'GRANTOR', keyOf(values.key, usage), systemClock());
  await addLine(history, state, 'REVOKED', signed);
  console.log(`${history.file}: ${id} v${String(version)} revoked / revocado`);
  return 0;
}
