import { parseCheckpoint } from './checkpoint.js';
import type { Cosigner } from './cosignature.js';
import type { NoteVerifier } from './note.js';
import { isConsistent, type TreeHead } from './proof.js';
import { emptyFrontier, rootOf } from './tree.js';

/** What a witness last saw of each log. */
export interface WitnessMemory {
  /** @returns undefined where it never saw the log */
  get(origin: string): TreeHead | undefined;
  /** Kept on disk when it returns. */
  set(origin: string, head: TreeHead): void;
}

/** What a witness answers to `add-checkpoint`. */
export type WitnessAnswer =
  | { readonly status: 200; readonly signatures: string }
  | { readonly status: 409; readonly size: number }
  | { readonly status: 400 | 403 | 404 }
  /** The log was forked or rewritten: what it shows now does not begin with what it showed. */
  | {
      readonly status: 422;
      readonly log: string;
      readonly between: { readonly from: number; readonly to: number };
    };

export interface WitnessOptions {
  readonly logs: readonly NoteVerifier[];
  readonly cosigner: Cosigner;
  readonly memory: WitnessMemory;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

const maxProofLines = 63;

/**
 * Cosigns a checkpoint of a log that it knows, if the log only grew since it last looked. Looking and keeping are one: there
 * is nothing to wait for between them.
 *
 * @param body - of the request
 * @see C2SP tlog-witness, add-checkpoint
 */
export function addCheckpoint(
  body: string,
  { logs, cosigner, memory, clock }: WitnessOptions,
): WitnessAnswer {
  const request = parseRequest(body);
  if (request === undefined) return { status: 400 };
  const log = logs.find(({ name }) => name === request.note.slice(0, request.note.indexOf('\n')));
  if (log === undefined) return { status: 404 };
  const text = log.open(request.note);
  if (text === undefined) return { status: 403 };
  const now = parseCheckpoint(text);
  if (now === undefined || request.oldSize > now.size) return { status: 400 };
  const old = memory.get(log.name) ?? { size: 0, root: rootOf(emptyFrontier) };
  if (old.size !== request.oldSize) return { status: 409, size: old.size };
  if (!isConsistent(old, now, request.proof))
    return { status: 422, log: log.name, between: { from: old.size, to: now.size } };
  memory.set(log.name, { size: now.size, root: now.root });
  return { status: 200, signatures: cosigner.cosign(text, Math.floor(clock() / 1_000)) };
}

/** An answer as HTTP has it. @see C2SP tlog-witness */
export function witnessReply(answer: WitnessAnswer): {
  readonly status: number;
  readonly type: string;
  readonly text: string;
} {
  const { status } = answer;
  if (status === 200) return { status, type: 'text/plain; charset=utf-8', text: answer.signatures };
  if (status === 409) return { status, type: 'text/x.tlog.size', text: `${String(answer.size)}\n` };
  return { status, type: 'text/plain; charset=utf-8', text: '' };
}

/** What is sent to a witness. @param proof - hashes in base64 */
export function checkpointRequest(oldSize: number, proof: readonly string[], note: string): string {
  return [`old ${String(oldSize)}`, ...proof, '', note].join('\n');
}

function parseRequest(body: string) {
  const split = body.indexOf('\n\n');
  const [old = '', ...lines] = body.slice(0, Math.max(split, 0)).split('\n');
  const size = /^old (0|[1-9]\d{0,14})$/u.exec(old)?.[1];
  const isProof = lines.length <= maxProofLines && lines.every((line) => /^[\d+/A-Za-z]{43}=$/u.test(line));
  if (size === undefined || !isProof) return undefined;
  return {
    oldSize: Number(size),
    proof: lines.map((line) => Buffer.from(line, 'base64')),
    note: body.slice(split + 2),
  };
}
