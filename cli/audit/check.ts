import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkReceipt, type ReceiptProblem } from '../../audit/receipt.js';
import { dataFolder } from '../region/data-folder.js';
import { readVerifier } from './verifier-key.js';

const problems: Readonly<Record<ReceiptProblem, string>> = {
  NOT_A_RECEIPT: 'this is no receipt / esto no es un recibo',
  CHECKPOINT_SIGNATURE_WRONG:
    "its checkpoint is not signed with the log's key / su punto de control no lleva la firma de la bitácora",
  ENTRY_NOT_INCLUDED: 'its entry is not in the log / su asiento no está en la bitácora',
};

/**
 * `istmo audit check RECEIPT [--key KEY|FILE]`: checks a receipt with nothing but the log's verifier key, and prints the
 * entry that it proves. Exit code 0, or 1 where it proves nothing.
 */
export function check(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { key: { type: 'string' }, data: { type: 'string', default: '.istmo' } },
  });
  const [file] = positionals;
  if (file === undefined) throw new Error('istmo audit check RECEIPT [--key KEY]');
  const checked = checkReceipt(readFileSync(file, 'utf8'), readVerifier(values.key, dataFolder(values.data)));
  if (checked.ok) {
    console.error(`OK: entry / asiento ${String(checked.index)} of / de ${String(checked.size)}`);
    console.log(checked.entry.toString('utf8'));
  } else console.error(problems[checked.problem]);
  return Promise.resolve(checked.ok ? 0 : 1);
}
