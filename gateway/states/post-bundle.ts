import type { Dispatcher } from 'undici';
import { type BundledQuestion, bundleType, readBundledAnswer, writeBundle } from '../../common/bundle.js';
import { IstmoError } from '../../common/errors.js';
import { tooLarge } from './decompress.js';
import { cutLines } from './cut-lines.js';
import type { Posted } from './post.js';

/** A question of a bundle, and who waits for its answer: told once, what was answered or why nothing was. */
export interface Waiting extends BundledQuestion {
  /** Milliseconds for its answer, > 0. */
  readonly timeoutMs: number;
  readonly settle: (outcome: Posted | Error) => void;
}

export interface BundlePosting {
  readonly path: string;
  readonly questions: readonly Waiting[];
  /** Bytes of each answer that are taken. */
  readonly maxBytes: number;
}

const headers = ['content-type', bundleType, 'accept', bundleType] as const;

/** Bytes that stand before an answer on its line. */
const prefixBytes = 16;

/**
 * Posts several questions in one exchange. Each has a deadline of its own, is told its answer as soon as that has come, and is hurt
 * neither by how long another's takes nor by how large it is.
 *
 * @returns once the exchange is over, however it ended; what became of each question its `settle` is told: IstmoError
 *   `STATE_TIMEOUT`, `STATE_ANSWER_TOO_LARGE`, `STATE_ERROR`, `NODE_BAD_RESPONSE`, or the connection's error
 */
export function postBundle(
  dispatcher: Dispatcher,
  { path, questions, maxBytes }: BundlePosting,
): Promise<void> {
  return new Promise((resolve) => {
    const startedAt = performance.now();
    const waiting = new Map(questions.entries());
    let controller: Dispatcher.DispatchController | undefined;
    let isGivenUp = false;
    const settle = (index: number, outcome: Posted | Error): void => {
      waiting.get(index)?.settle(outcome);
      waiting.delete(index);
    };
    const settleAll = (error: Error): void => {
      for (const index of waiting.keys()) settle(index, error);
    };
    const over = (): void => {
      clearTimeout(timer);
      resolve();
    };
    const abort = (error: Error): void => {
      isGivenUp = true;
      settleAll(error);
      controller?.abort(error);
    };
    const onTime = (): void => {
      const elapsed = performance.now() - startedAt;
      for (const [index, { timeoutMs }] of waiting)
        if (timeoutMs <= elapsed) settle(index, new IstmoError('STATE_TIMEOUT'));
      if (waiting.size === 0) abort(new IstmoError('STATE_TIMEOUT'));
      else timer = setTimeout(onTime, Math.max(1, soonest(waiting.values()) - elapsed));
    };
    let timer = setTimeout(onTime, soonest(questions));
    const take = cutLines(maxBytes + prefixBytes, (line, isCut) => {
      const answer = readBundledAnswer(line);
      // one whose time was over is answered to nobody
      if (answer === undefined || answer.index >= questions.length)
        abort(new IstmoError('NODE_BAD_RESPONSE'));
      else settle(answer.index, isCut ? tooLarge(maxBytes) : answer);
      // of what nobody waits for no more is read
      if (isCut && waiting.size === 0) abort(tooLarge(maxBytes));
    });
    dispatcher.dispatch(
      { method: 'POST', path, headers: [...headers], body: writeBundle(questions) },
      {
        onRequestStart: (started) => {
          controller = started;
          // its time was over while it waited for a connection
          if (isGivenUp) started.abort(new IstmoError('STATE_TIMEOUT'));
        },
        onResponseStart: (_controller, status) => {
          if (status !== 200)
            settleAll(new IstmoError('STATE_ERROR', { cause: new Error(`HTTP ${String(status)}`) }));
        },
        onResponseData: (_controller, chunk) => {
          if (waiting.size > 0) take(chunk);
        },
        onResponseEnd: () => {
          // to make an error takes more than all else here
          if (waiting.size > 0) settleAll(new IstmoError('NODE_BAD_RESPONSE'));
          over();
        },
        onResponseError: (_controller, error) => {
          settleAll(error);
          over();
        },
      },
    );
  });
}

function soonest(questions: Iterable<Waiting>): number {
  let least = Infinity;
  for (const { timeoutMs } of questions) least = Math.min(least, timeoutMs);
  return least;
}
