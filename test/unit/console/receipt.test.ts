import { beforeAll, describe, expect, it } from '@jest/globals';
import { openAuditLog } from '../../../audit/log.js';
import { makeReceipt } from '../../../audit/receipt.js';
import { openStorage } from '../../../audit/storage/open.js';
import { checkReceipt } from '../../../console/audit/receipt.js';
import { pathToFileURL } from 'node:url';
import { makeEntry, makeSigner, temporaryFile } from '../audit/entry-factory.js';

const signer = makeSigner();
const size = 11;
let receipts: readonly string[];

beforeAll(async () => {
  const url = pathToFileURL(temporaryFile('log.db')).href;
  const log = await openAuditLog(await openStorage(url), signer);
  for (let number = 0; number < size; number += 1) await log.append(makeEntry(String(number)));
  await log.close();
  const storage = await openStorage(url);
  receipts = await Promise.all(
    Array.from({ length: size }, async (_, number) => (await makeReceipt(storage, number)) ?? ''),
  );
  await storage.close();
});

describe('a receipt in the browser', () => {
  it('holds wherever its entry stands in the log, and gives the entry', async () => {
    const checked = await Promise.all(
      receipts.map((receipt) => checkReceipt(receipt, `${signer.verifierKey}\n`)),
    );
    expect(checked).toEqual(
      Array.from({ length: size }, (_, index) => ({
        ok: true,
        index,
        size,
        entry: JSON.stringify(makeEntry(String(index))),
      })),
    );
  });

  it.each([
    ['another key', (receipt: string) => receipt, makeSigner().verifierKey, 'CHECKPOINT_SIGNATURE_WRONG'],
    ['no key', (receipt: string) => receipt, 'istmo', 'NOT_A_KEY'],
    ['another entry', altered('extra', 'ZXZpbA=='), undefined, 'ENTRY_NOT_INCLUDED'],
    ['another number', altered('index', '4'), undefined, 'ENTRY_NOT_INCLUDED'],
    ['a number beyond the log', altered('index', '99'), undefined, 'ENTRY_NOT_INCLUDED'],
    [
      'another size',
      (receipt: string) => receipt.replace(/\n11\n/u, '\n12\n'),
      undefined,
      'CHECKPOINT_SIGNATURE_WRONG',
    ],
    ['no receipt', () => '<html>', undefined, 'NOT_A_RECEIPT'],
  ])('does not hold with %s', async (_, change, key, problem) => {
    expect(await checkReceipt(change(receipts[3]!), key ?? signer.verifierKey)).toEqual({
      ok: false,
      problem,
    });
  });
});

/** A receipt with one of its lines changed. */
function altered(line: string, value: string) {
  return (receipt: string): string => receipt.replace(new RegExp(`^${line} .*$`, 'mu'), `${line} ${value}`);
}
