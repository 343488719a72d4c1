import type { Dispatcher } from 'undici';
import { bundleType, readBundledAnswer, writeBundle } from '../../common/bundle.js';
import { IstmoError } from '../../common/errors.js';
import { cutLines } from './cut-lines.js';
import { acceptedEncodings, type ByteSink, decompressing, tooLarge } from './decompress.js';
import { openRoster, type Roster, type Waiting } from './roster.js';

export interface BundlePosting {
  readonly path: string;
  readonly questions: readonly Waiting[];
  /** Bytes of each answer that are taken. */
  readonly maxBytes: number;
}

const headers = [
  ...['content-type', bundleType, 'accept', bundleType],
  ...['accept-encoding', acceptedEncodings],
];

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
  const roster = openRoster(questions);
  // here, so that the handlers below do not hold the questions: something keeps handlers of exchanges that are over
  const body = writeBundle(questions);
  return new Promise((resolve) => {
    let controller: Dispatcher.DispatchController | undefined;
    let givenUp: Error | undefined;
    let timer: NodeJS.Timeout | undefined;
    const over = (): void => {
      clearTimeout(timer);
      resolve();
    };
    const giveUp = (error: Error): void => {
      givenUp = error;
      roster.settleAll(error);
      controller?.abort(error);
    };
    const watch = (): void => {
      const nextMs = roster.expire();
      if (nextMs === undefined) giveUp(new IstmoError('STATE_TIMEOUT'));
      else timer = setTimeout(watch, nextMs);
    };
    watch();
    let bytes = answersIn({ roster, maxBytes, giveUp, over });
    dispatcher.dispatch(
      { method: 'POST', path, headers, body },
      {
        onRequestStart: (started) => {
          controller = started;
          // all had waited too long for a connection
          if (givenUp !== undefined) started.abort(givenUp);
        },
        onResponseStart: (_controller, status, { 'content-encoding': encoding }) => {
          if (status !== 200)
            roster.settleAll(new IstmoError('STATE_ERROR', { cause: new Error(`HTTP ${String(status)}`) }));
          else if (encoding !== undefined)
            bytes = decompressing(encoding.toString(), bytes, () => {
              giveUp(new IstmoError('NODE_BAD_RESPONSE'));
              over();
            });
        },
        onResponseData: (_controller, chunk) => {
          bytes.take(chunk);
        },
        onResponseEnd: () => {
          bytes.end();
        },
        onResponseError: (_controller, error) => {
          roster.settleAll(error);
          over();
        },
      },
    );
  });
}

interface Answering {
  readonly roster: Roster;
  readonly maxBytes: number;
  readonly giveUp: (error: Error) => void;
  readonly over: () => void;
}

/** Tells each question its answer out of what a node answers. */
function answersIn({ roster, maxBytes, giveUp, over }: Answering): ByteSink {
  const take = cutLines(maxBytes + prefixBytes, (line, isCut) => {
    const answer = readBundledAnswer(line);
    const isTaken = answer && roster.settle(answer.index, isCut ? tooLarge(maxBytes) : answer);
    if (isTaken !== true) giveUp(new IstmoError('NODE_BAD_RESPONSE'));
    // of what nobody waits for no more is read
    else if (isCut && roster.isEmpty) giveUp(tooLarge(maxBytes));
  });
  return {
    take: (chunk) => {
      if (!roster.isEmpty) take(chunk);
    },
    end: () => {
      // to make an error takes more than all else here
      if (!roster.isEmpty) roster.settleAll(new IstmoError('NODE_BAD_RESPONSE'));
      over();
    },
  };
}
