import { parseArgs } from 'node:util';
import { request } from 'undici';
import { parseCheckpoint } from '../../audit/checkpoint.js';
import { consistencyProof } from '../../audit/proof.js';
import { openStorage } from '../../audit/storage/open.js';
import type { LogReading } from '../../audit/storage/storage.js';
import { rangeHashes } from '../../audit/tiles.js';
import { checkpointRequest } from '../../audit/witness.js';
import { dataFolder } from '../region/data-folder.js';

/**
 * `istmo audit witness URL [--log URL]`: has a witness cosign the last checkpoint of a log, and prints it cosigned. Exit code 1
 * where the witness refuses, which it does for a log that was forked or rewritten: between which sizes is said.
 */
export async function witness(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { log: { type: 'string' }, data: { type: 'string', default: '.istmo' } },
  });
  const [url] = positionals;
  if (url === undefined) throw new Error('istmo audit witness URL [--log URL]');
  const storage = await openStorage(values.log ?? dataFolder(values.data).databaseUrl('audit-log'));
  try {
    return await submit(storage, url);
  } finally {
    await storage.close();
  }
}

/** What a witness's refusal means. @see C2SP tlog-witness, "add-checkpoint" */
const refusals: Readonly<Record<number, string>> = {
  403: 'the checkpoint is not signed by the key that the witness has for this log / el punto de control no está firmado con la llave que el testigo tiene de esta bitácora',
  404: 'there is no witness at this address, or it does not know this log / en esta dirección no hay testigo, o no conoce esta bitácora',
};

async function submit(storage: LogReading, url: string): Promise<number> {
  const note = (await storage.lastCheckpoint())?.note;
  const size = note === undefined ? undefined : parseCheckpoint(note)?.size;
  if (note === undefined || size === undefined) throw new Error('the log is empty / la bitácora está vacía');
  const send = async (old: number) => {
    const proof = old > size ? [] : await consistencyProof(old, size, rangeHashes(storage));
    const { statusCode, body } = await request(`${url}/add-checkpoint`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: checkpointRequest(old, proof, note),
    });
    return { status: statusCode, text: await body.text() };
  };
  let old = 0;
  let answer = await send(old);
  if (answer.status === 409) {
    old = Number(answer.text);
    answer = await send(old);
  }
  if (answer.status === 200) {
    process.stdout.write(`${note}${answer.text}`);
    return 0;
  }
  console.error(
    answer.status === 422 || old > size
      ? `the witness has seen this log otherwise: it was forked, rewritten or rolled back between ${String(old)} and ${String(size)} entries / el testigo vio otra bitácora: fue bifurcada, reescrita o revertida entre ${String(old)} y ${String(size)} asientos`
      : (refusals[answer.status] ?? `the witness refuses / el testigo se niega: ${String(answer.status)}`),
  );
  return 1;
}
