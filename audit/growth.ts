import { parseCheckpoint } from './checkpoint.js';
import { consistencyProof } from './proof.js';
import type { LogReading } from './storage/storage.js';
import { rangeHashes } from './tiles.js';

/** How a log stands, and the proofs that its tree begins with those of older sizes. */
export interface Growth {
  readonly size: number;
  /** Its last checkpoint, a signed note. */
  readonly note: string;
  /** By old size, each a list of hashes in base64; none for a size that the log does not reach. */
  readonly proofs: ReadonlyMap<number, readonly string[]>;
}

/** @returns undefined where the log is empty */
export async function growthSince(
  reading: LogReading,
  oldSizes: readonly number[],
): Promise<Growth | undefined> {
  const last = await reading.lastCheckpoint();
  const size = last === undefined ? undefined : parseCheckpoint(last.note)?.size;
  if (last === undefined || size === undefined) return undefined;
  const hash = rangeHashes(reading);
  const proofs = new Map<number, readonly string[]>();
  for (const old of new Set(oldSizes)) {
    const proof = old > size ? [] : await consistencyProof(old, size, hash);
    proofs.set(
      old,
      proof.map((node) => node.toString('base64')),
    );
  }
  return { size, note: last.note, proofs };
}
