import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditEntry } from '../../../audit/entry.js';
import { openAuditLog } from '../../../audit/log.js';
import { type LogReader, openLogReader } from '../../../audit/reading/log-reader.js';
import type { LogFilter } from '../../../audit/reading/terms.js';
import { openStorage } from '../../../audit/storage/open.js';
import { makeEntry, makeSigner, temporaryFile } from './entry-factory.js';

/** Entries over three chunks of the index, a minute apart. */
const size = 9_000;
const indexFile = temporaryFile('index.db');
const url = pathToFileURL(temporaryFile('log.db')).href;
let reader: LogReader;

function numbered(n: number): AuditEntry {
  const { data, ...envelope } = makeEntry(String(n), [`GT:Firearm:${String(n % 50)}`]);
  const requester = {
    agency: n % 3 === 0 ? 'A' : 'B',
    country: 'US',
    officer: `o${String(n % 7)}`,
    client: 'c',
    roles: [],
  };
  return {
    ...envelope,
    time: new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString(),
    data: {
      ...data,
      requester,
      purpose: n % 2 === 0 ? 'FIREARM_TRACING' : 'BORDER_CONTROL',
      case: `C-${String(n % 11)}`,
    },
  };
}

async function addTo(from: number, count: number): Promise<void> {
  const log = await openAuditLog(await openStorage(url), signer);
  await Promise.all(Array.from({ length: count }, (_, n) => log.append(numbered(from + n))));
  await log.close();
}

const signer = makeSigner();
beforeAll(async () => {
  await addTo(0, size);
  reader = await openLogReader({ url, indexFile });
}, 60_000);
afterAll(async () => {
  await reader.close();
});

async function numbersOf(
  filters: readonly LogFilter[],
  first = 10_000,
  before?: number,
): Promise<readonly number[]> {
  return (await reader.page(filters, first, before)).entries.map(({ index }) => index);
}

/** What looking at every entry gives, the newest first. */
function byHand(fits: (n: number) => boolean): readonly number[] {
  return Array.from({ length: size }, (_, n) => size - 1 - n).filter(fits);
}

describe('looking entries up', () => {
  it.each<[string, readonly LogFilter[], (n: number) => boolean]>([
    ['nothing', [{}], () => true],
    ['an agency', [{ agency: 'A' }], (n) => n % 3 === 0],
    ['an agency and a purpose', [{ agency: 'A', purpose: 'BORDER_CONTROL' }], (n) => n % 6 === 3],
    ['two filters at once', [{ officer: 'o2' }, { case: 'C-5' }], (n) => n % 7 === 2 && n % 11 === 5],
    ['a record', [{ record: 'GT:Firearm:17' }], (n) => n % 50 === 17],
    [
      'a time, to the minute',
      [{ from: '2026-01-03T12:00:00Z', until: '2026-01-05T01:30:00Z' }],
      (n) => n >= 3_600 && n < 5_850,
    ],
    ['a time and a State', [{ state: 'GT', until: '2026-01-01T00:10:00Z' }], (n) => n < 10],
    ['what no entry has', [{ agency: 'Z' }], () => false],
    ['filters that exclude one another', [{ agency: 'A' }, { agency: 'B' }], () => false],
  ])('by %s finds what reading every entry finds', async (_, filters, fits) => {
    expect(await numbersOf(filters)).toEqual(byHand(fits));
  });

  it('goes on from page to page without losing or repeating one', async () => {
    const filters = [{ agency: 'A' }];
    const found: number[] = [];
    for (let before: number | undefined; ;) {
      const { entries, more } = await reader.page(filters, 700, before);
      found.push(...entries.map(({ index }) => index));
      before = found.at(-1);
      if (!more) break;
    }
    expect(found).toEqual(byHand((n) => n % 3 === 0));
  });

  it('counts by agency, purpose, hour, State and outcome, within a time', async () => {
    const { total, by } = await reader.counts([
      { from: '2026-01-01T00:00:00Z', until: '2026-01-01T01:30:00Z' },
    ]);
    expect(total).toBe(90);
    expect(by).toEqual({
      agency: [
        { value: 'B', count: 60 },
        { value: 'A', count: 30 },
      ],
      purpose: [
        { value: 'BORDER_CONTROL', count: 45 },
        { value: 'FIREARM_TRACING', count: 45 },
      ],
      hour: [
        { value: '00', count: 60 },
        { value: '01', count: 30 },
      ],
      state: [{ value: 'GT', count: 90 }],
      outcome: [{ value: 'ANSWERED', count: 90 }],
    });
  });

  it('sees what was added since, and after a restart goes on from its index', async () => {
    await addTo(size, 3);
    expect(await numbersOf([{}], 4)).toEqual([size + 2, size + 1, size, size - 1]);
    await reader.close();
    reader = await openLogReader({ url, indexFile });
    expect(await numbersOf([{ record: `GT:Firearm:${String((size + 1) % 50)}` }], 1)).toEqual([size + 1]);
  });
});
