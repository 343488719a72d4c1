import type { AuditEntry } from '../entry.js';
import type { LogReading, StoredEntry } from './storage.js';

const pageSize = 1_000;

/** The entries of a log one after the other, a page in memory at a time. @param from - the number of the first */
export async function* entriesOf(
  reading: Pick<LogReading, 'entries'>,
  from = 0,
): AsyncGenerator<StoredEntry> {
  for (let next = from; ;) {
    const page = await reading.entries(next, pageSize);
    yield* page;
    next = (page.at(-1)?.index ?? next) + 1;
    if (page.length < pageSize) return;
  }
}

/** For how long an entry may come after younger ones: it stands where its answer left, and has the time at which it was asked. */
const disorderMs = 60 * 60 * 1_000;

/**
 * A number before which no entry is of that time or later: found by halving, since entries follow one another in time but for
 * an hour at most.
 *
 * @param size - entries of the log
 */
export async function firstSince(
  reading: Pick<LogReading, 'entries'>,
  size: number,
  sinceMs: number,
): Promise<number> {
  let [from, to] = [0, size];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const [stored] = await reading.entries(middle, 1);
    if (stored !== undefined && timeOf(stored) < sinceMs - disorderMs) from = middle + 1;
    else to = middle;
  }
  return from;
}

function timeOf({ bytes }: StoredEntry): number {
  return Date.parse((JSON.parse(bytes.toString('utf8')) as AuditEntry).time);
}
