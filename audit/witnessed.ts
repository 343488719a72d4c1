import type { Growth } from './growth.js';
import { type PostText, submitCheckpoint, type Submitted, type Witness } from './submit.js';

/** A log whose checkpoints witnesses cosign, again and again. */
export interface WitnessedLog {
  /** The newest checkpoint that any witness cosigned, with all their signatures; undefined before the first. */
  readonly cosigned: string | undefined;
  /** Witnesses, by URL, that have seen this log otherwise, and between which sizes it was forked, rewritten or rolled back. */
  readonly refusals: ReadonlyMap<string, { readonly from: number; readonly to: number }>;
  /** Asks each of them now. */
  ask(): Promise<void>;
  close(): void;
}

export interface WitnessedOptions {
  readonly growth: (oldSizes: readonly number[]) => Promise<Growth | undefined>;
  readonly witnesses: readonly Witness[];
  readonly post: PostText;
  /** Told whenever what a witness makes of the log is something else than before. */
  readonly tell: (witness: string, made: Submitted) => void;
  readonly everyMs: number;
  /** Milliseconds that a witness has, by default 10 s: one that takes longer does not answer, and holds no other up. */
  readonly deadlineMs?: number;
}

export function openWitnessedLog({
  growth,
  witnesses,
  post,
  tell,
  everyMs,
  deadlineMs = 10_000,
}: WitnessedOptions): WitnessedLog {
  const seen = new Map<string, number>();
  const told = new Map<string, string>();
  const refusals = new Map<string, { readonly from: number; readonly to: number }>();
  let cosigned: string | undefined;
  const ask = async (): Promise<void> => {
    // one checkpoint for all, so that it carries the signatures of all
    const now = await growth([...seen.values(), 0]);
    if (now === undefined) return;
    const grown = (old: number): Promise<Growth | undefined> =>
      now.proofs.has(old) ? Promise.resolve(now) : growth([old]);
    const asked = witnesses.map(async (witness) => {
      const answer = submitCheckpoint(grown, witness, post, seen.get(witness.url));
      return { url: witness.url, made: await within(deadlineMs, answer) };
    });
    let lines = '';
    for (const { url, made } of await Promise.all(asked)) {
      if (made.kind === 'REFUSED') refusals.set(url, { from: made.from, to: made.to });
      if (made.kind === 'COSIGNED') {
        refusals.delete(url);
        seen.set(url, made.size);
        if (made.note === now.note) lines += made.lines;
      }
      if (told.get(url) !== made.kind) tell(url, made);
      told.set(url, made.kind);
    }
    if (lines !== '') cosigned = now.note + lines;
  };
  const askAgain = (): void => {
    ask()
      // the log cannot be read now: its own health says so
      .catch(() => undefined)
      .finally(() => {
        timer = setTimeout(askAgain, everyMs).unref();
      });
  };
  let timer = setTimeout(askAgain, Math.min(everyMs, 5_000)).unref();
  return {
    get cosigned() {
      return cosigned;
    },
    refusals,
    ask,
    close: () => clearTimeout(timer),
  };
}

/** What a witness made of a checkpoint, or that it did not answer in time. */
async function within(deadlineMs: number, answer: Promise<Submitted>): Promise<Submitted> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Submitted>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'UNAVAILABLE' }), deadlineMs).unref();
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
