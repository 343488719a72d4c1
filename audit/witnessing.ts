import type { Clock } from '../common/clock.js';
import { readPrivateKey } from '../common/keys.js';
import { createCosigner } from './cosignature.js';
import { parseVerifierKey } from './note.js';
import { openWitnessMemory } from './storage/witness-memory.js';
import type { PostText, Submitted, Witness } from './submit.js';
import type { WitnessOptions } from './witness.js';
import { openWitnessedLog, type WitnessedLog, type WitnessedOptions } from './witnessed.js';

/** The name in a cosignature of a State's node or of a gateway. */
export function witnessName(of: string): string {
  return `istmo.example/witness/${of}`;
}

export interface KeptLog {
  /** A State's code or a gateway's id: nobody is a witness of its own log. */
  readonly keeper: string;
  readonly growth: WitnessedOptions['growth'];
  readonly everySeconds: number;
}

/** Has the region's witnesses cosign a log as long as it is open. @param warn - told what an operator must see to */
export function keepWitnessed(
  { keeper, growth, everySeconds }: KeptLog,
  witnesses: readonly Witness[],
  post: PostText,
  warn: (witness: string, text: string) => void,
): WitnessedLog {
  return openWitnessedLog({
    growth,
    witnesses: witnesses.filter(({ key }) => !key.startsWith(`${witnessName(keeper)}+`)),
    post,
    everyMs: everySeconds * 1_000,
    tell: (witness, made) => {
      const text = alarms[made.kind];
      if (text !== undefined) warn(witness, text(made));
    },
  });
}

/** @param of - a State's code or a gateway's id @param logs - verifier keys of the logs that it cosigns */
export function openWitness(
  of: string,
  logs: readonly string[],
  files: { readonly keyFile: string; readonly memoryFile: string },
  clock: Clock,
): WitnessOptions {
  return {
    logs: logs.map(parseVerifierKey),
    cosigner: createCosigner(witnessName(of), readPrivateKey(files.keyFile)),
    memory: openWitnessMemory(files.memoryFile),
    clock,
  };
}

/** What an operator is told; nothing where all is well. */
const alarms: Readonly<Partial<Record<Submitted['kind'], (made: Submitted) => string>>> = {
  REFUSED: (made) =>
    made.kind === 'REFUSED'
      ? `this witness saw another log: it was forked, rewritten or rolled back between ${String(made.from)} and ${String(made.to)} entries`
      : '',
  NOT_KNOWN: () => 'this witness does not know this log, or not by this key',
  NOT_COSIGNED: () => 'this witness answers with no cosignature of its key',
  UNAVAILABLE: () => 'this witness does not answer',
};
