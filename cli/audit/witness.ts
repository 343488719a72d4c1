import { parseArgs } from 'node:util';
import { growthSince } from '../../audit/growth.js';
import { openReading } from '../../audit/storage/open-reading.js';
import { submitCheckpoint, type Submitted } from '../../audit/submit.js';
import { postText } from '../../common/post-text.js';
import { dataFolder } from '../region/data-folder.js';

/**
 * `istmo audit witness URL --key KEY [--log URL]`: has a witness cosign the last checkpoint of a log, and prints it cosigned.
 * A running gateway or node does so by itself. Exit code 1 where the witness refuses, which it does for a log that was forked or
 * rewritten: between which sizes is said.
 */
export async function witness(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      log: { type: 'string' },
      key: { type: 'string' },
      data: { type: 'string', default: '.istmo' },
    },
  });
  const [url] = positionals;
  const { key } = values;
  if (url === undefined || key === undefined)
    throw new Error('istmo audit witness URL --key NAME+HASH+KEY [--log URL]');
  const storage = await openReading(values.log ?? dataFolder(values.data).databaseUrl('audit-log'));
  try {
    const made = await submitCheckpoint((old) => growthSince(storage, [old]), { url, key }, postText);
    if (made.kind === 'COSIGNED') process.stdout.write(`${made.note}${made.lines}`);
    else console.error(describe(made));
    return made.kind === 'COSIGNED' ? 0 : 1;
  } finally {
    await storage.close();
  }
}

/** What a witness's refusal means. @see C2SP tlog-witness, "add-checkpoint" */
function describe(made: Exclude<Submitted, { readonly kind: 'COSIGNED' }>): string {
  switch (made.kind) {
    case 'REFUSED': {
      const [from, to] = [String(made.from), String(made.to)];
      return `the witness has seen this log otherwise: it was forked, rewritten or rolled back between ${from} and ${to} entries / el testigo vio otra bitácora: fue bifurcada, reescrita o revertida entre ${from} y ${to} asientos`;
    }
    case 'EMPTY':
      return 'the log is empty / la bitácora está vacía';
    case 'NOT_KNOWN':
      return 'there is no witness at this address, or it does not know this log by this key / en esta dirección no hay testigo, o no conoce esta bitácora con esta llave';
    case 'NOT_COSIGNED':
      return 'what was answered is no cosignature of the key that was given / lo contestado no es un refrendo de la llave indicada';
    case 'UNAVAILABLE':
      return 'the witness does not answer / el testigo no contesta';
  }
}
