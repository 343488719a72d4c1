import type { AuditEntry, HistoryMark } from '../../audit/entry.js';
import { openStorage } from '../../audit/storage/open.js';

/** Entries that are read at a time. */
const readAtOnce = 1_000;

/**
 * How far the State's history of agreements went by the newest entry of its access log that says so: what was served by it has
 * such an entry, and the log only grows.
 *
 * @param logUrl - of the access log
 * @returns undefined where no entry says so
 */
export async function rememberedHistory(logUrl: string, state: string): Promise<HistoryMark | undefined> {
  const log = await openStorage(logUrl);
  try {
    const { size } = await log.frontier();
    for (let end = size; end > 0; end -= readAtOnce) {
      const from = Math.max(0, end - readAtOnce);
      const stored = await log.entries(from, end - from);
      for (const { bytes } of [...stored].reverse()) {
        const mark = markIn(bytes.toString('utf8'), state);
        if (mark !== undefined) return mark;
      }
    }
    return undefined;
  } finally {
    await log.close();
  }
}

function markIn(text: string, state: string): HistoryMark | undefined {
  if (!text.includes('"agreementsHistory"')) return undefined;
  const { states } = (JSON.parse(text) as AuditEntry).data;
  return states.find(({ code }) => code === state)?.agreementsHistory;
}
