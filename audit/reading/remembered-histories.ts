import type { AuditEntry, HistoryMark } from '../entry.js';
import { openReading } from '../storage/open-reading.js';

/** Entries that are read at a time. */
const readAtOnce = 1_000;

/**
 * How far States' histories of agreements went by the newest entries of a log that say so: what was served by one has such an
 * entry, and a log only grows.
 *
 * @param logUrl - of an access log or a gateway's
 * @param most - entries that are read at most, the newest first; absent: until every State is found
 * @returns by State; without those of which nothing was found
 * @throws LogNotReadError where there is no log, or it cannot be read
 */
export async function rememberedHistories(
  logUrl: string,
  states: readonly string[],
  most = Infinity,
): Promise<ReadonlyMap<string, HistoryMark>> {
  const log = await openReading(logUrl);
  const found = new Map<string, HistoryMark>();
  try {
    const { size } = await log.frontier();
    for (let end = size; end > 0 && size - end < most && found.size < states.length; end -= readAtOnce) {
      const from = Math.max(0, end - readAtOnce);
      const stored = await log.entries(from, end - from);
      for (const { bytes } of [...stored].reverse())
        for (const [state, mark] of marksIn(bytes.toString('utf8')))
          if (states.includes(state) && !found.has(state)) found.set(state, mark);
    }
    return found;
  } finally {
    await log.close();
  }
}

function marksIn(text: string): readonly (readonly [string, HistoryMark])[] {
  if (!text.includes('"agreementsHistory"')) return [];
  return (JSON.parse(text) as AuditEntry).data.states.flatMap(({ code, agreementsHistory }) =>
    agreementsHistory === undefined ? [] : [[code, agreementsHistory] as const],
  );
}
