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
}

export function openWitnessedLog({ growth, witnesses, post, tell, everyMs }: WitnessedOptions): WitnessedLog {
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
    let lines = '';
    for (const witness of witnesses) {
      const made = await submitCheckpoint(grown, witness, post, seen.get(witness.url));
      if (made.kind === 'REFUSED') refusals.set(witness.url, { from: made.from, to: made.to });
      if (made.kind === 'COSIGNED') {
        refusals.delete(witness.url);
        seen.set(witness.url, made.size);
        if (made.note === now.note) lines += made.lines;
      }
      if (told.get(witness.url) !== made.kind) tell(witness.url, made);
      told.set(witness.url, made.kind);
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
