import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';
import { IstmoError } from '../../common/errors.js';

/** What is told to whoever answers: how its answer may be compressed. */
export const acceptedEncodings = 'gzip, br';

const decompressors = new Map([
  ['gzip', promisify(gunzip)],
  ['x-gzip', promisify(gunzip)],
  ['br', promisify(brotliDecompress)],
]);

/**
 * Decompresses a body. Of one that grows beyond what is taken the rest is not decompressed.
 *
 * @param encoding - `Content-Encoding`, as it was answered
 * @throws IstmoError `STATE_ANSWER_TOO_LARGE`; `NODE_BAD_RESPONSE` where it is no such encoding
 */
export async function decompress(body: Buffer, encoding: string, maxBytes: number): Promise<Buffer> {
  const name = encoding.trim().toLowerCase();
  if (name === '' || name === 'identity') return body;
  const decompressor = decompressors.get(name);
  if (decompressor === undefined) throw new IstmoError('NODE_BAD_RESPONSE');
  try {
    return await decompressor(body, { maxOutputLength: maxBytes });
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
