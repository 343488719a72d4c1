import { performance } from 'node:perf_hooks';
import { openAuditLog } from '../../audit/log.js';
import { createNoteSigner, parseVerifierKey } from '../../audit/note.js';
import { type LogReader, openLogReader } from '../../audit/reading/log-reader.js';
import type { LogFilter } from '../../audit/reading/terms.js';
import { openStorage } from '../../audit/storage/open.js';
import { verifyLog } from '../../audit/verify.js';
import type { LogFilterField } from '../../common/log-filter.js';
import { median } from '../report/statistics.js';
import { smallEntry } from './entries.js';

/** What reading a log takes. */
export interface ReadLog {
  readonly entries: number;
  readonly verifySeconds: number;
  readonly indexSeconds: number;
  /** Milliseconds of a page of fifty, by what it was looked for by. */
  readonly pages: readonly { readonly by: string; readonly ms: number; readonly found: number }[];
}

const commit = 500;
const pageSize = 50;
const turns = 15;

/** Each filter by itself, and such as few entries or none fit. */
function filtersOf(entries: number): readonly (readonly [string, LogFilter])[] {
  const { time: from, data } = smallEntry(Math.floor(entries / 3));
  const { time: until } = smallEntry(Math.floor(entries / 2));
  const { requester, purpose = '', case: caseNumber = '', states } = data;
  const { agency = '', officer = '' } = requester ?? {};
  const [{ code: state, records } = { code: '', records: {} }] = states;
  const [record = ''] = Object.values(records).flat();
  // each that there is: one more does not compile until it is measured
  const values: Readonly<Record<LogFilterField, string>> = {
    from,
    until,
    agency,
    officer,
    purpose,
    case: caseNumber,
    state,
    record,
    coordinate: 'Firearm.serialNumber',
    outcome: 'PARTIAL',
    reason: 'NOT_OFFERED',
    type: 'org.istmo.access.v1',
  };
  return [
    ['nothing', {}],
    ...Object.entries(values).map(([field, value]): [string, LogFilter] => [field, { [field]: value }]),
    ['agency and record', { agency, record }],
    ['agency and state', { agency, state }],
    ['agency, from and until', { agency, from, until }],
    ['all of them at once', values],
    ['two that are many and never meet', { agency: 'US-ATF', officer: 'officer-1' }],
    ['an officer who is not there', { officer: 'nobody' }],
  ];
}

/** Makes a log of so many entries, verifies it, makes its index and asks it for pages. */
export async function readLog(
  { url, indexFile }: { readonly url: string; readonly indexFile: string },
  signingKey: Readonly<Record<string, unknown>>,
  entries: number,
  progress: (what: string) => void,
): Promise<ReadLog> {
  const signer = createNoteSigner('istmo.example/log/bench', signingKey);
  const log = await openAuditLog(await openStorage(url), signer);
  for (let start = 0; start < entries; start += commit) {
    await Promise.all(Array.from({ length: commit }, (_, n) => log.append(smallEntry(start + n))));
    if (start % 50_000 === 0) progress(`${String(start)} of ${String(entries)} entries`);
  }
  await log.close();
  progress('verifies');
  const storage = await openStorage(url);
  const started = performance.now();
  const verified = await verifyLog(storage, parseVerifierKey(signer.verifierKey));
  const verifySeconds = (performance.now() - started) / 1_000;
  await storage.close();
  if (!verified.ok) throw new Error(`the log of the bench is wrong: ${verified.problem}`);
  progress('makes the index');
  const reader = await openLogReader({ url, indexFile });
  const begun = performance.now();
  await reader.page([], 1);
  const indexSeconds = (performance.now() - begun) / 1_000;
  const pages = [];
  for (const [by, filter] of filtersOf(entries)) pages.push(await pagesBy(reader, by, filter));
  await reader.close();
  return { entries: verified.size, verifySeconds, indexSeconds, pages };
}

async function pagesBy(reader: LogReader, by: string, filter: LogFilter): Promise<ReadLog['pages'][number]> {
  const times: number[] = [];
  let found = 0;
  for (let turn = 0; turn < turns; turn += 1) {
    const started = performance.now();
    const page = await reader.page([filter], pageSize);
    times.push(performance.now() - started);
    found = page.entries.length;
  }
  return { by, ms: median(times), found };
}
