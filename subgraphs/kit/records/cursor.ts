import { createHash } from 'node:crypto';
import { z } from 'zod';
import { invalidArgument } from '../../../common/argument-problem.js';
import type { ValueKind } from './value.js';

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

/**
 * @param kind - of what the list is sorted by: a cursor that somebody wrote himself may hold anything
 * @throws IstmoError `ARGUMENT_INVALID` where the text is no cursor of this list
 */
export function readCursor(list: string, text: string, kind: ValueKind): Cursor {
  const parsed = form.safeParse(parseJson(Buffer.from(text, 'base64url').toString('utf8')));
  if (parsed.success) {
    const [itsList, value, key] = parsed.data;
    if (itsList === list && fits(value, kind) && !key.includes('\0')) return { value, key };
  }
  throw invalidArgument({ path: 'after', problem: 'NO_CURSOR' });
}

function fits(value: Cursor['value'], kind: ValueKind): boolean {
  if (value === null) return true;
  if (kind === 'number' || kind === 'boolean') return value !== '' && Number.isFinite(Number(value));
  return typeof value === 'string' && !value.includes('\0');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
