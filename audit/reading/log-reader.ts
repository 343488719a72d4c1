import { rmSync } from 'node:fs';
import type { AuditEntry } from '../entry.js';
import { makeReceipt } from '../receipt.js';
import { openReading } from '../storage/open-reading.js';
import type { LogReading, StoredEntry } from '../storage/storage.js';
import { readTile, type TileName } from '../tiles.js';
import { type Bounds, type EntryIndex, openEntryIndex } from './entry-index.js';
import type { SignReport } from './signs/sign.js';
import { signsOfMisuse } from './signs/signs.js';
import { type LogFilter, termsOfFilter } from './terms.js';

/** An entry with its number. */
export interface NumberedEntry {
  readonly index: number;
  readonly entry: AuditEntry;
}

export interface LogPage {
  /** The newest first. */
  readonly entries: readonly NumberedEntry[];
  /** Whether older ones follow. */
  readonly more: boolean;
}

/** How many entries there are by agency, purpose, hour of the day (UTC), State and outcome. */
export interface LogCounts {
  readonly total: number;
  readonly by: Readonly<Record<CountedField, readonly { readonly value: string; readonly count: number }[]>>;
}

export type CountedField = 'agency' | 'purpose' | 'hour' | 'state' | 'outcome';

/** Reads a log, for whoever may. All of its filters are joined by "and". */
export interface LogReader {
  /** The last checkpoint, a signed note; undefined where the log is empty. */
  checkpoint(): Promise<string | undefined>;
  tile(name: TileName): Promise<Uint8Array | undefined>;
  receipt(index: number): Promise<string | undefined>;
  entry(index: number): Promise<NumberedEntry | undefined>;
  /** @param filters - an entry has to fit all of them @param before - entries with smaller numbers only */
  page(filters: readonly LogFilter[], first: number, before?: number): Promise<LogPage>;
  counts(filters: readonly LogFilter[]): Promise<LogCounts>;
  /** Simple signs of misuse in all entries that fit. @param state - only its records are counted */
  signs(filters: readonly LogFilter[], state?: string): Promise<SignReport>;
  close(): Promise<void>;
}

export interface LogReaderOptions {
  /** `file:///…` or `postgres://…` */
  readonly url: string;
  /** Where the index is kept: a file that may be deleted at any time, or `:memory:`. */
  readonly indexFile: string;
}

/** Entries that are indexed at a time. */
const indexedAtOnce = 4_096;

export async function openLogReader({ url, indexFile }: LogReaderOptions): Promise<LogReader> {
  const storage = await openReading(url);
  let index = openEntryIndex(indexFile);
  if (index.size > (await storage.frontier()).size) {
    // of another log, or of one that was rolled back: it is made anew
    index.close();
    if (indexFile !== ':memory:') rmSync(indexFile, { force: true });
    index = openEntryIndex(indexFile);
  }
  const find = async (filters: readonly LogFilter[], before: number) => {
    await catchUp(index, storage);
    return { terms: filters.flatMap(termsOfFilter), bounds: boundsOf(filters, before) };
  };
  return {
    checkpoint: async () => (await storage.lastCheckpoint())?.note,
    tile: (name) => readTile(storage, name),
    receipt: (number) => makeReceipt(storage, number),
    entry: async (number) => (await storage.entriesAt([number])).map(parseStored)[0],
    page: async (filters, first, before = Infinity) => {
      const { terms, bounds } = await find(filters, before);
      const numbers: number[] = [];
      for (const number of index.find(terms, bounds)) if (numbers.push(number) > first) break;
      const entries = (await storage.entriesAt(numbers.slice(0, first))).map(parseStored).reverse();
      return { entries, more: numbers.length > first };
    },
    counts: async (filters) => {
      const { terms, bounds } = await find(filters, Infinity);
      const of = (field: CountedField) => sorted(index.count(field, terms, bounds));
      const by: LogCounts['by'] = {
        agency: of('agency'),
        purpose: of('purpose'),
        hour: of('hour'),
        state: of('state'),
        outcome: of('outcome'),
      };
      // every entry has one outcome
      return { total: by.outcome.reduce((sum, { count }) => sum + count, 0), by };
    },
    signs: async (filters, state) =>
      signsOfMisuse(index, { ...(await find(filters, Infinity)), ...(state !== undefined && { state }) }),
    close: async () => {
      index.close();
      await storage.close();
    },
  };
}

async function catchUp(index: EntryIndex, storage: LogReading): Promise<void> {
  for (;;) {
    const entries = await storage.entries(index.size, indexedAtOnce);
    if (entries.length > 0) index.add(entries);
    if (entries.length < indexedAtOnce) return;
  }
}

function parseStored({ index, bytes }: StoredEntry): NumberedEntry {
  return { index, entry: JSON.parse(bytes.toString('utf8')) as AuditEntry };
}

function boundsOf(filters: readonly LogFilter[], before: number): Bounds {
  const from = filters.flatMap(({ from: time }) => (time === undefined ? [] : [Date.parse(time)]));
  const until = filters.flatMap(({ until: time }) => (time === undefined ? [] : [Date.parse(time)]));
  return { before, fromMs: Math.max(-Infinity, ...from), untilMs: Math.min(Infinity, ...until) };
}

function sorted(counts: ReadonlyMap<string, number>) {
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
