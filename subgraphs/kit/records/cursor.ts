import { createHash } from 'node:crypto';
import { z } from 'zod';
import { IstmoError } from '../../../common/errors.js';

/** The place of a record in a sorted list: what it is sorted by, and its key. */
export interface Cursor {
  readonly value: string | number | null;
  readonly key: string;
}

const form = z.tuple([z.string(), z.union([z.string(), z.number(), z.null()]), z.string()]);

/** Names a list: a cursor is good only in the list that it was made for. */
export function listName(parts: unknown): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 12);
}

export function writeCursor(list: string, { value, key }: Cursor): string {
  return Buffer.from(JSON.stringify([list, value, key]), 'utf8').toString('base64url');
}

/** @throws IstmoError `ARGUMENT_INVALID` where the text is no cursor of this list */
export function readCursor(list: string, text: string): Cursor {
  const parsed = form.safeParse(parseJson(Buffer.from(text, 'base64url').toString('utf8')));
  if (parsed.success && parsed.data[0] === list) return { value: parsed.data[1], key: parsed.data[2] };
  throw new IstmoError('ARGUMENT_INVALID', {
    detail: 'after: not a cursor of this list.',
    details: { argument: 'after' },
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
