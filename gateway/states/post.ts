import type { Dispatcher } from 'undici';
import { IstmoError } from '../../common/errors.js';

export interface Posting {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Milliseconds for the whole exchange, > 0. */
  readonly timeoutMs: number;
  /** Bytes of the answer that are taken. */
  readonly maxBytes: number;
}

export interface Posted {
  readonly status: number;
  readonly text: string;
}

/**
 * Posts and reads the whole answer. It speaks to the dispatcher itself, without a stream and an abort signal for each
 * exchange: nine States are asked at once, and those took half of the time of asking.
 *
 * @throws IstmoError `STATE_TIMEOUT`, `STATE_ANSWER_TOO_LARGE`; the connection's error where there is no answer
 */
export function post(dispatcher: Dispatcher, posting: Posting): Promise<Posted> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    let status = 0;
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
    const { path, headers, body } = posting;
    dispatcher.dispatch(
      { method: 'POST', path, headers, body },
      {
        onRequestStart: (started) => {
          controller = started;
          // its time was over while it waited for a connection
          if (givenUp !== undefined) started.abort(givenUp);
        },
        onResponseStart: (_controller, code) => {
          status = code;
        },
        onResponseData: (_controller, chunk) => {
          bytes += chunk.length;
          if (bytes > posting.maxBytes)
            giveUp(new IstmoError('STATE_ANSWER_TOO_LARGE', { details: { maxBytes: posting.maxBytes } }));
          else chunks.push(chunk);
        },
        onResponseEnd: () => {
          clearTimeout(timer);
          resolve({ status, text: Buffer.concat(chunks).toString('utf8') });
        },
        onResponseError: (_controller, error) => {
          fail(error);
        },
      },
    );
  });
}
