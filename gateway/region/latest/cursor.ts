import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { invalidArgument } from '../../../common/argument-problem.js';
import { sha256 } from '../../../common/sha256.js';

/** A place in the merged order of several States' lists: for each list that has answered (`GT.drugSeizures`) its own. */
export type LatestCursor = ReadonlyMap<string, Place>;

/** The list's own cursor; where none of its records was shown, the last record that was when it answered. */
export type Place = string | Mark;

/** What a record is ordered by. */
export interface Mark {
  /** When it was recorded, in milliseconds since 1970; undefined where that is not known. */
  readonly at: number | undefined;
  readonly id: string;
}

const maxBytes = 64 * 1024;

const mark = z
  .tuple([z.number().nullable(), z.string()])
  .transform(([at, id]): Mark => ({ at: at ?? undefined, id }));

const form = z.tuple([z.string(), z.record(z.string(), z.union([z.string(), mark]))]);

/** Names what is paged through: a cursor is good for nothing else. */
export function listName(domain: string, states: readonly string[] | undefined): string {
  return sha256(JSON.stringify([domain, states && [...states].sort()])).slice(0, 12);
}

export function writeCursor(list: string, cursor: LatestCursor): string {
  const places = [...cursor].map(([name, place]) => [
    name,
    typeof place === 'string' ? place : [place.at ?? null, place.id],
  ]);
  return deflateRawSync(JSON.stringify([list, Object.fromEntries(places)])).toString('base64url');
}

/** @throws IstmoError `ARGUMENT_INVALID` where the text is no cursor of this list */
export function readCursor(list: string, text: string): LatestCursor {
  const parsed = form.safeParse(inflate(text));
  if (parsed.success && parsed.data[0] === list) return new Map(Object.entries(parsed.data[1]));
  throw invalidArgument({ path: 'after', problem: 'NO_CURSOR' });
}

function inflate(text: string): unknown {
  try {
    const bytes = inflateRawSync(Buffer.from(text, 'base64url'), { maxOutputLength: maxBytes });
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
