import { parseArgs } from 'node:util';
import { systemClock } from '../../common/clock.js';
import { digestOf } from '../../policy/signing/agreement-text.js';
import { signatoryOf } from '../../policy/signing/parties.js';
import { countersign as addSignature } from '../../policy/signing/sign.js';
import { verifyParty } from '../../policy/signing/verify.js';
import { keyOf, placeOptions, readRegisterOf } from './history-file.js';
import { readSigned, writeSigned } from './signed-file.js';

const usage = 'istmo agreement countersign FILE.signed.json --key KEY [--data FOLDER | --region FILE]';

/**
 * `istmo agreement countersign FILE --key KEY`: adds the grantee's signature to what the grantor signed, once that signature
 * holds; prints what is signed.
 */
export async function countersign(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...placeOptions, key: { type: 'string' } },
  });
  const [file] = positionals;
  if (file === undefined) throw new Error(usage);
  const { signed, text } = readSigned(file);
  const register = readRegisterOf(values);
  const now = systemClock();
  const fault = await verifyParty(signed, 'GRANTOR', signatoryOf(text.agreement, 'GRANTOR', register), now);
  if (fault !== undefined) throw new Error(`${file}: ${fault.words.en} / ${fault.words.es}`);
  const both = await addSignature(signed, 'GRANTEE', keyOf(values.key, usage), now);
  const wrong = await verifyParty(both, 'GRANTEE', signatoryOf(text.agreement, 'GRANTEE', register), now);
  if (wrong !== undefined) throw new Error(`${file}: ${wrong.words.en} / ${wrong.words.es}`);
  writeSigned(file, both);
  console.log(JSON.stringify(text.agreement, null, 2));
  console.log(`${file}: ${text.agreement.id} v${String(text.version)} ${digestOf(text)}`);
  return 0;
}
