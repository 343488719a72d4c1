import { type Checkpoint, parseCheckpoint } from '../checkpoint.js';
import { type NoteSigner, parseVerifierKey } from '../note.js';
import type { LogReading } from '../storage/storage.js';
import { type Frontier, rootOf } from '../tree.js';

type Checkpoints = Pick<LogReading, 'lastCheckpoint'>;

/** @throws Error where a frontier is not what the last checkpoint, signed by this key, commits to */
export async function checkStored(
  storage: Checkpoints,
  signer: NoteSigner,
  frontier: Frontier,
): Promise<void> {
  const checkpoint = await checkSigned(storage, signer);
  if (checkpoint === undefined && frontier.size === 0) return;
  if (checkpoint?.size !== frontier.size || !checkpoint.root.equals(rootOf(frontier))) throw misfit();
}

/** The last checkpoint, if there is one. @throws Error where it is not signed by this key */
export async function checkSigned(storage: Checkpoints, signer: NoteSigner): Promise<Checkpoint | undefined> {
  const last = await storage.lastCheckpoint();
  if (last === undefined) return undefined;
  const text = parseVerifierKey(signer.verifierKey).open(last.note);
  if (text === undefined) throw misfit();
  return parseCheckpoint(text);
}

function misfit(): Error {
  return new Error('the stored log does not fit its last checkpoint: run istmo audit verify');
}
