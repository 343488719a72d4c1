import type { AuditEntry } from '../../../audit/entry.js';
import { openReading } from '../../../audit/storage/open-reading.js';
import type { LogReading } from '../../../audit/storage/storage.js';
import { dateIn } from '../../../common/clock.js';
import type { Counts } from '../../../common/quota/counts.js';
import { dayOf } from '../../../common/quota/window.js';
import { recordsOf } from './claims.js';

/** Entries that are read at a time. */
const readAtOnce = 1_000;

/**
 * Counts again what the access log says that was disclosed today, so that a restart gives no quota back: every answer has
 * its entry before it leaves.
 *
 * @param logUrl - of the access log
 */
export async function restoreCounts(
  logUrl: string,
  counts: Counts,
  timeZone: string,
  now: number,
): Promise<void> {
  const storage = await openReading(logUrl);
  try {
    const { size } = await storage.frontier();
    await countBackwards(storage, size, counts, { timeZone, now });
  } finally {
    await storage.close();
  }
}

interface Today {
  readonly timeZone: string;
  readonly now: number;
}

async function countBackwards(
  log: Pick<LogReading, 'entries'>,
  size: number,
  counts: Counts,
  { timeZone, now }: Today,
): Promise<void> {
  const window = dayOf(timeZone, now);
  for (let end = size; end > 0; end -= readAtOnce) {
    const from = Math.max(0, end - readAtOnce);
    const stored = await log.entries(from, end - from);
    const entries = stored.map(({ bytes }) => JSON.parse(bytes.toString('utf8')) as AuditEntry);
    const ofToday = entries.filter(({ time }) => dateIn(timeZone, Date.parse(time)) === window.id);
    await counts.add(
      ofToday.flatMap(countedIn).map(({ officer, agreement, amount }) => ({
        limitOf: recordsOf(agreement),
        limit: 1,
        officer,
        window,
        amount,
      })),
    );
    if (ofToday.length === 0) return;
  }
}

/** What an entry says that was counted; of a disclosure in parts the first says it for all. */
function countedIn({ data: { requester, states, part } }: AuditEntry) {
  if (requester === undefined || (part !== undefined && part.number > 1)) return [];
  return states.flatMap(({ counted = {} }) =>
    Object.entries(counted).map(([agreement, amount]) => ({
      officer: requester.officer,
      agreement,
      amount,
    })),
  );
}
