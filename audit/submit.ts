import { cosignedAt } from './cosignature.js';
import type { Growth } from './growth.js';
import { checkpointRequest } from './witness.js';

/** Who cosigns checkpoints. */
export interface Witness {
  /** Where it takes them: `…/add-checkpoint` follows. */
  readonly url: string;
  /** Verifier key of its cosignatures. */
  readonly key: string;
}

/** Sends a text and gives what is answered. @throws Error where nobody answers */
export type PostText = (
  url: string,
  body: string,
) => Promise<{ readonly status: number; readonly text: string }>;

/** What a witness made of a checkpoint. */
export type Submitted =
  /** @property lines - its signature lines, verified */
  | { readonly kind: 'COSIGNED'; readonly size: number; readonly note: string; readonly lines: string }
  /** It has seen this log otherwise: what it saw is not where what it is shown begins. */
  | { readonly kind: 'REFUSED'; readonly from: number; readonly to: number }
  | { readonly kind: 'EMPTY' | 'NOT_KNOWN' | 'NOT_COSIGNED' | 'UNAVAILABLE' };

/**
 * Has a witness cosign a log's last checkpoint.
 *
 * @param grown - how the log stands since a size
 * @param old - the size up to which the witness is thought to have seen the log
 * @see C2SP tlog-witness, add-checkpoint
 */
export async function submitCheckpoint(
  grown: (old: number) => Promise<Growth | undefined>,
  { url, key }: Witness,
  post: PostText,
  old = 0,
): Promise<Submitted> {
  const growth = await grown(old);
  if (growth === undefined) return { kind: 'EMPTY' };
  const body = checkpointRequest(old, growth.proofs.get(old) ?? [], growth.note);
  const answer = await post(`${url}/add-checkpoint`, body).catch(() => undefined);
  if (answer === undefined) return { kind: 'UNAVAILABLE' };
  const { status, text } = answer;
  const { size, note } = growth;
  if (status === 200)
    return cosignedAt(`${note}${text}`, key) === undefined
      ? { kind: 'NOT_COSIGNED' }
      : { kind: 'COSIGNED', size, note, lines: text };
  if (status === 422) return { kind: 'REFUSED', from: old, to: size };
  if (status !== 409) return { kind: status === 403 || status === 404 ? 'NOT_KNOWN' : 'UNAVAILABLE' };
  const seen = Number(text);
  // what the witness saw is more than there is now, or it says twice that it saw something else
  if (seen > size) return { kind: 'REFUSED', from: size, to: seen };
  if (seen === old) return { kind: 'UNAVAILABLE' };
  return submitCheckpoint(grown, { url, key }, post, seen);
}
