import type { Dispatcher } from 'undici';
import { IstmoError } from '../../common/errors.js';
import { acceptedEncodings, decompress, tooLarge } from './decompress.js';

export interface Posting {
  readonly path: string;
  /** Names and values in turn. */
  readonly headers: readonly string[];
  readonly body: string;
  /** Milliseconds for the whole exchange, > 0. */
  readonly timeoutMs: number;
  /** Bytes of the answer that are taken, compressed or not. */
  readonly maxBytes: number;
}

export interface Posted {
  readonly status: number;
  readonly text: string;
}

/** Of a dispatcher that is posted through: each exchange has a deadline as a whole. */
export const noDeadlineOfItsOwn = { headersTimeout: 0, bodyTimeout: 0 };

/**
 * Posts and reads the whole answer, which may be compressed. It speaks to the dispatcher itself, without a stream and an abort
 * signal for each exchange: nine States are asked at once, and those took half of the time of asking.
 *
 * @throws IstmoError `STATE_TIMEOUT`, `STATE_ANSWER_TOO_LARGE`, `NODE_BAD_RESPONSE`; the connection's error where there is
 *   no answer
 */
export function post(dispatcher: Dispatcher, posting: Posting): Promise<Posted> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    let status = 0;
    let encoding: string | undefined;
    let controller: Dispatcher.DispatchController | undefined;
    let givenUp: IstmoError | undefined;
    const fail = (error: Error): void => {
      clearTimeout(timer);
      reject(error);
    };
    const giveUp = (error: IstmoError): void => {
      givenUp = error;
      fail(error);
      controller?.abort(error);
    };
    const timer = setTimeout(() => {
      giveUp(new IstmoError('STATE_TIMEOUT'));
    }, posting.timeoutMs);
    const { path, body } = posting;
    const headers = [...posting.headers, 'accept-encoding', acceptedEncodings];
    dispatcher.dispatch(
      { method: 'POST', path, headers, body },
      {
        onRequestStart: (started) => {
          controller = started;
          // its time was over while it waited for a connection
          if (givenUp !== undefined) started.abort(givenUp);
        },
        onResponseStart: (_controller, code, given) => {
          status = code;
          encoding = given['content-encoding']?.toString();
        },
        onResponseData: (_controller, chunk) => {
          bytes += chunk.length;
          if (bytes > posting.maxBytes) giveUp(tooLarge(posting.maxBytes));
          else chunks.push(chunk);
        },
        onResponseEnd: () => {
          clearTimeout(timer);
          const whole = joined(chunks);
          if (encoding === undefined) resolve(posted(status, whole));
          else resolve(decompress(whole, encoding, posting.maxBytes).then((plain) => posted(status, plain)));
        },
        onResponseError: (_controller, error) => {
          fail(error);
        },
      },
    );
  });
}

function posted(status: number, body: Buffer): Posted {
  return { status, text: body.toString('utf8') };
}

/** Most answers come in one chunk, which need not be copied. */
function joined(chunks: readonly Buffer[]): Buffer {
  const [first] = chunks;
  return first !== undefined && chunks.length === 1 ? first : Buffer.concat(chunks);
}
