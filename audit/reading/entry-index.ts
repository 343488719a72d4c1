import { chmodSync } from 'node:fs';
import Database from 'libsql';
import type { StoredEntry } from '../storage/storage.js';
import { columnBytes, type Columns } from './columns.js';
import { gather } from './gather.js';
import { allPlaces, chunkSize, intersect, placesOf } from './posting-lists.js';

/** For each term the entries that have it. Derived from a log, and made anew whenever it is not there. */
export interface EntryIndex {
  /** Entries that it covers. */
  readonly size: number;
  /** Adds the entries that follow those it covers. */
  add(entries: readonly StoredEntry[]): void;
  /** Numbers of entries that have all terms and are of that time, the newest first. */
  find(terms: readonly string[], bounds: Bounds): Generator<number>;
  /** Those of a chunk that have all terms and are of that time, the newest chunk first. */
  columns(terms: readonly string[], bounds: Bounds): Generator<ChunkColumns>;
  /** Of the terms' numbers. */
  readonly greatest: number;
  /** The term of a number, without its field. */
  valueOf(id: number): string;
  /** How many entries have all terms, by the values of one field. */
  count(field: string, terms: readonly string[], bounds: Bounds): ReadonlyMap<string, number>;
  close(): void;
}

export interface Bounds {
  /** Entries with smaller numbers only. */
  readonly before: number;
  /** Milliseconds since 1970: entries at or after it. */
  readonly fromMs?: number;
  /** Entries before it. */
  readonly untilMs?: number;
}

export interface ChunkColumns extends Columns {
  /** The number of the entry at place 0. */
  readonly first: number;
}

/** Of the tables: an index of another version is made anew. */
const version = 2;

const schema = `
  PRAGMA user_version = ${String(version)};
  CREATE TABLE IF NOT EXISTS term (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE IF NOT EXISTS posting (term INTEGER, chunk INTEGER, places BLOB NOT NULL, PRIMARY KEY (term, chunk)) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS chunk (number INTEGER PRIMARY KEY, size INTEGER NOT NULL, from_ms INTEGER NOT NULL, until_ms INTEGER NOT NULL, times BLOB NOT NULL, who BLOB NOT NULL, refs BLOB NOT NULL) STRICT;
`;

/** @param path - a file, or `:memory:` */
export function openEntryIndex(path: string): EntryIndex {
  const database = new Database(path);
  if (path !== ':memory:') chmodSync(path, 0o600);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF');
  const { user_version: found } = database.prepare('PRAGMA user_version').get() as { user_version: number };
  if (found !== version)
    database.exec('DROP TABLE IF EXISTS term; DROP TABLE IF EXISTS posting; DROP TABLE IF EXISTS chunk');
  database.exec(schema);
  const addTerm = database.prepare('INSERT INTO term (text) VALUES (?) ON CONFLICT DO NOTHING');
  const termId = database.prepare('SELECT id FROM term WHERE text = ?');
  const termsLike = database.prepare('SELECT id, text FROM term WHERE text >= ? AND text < ?');
  const addPlaces = database.prepare(
    'INSERT INTO posting (term, chunk, places) VALUES (?, ?, ?) ON CONFLICT (term, chunk) DO UPDATE SET places = CAST(places || excluded.places AS BLOB)',
  );
  const places = database.prepare('SELECT places FROM posting WHERE term = ? AND chunk = ?');
  const chunksOf = database.prepare('SELECT chunk FROM posting WHERE term = ? ORDER BY chunk DESC');
  const setChunk = database.prepare(
    'INSERT INTO chunk VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (number) DO UPDATE SET size = excluded.size, from_ms = min(from_ms, excluded.from_ms), until_ms = max(until_ms, excluded.until_ms), times = CAST(times || excluded.times AS BLOB), who = CAST(who || excluded.who AS BLOB), refs = CAST(refs || excluded.refs AS BLOB)',
  );
  const chunks = database.prepare(
    'SELECT number, size, from_ms, until_ms FROM chunk WHERE number < ? ORDER BY number DESC',
  );
  const columnsOf = database.prepare('SELECT who, refs FROM chunk WHERE number = ?');
  const greatestId = database.prepare('SELECT max(id) AS id FROM term');
  const termText = database.prepare('SELECT text FROM term WHERE id = ?');
  const timesOf = database.prepare('SELECT times FROM chunk WHERE number = ?');
  const last = database.prepare('SELECT number, size FROM chunk ORDER BY number DESC LIMIT 1').get() as
    ChunkRow | undefined;
  let size = last === undefined ? 0 : last.number * chunkSize + last.size;

  const idOf = (term: string): number | undefined =>
    (termId.get(term) as { readonly id: number } | undefined)?.id;
  const placesIn = (term: number, chunk: number): Uint16Array =>
    placesOf(
      (places.get(term, chunk) as { readonly places: Uint8Array } | undefined)?.places ?? new Uint8Array(),
    );

  /** Places in a chunk that have all terms and are of the time. */
  const matching = (
    ids: readonly number[],
    chunk: ChunkRow,
    { fromMs = -Infinity, untilMs = Infinity }: Bounds,
  ): Uint16Array => {
    const [first, ...rest] = ids;
    let found = first === undefined ? allPlaces(chunk.size) : placesIn(first, chunk.number);
    for (const id of rest) if (found.length > 0) found = intersect(found, placesIn(id, chunk.number));
    if (chunk.from_ms >= fromMs && chunk.until_ms < untilMs) return found;
    const times = float64((timesOf.get(chunk.number) as { readonly times: Uint8Array }).times);
    return found.filter((place) => {
      const at = times[place] ?? NaN;
      return at >= fromMs && at < untilMs;
    });
  };
  const candidates = function* (ids: readonly number[], bounds: Bounds): Generator<ChunkRow> {
    const { before, fromMs = -Infinity, untilMs = Infinity } = bounds;
    const [first] = ids;
    const having =
      first === undefined
        ? undefined
        : new Set((chunksOf.all(first) as { readonly chunk: number }[]).map(({ chunk }) => chunk));
    for (const chunk of chunks.all(Math.ceil(before / chunkSize)) as ChunkRow[])
      if (having?.has(chunk.number) !== false && chunk.until_ms >= fromMs && chunk.from_ms < untilMs)
        yield chunk;
  };
  const idsOf = (terms: readonly string[]): readonly number[] | undefined => {
    const ids = terms.map(idOf);
    return ids.every((id) => id !== undefined) ? ids : undefined;
  };

  return {
    get size() {
      return size;
    },
    add: (entries) => {
      const gathered = gather(entries);
      database.exec('BEGIN');
      for (const [chunk, { size: of, fromMs, untilMs, times, terms, facts }] of gathered) {
        const ids = new Map<string, number>();
        for (const [term, list] of terms) {
          addTerm.run(term);
          const id = idOf(term) ?? 0;
          ids.set(term, id);
          addPlaces.run(id, chunk, Buffer.from(Uint16Array.from(list).buffer));
        }
        const { who, refs } = columnBytes(facts, (term) => ids.get(term) ?? 0);
        setChunk.run(chunk, of, fromMs, untilMs, Buffer.from(Float64Array.from(times).buffer), who, refs);
      }
      database.exec('COMMIT');
      size += entries.length;
    },
    find: function* (terms, bounds) {
      const ids = idsOf(terms);
      if (ids === undefined) return;
      for (const chunk of candidates(ids, bounds)) {
        const found = matching(ids, chunk, bounds);
        for (let place = found.length - 1; place >= 0; place -= 1) {
          const index = chunk.number * chunkSize + (found[place] ?? 0);
          if (index < bounds.before) yield index;
        }
      }
    },
    columns: function* (terms, bounds) {
      const ids = idsOf(terms);
      if (ids === undefined) return;
      for (const chunk of candidates(ids, bounds)) {
        const places = matching(ids, chunk, bounds);
        if (places.length === 0) continue;
        const { who, refs } = columnsOf.get(chunk.number) as ColumnsRow;
        const first = chunk.number * chunkSize;
        yield { first, places, who: uint32(who), refs: uint32(refs) };
      }
    },
    get greatest() {
      return (greatestId.get() as { readonly id: number | null }).id ?? 0;
    },
    valueOf: (id) => {
      const { text } = termText.get(id) as { readonly text: string };
      return text.slice(text.indexOf('=') + 1);
    },
    count: (field, terms, bounds) => {
      const counts = new Map<string, number>();
      const ids = idsOf(terms);
      if (ids === undefined) return counts;
      const values = termsLike.all(`${field}=`, `${field}>`) as {
        readonly id: number;
        readonly text: string;
      }[];
      for (const chunk of candidates(ids, bounds)) {
        const found = matching(ids, chunk, bounds);
        for (const { id, text } of values) {
          const count = intersect(found, placesIn(id, chunk.number)).length;
          const value = text.slice(field.length + 1);
          if (count > 0) counts.set(value, (counts.get(value) ?? 0) + count);
        }
      }
      return counts;
    },
    close: () => {
      database.close();
    },
  };
}

interface ChunkRow {
  readonly number: number;
  readonly size: number;
  readonly from_ms: number;
  readonly until_ms: number;
}

interface ColumnsRow {
  readonly who: Uint8Array;
  readonly refs: Uint8Array;
}

/** A copy each: a view needs an address that its numbers divide. */
function float64(bytes: Uint8Array): Float64Array {
  return new Float64Array(new Uint8Array(bytes).buffer);
}

function uint32(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(new Uint8Array(bytes).buffer);
}
