import { promisify } from 'node:util';
import { brotliDecompress, createBrotliDecompress, createGunzip, gunzip } from 'node:zlib';
import { IstmoError } from '../../common/errors.js';

/** What is told to whoever answers: how its answer may be compressed. */
export const acceptedEncodings = 'gzip, br';

const gzipped = { whole: promisify(gunzip), inPieces: createGunzip };

/** How each is decompressed: a whole body, and one that comes in pieces. */
const encodings = new Map([
  ['gzip', gzipped],
  ['x-gzip', gzipped],
  ['br', { whole: promisify(brotliDecompress), inPieces: createBrotliDecompress }],
]);

/** Takes bytes as they come, until there are no more. */
export interface ByteSink {
  take(chunk: Buffer): void;
  end(): void;
}

/**
 * Decompresses what comes in pieces, each as soon as it can be.
 *
 * @param encoding - `Content-Encoding`, as it was answered
 * @param sink - told what was decompressed
 * @param fail - told where it is no such encoding, or not accepted
 */
export function decompressing(encoding: string, sink: ByteSink, fail: () => void): ByteSink {
  const name = nameOf(encoding);
  if (isPlain(name)) return sink;
  const stream = encodings.get(name)?.inPieces();
  if (stream === undefined) {
    fail();
    return { take: () => undefined, end: () => undefined };
  }
  stream.on('data', (chunk: Buffer) => {
    sink.take(chunk);
  });
  stream.once('error', fail).once('end', () => {
    sink.end();
  });
  return { take: (chunk) => void stream.write(chunk), end: () => void stream.end() };
}

function nameOf(encoding: string): string {
  return encoding.trim().toLowerCase();
}

function isPlain(name: string): boolean {
  return name === '' || name === 'identity';
}

/**
 * Decompresses a body. Of one that grows beyond what is taken the rest is not decompressed.
 *
 * @param encoding - `Content-Encoding`, as it was answered
 * @throws IstmoError `STATE_ANSWER_TOO_LARGE`; `NODE_BAD_RESPONSE` where it is no such encoding
 */
export async function decompress(body: Buffer, encoding: string, maxBytes: number): Promise<Buffer> {
  const name = nameOf(encoding);
  if (isPlain(name)) return body;
  const known = encodings.get(name);
  if (known === undefined) throw new IstmoError('NODE_BAD_RESPONSE');
  try {
    return await known.whole(body, { maxOutputLength: maxBytes });
  } catch (cause) {
    throw isTooLarge(cause) ? tooLarge(maxBytes) : new IstmoError('NODE_BAD_RESPONSE', { cause });
  }
}

export function tooLarge(maxBytes: number): IstmoError {
  return new IstmoError('STATE_ANSWER_TOO_LARGE', { details: { maxBytes } });
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}
