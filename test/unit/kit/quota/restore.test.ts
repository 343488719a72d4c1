import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import type { AuditEntry } from '../../../../audit/entry.js';
import { openAuditLog } from '../../../../audit/log.js';
import { createNoteSigner } from '../../../../audit/note.js';
import { openStorage } from '../../../../audit/storage/open.js';
import { createMemoryCounts } from '../../../../common/quota/memory-counts.js';
import { dayOf } from '../../../../common/quota/window.js';
import { restoreCounts } from '../../../../subgraphs/kit/quota/restore.js';
import { makeEntry } from '../../audit/entry-factory.js';
import { newEd25519Key } from '../../../../common/keys.js';

const timeZone = 'America/Guatemala';
const now = Date.parse('2026-06-01T12:00:00Z');

function counting(time: string, officer: string, counted: Record<string, number>): AuditEntry {
  const entry = makeEntry(`${time} ${officer}`);
  const [state] = entry.data.states;
  return {
    ...entry,
    time,
    data: {
      ...entry.data,
      requester: { ...entry.data.requester!, officer },
      states: [{ ...state!, counted }],
    },
  };
}

async function keptLog(entries: readonly AuditEntry[]): Promise<string> {
  const url = pathToFileURL(join(mkdtempSync(join(tmpdir(), 'istmo-restore-')), 'log.db')).href;
  const jwk = newEd25519Key() as never;
  const log = await openAuditLog(await openStorage(url), createNoteSigner('log', jwk));
  await Promise.all(entries.map((entry) => log.append(entry)));
  await log.close();
  return url;
}

describe('a node that starts again', () => {
  it('begins with what its access log says of today, of each officer', async () => {
    const url = await keptLog([
      counting('2026-06-01T05:59:59.000Z', 'o1', { A: 3 }),
      ...Array.from({ length: 1_500 }, () => counting('2026-06-01T06:00:00.000Z', 'o1', { A: 1, B: 0 })),
      counting('2026-06-01T11:00:00.000Z', 'o2', { A: 10 }),
      makeEntry('of before there were quotas'),
    ]);
    const counts = createMemoryCounts();
    await restoreCounts(url, counts, timeZone, now);
    const claim = { limitOf: 'A records', limit: 6_000, window: dayOf(timeZone, now), amount: 0 };
    const left = ['o1', 'o2', 'o3'].map((officer) => ({ ...claim, officer }));
    // two officers have asked: a third of it each, until the third comes
    expect(await counts.take({ each: left, together: [] })).toEqual([
      { fits: true, left: 500 },
      { fits: true, left: 1_990 },
      { fits: true, left: 1_500 },
    ]);
  });

  it('begins with nothing where the log is empty', async () => {
    const counts = createMemoryCounts();
    await restoreCounts(await keptLog([]), counts, timeZone, now);
    const claim = { limitOf: 'A records', limit: 10, window: dayOf(timeZone, now), amount: 0, officer: 'o1' };
    expect(await counts.take({ each: [claim], together: [] })).toEqual([{ fits: true, left: 5 }]);
  });
});
