import type { AuditEntry } from '../entry.js';
import type { StoredEntry } from '../storage/storage.js';
import { type Facts, factsOf } from './columns.js';
import { chunkSize } from './posting-lists.js';
import { termsOf } from './terms.js';

/** What a chunk of the index takes in at once. */
export interface Gathered {
  size: number;
  fromMs: number;
  untilMs: number;
  readonly times: number[];
  readonly terms: Map<string, number[]>;
  readonly facts: Facts[];
}

/** Entries by chunk, each term with its places: a posting is written once a chunk, not once an entry. */
export function gather(entries: readonly StoredEntry[]): ReadonlyMap<number, Gathered> {
  const chunks = new Map<number, Gathered>();
  for (const { index, bytes } of entries) {
    const entry = JSON.parse(bytes.toString('utf8')) as AuditEntry;
    const at = Date.parse(entry.time);
    const number = Math.floor(index / chunkSize);
    const place = index % chunkSize;
    const chunk: Gathered = chunks.get(number) ?? {
      size: 0,
      fromMs: at,
      untilMs: at,
      times: [],
      terms: new Map<string, number[]>(),
      facts: [],
    };
    chunks.set(number, chunk);
    chunk.size = place + 1;
    chunk.times.push(at);
    chunk.facts.push(factsOf(place, entry));
    chunk.fromMs = Math.min(chunk.fromMs, at);
    chunk.untilMs = Math.max(chunk.untilMs, at);
    for (const term of termsOf(entry)) {
      const list = chunk.terms.get(term);
      if (list === undefined) chunk.terms.set(term, [place]);
      else list.push(place);
    }
  }
  return chunks;
}
