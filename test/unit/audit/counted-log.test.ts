import { describe, expect, it } from '@jest/globals';
import { countedLog, entryKinds } from '../../../audit/counted-log.js';
import type { AuditEntry } from '../../../audit/entry.js';
import { openAuditLog } from '../../../audit/log.js';
import { openStorage } from '../../../audit/storage/open.js';
import { IstmoError } from '../../../common/errors.js';
import { createMetrics } from '../../../common/metrics/metrics.js';
import { pathToFileURL } from 'node:url';
import { makeEntry, makeSigner, temporaryFile } from './entry-factory.js';

const answer: AuditEntry['data']['states'][number] = {
  code: 'GT',
  status: 'ANSWERED',
  ms: 20,
  agreements: ['A'],
  legalBasis: ['L'],
  records: { Firearm: ['GT:Firearm:MARKED'] },
  shown: ['Firearm.make'],
  withheld: [
    { coordinate: 'Firearm.model', reason: 'NOT_OFFERED' },
    { coordinate: 'Firearm.calibre', reason: 'NOT_OFFERED' },
    { coordinate: 'Firearm.seizure', reason: 'QUOTA_EXHAUSTED', records: ['GT:Firearm:MARKED'] },
  ],
};
const entry: AuditEntry = {
  ...makeEntry('MARKED'),
  data: {
    ...makeEntry('MARKED').data,
    requester: { agency: 'MARKED', country: 'GT', officer: 'MARKED', client: 'MARKED', roles: ['MARKED'] },
    purpose: 'MARKED',
    case: 'MARKED',
    operation: { name: 'MARKED', sha256: 'MARKED' },
    states: [answer, { ...answer, code: 'SV', status: 'TIMEOUT', ms: 3_000, withheld: [] }],
    outcome: { result: 'PARTIAL' },
  },
};

async function openLog() {
  const metrics = createMetrics(entryKinds);
  const storage = await openStorage(pathToFileURL(temporaryFile('log.db')).href);
  const log = await openAuditLog(storage, makeSigner());
  return { metrics, log };
}

function samples(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '' && !/^#|_bucket/u.test(line));
}

describe('a log whose entries are counted', () => {
  it('counts what is on disk by outcome, State and reason, and nothing that names anybody', async () => {
    const { metrics, log } = await openLog();
    const took: unknown[] = [];
    const counted = countedLog(log, metrics, (...of) => took.push(of));
    await counted.append(entry);
    await counted.append({
      ...makeEntry('x'),
      type: 'org.istmo.refusal.v1',
      data: { requestId: 'x', states: [], outcome: { result: 'REFUSED', code: 'TOKEN_EXPIRED' } },
    });
    expect(samples(metrics.text())).toEqual([
      'istmo_requests_total{kind="access",outcome="PARTIAL",code=""} 1',
      'istmo_requests_total{kind="refusal",outcome="REFUSED",code="TOKEN_EXPIRED"} 1',
      'istmo_state_answers_total{state="GT",status="ANSWERED"} 1',
      'istmo_state_answers_total{state="SV",status="TIMEOUT"} 1',
      'istmo_withheld_total{state="GT",reason="NOT_OFFERED"} 2',
      'istmo_withheld_total{state="GT",reason="QUOTA_EXHAUSTED"} 1',
    ]);
    expect(took).toEqual([
      ['GT', 0.02],
      ['SV', 3],
    ]);
    expect(metrics.text()).not.toContain('MARKED');
    expect(counted.size).toBe(2);
    await counted.close();
  });

  it('counts what could not be kept as refused, since it was', async () => {
    const { metrics, log } = await openLog();
    const failing = countedLog(
      { ...log, append: () => Promise.reject(new IstmoError('AUDIT_UNAVAILABLE')) },
      metrics,
    );
    await expect(failing.append(entry)).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
    expect(samples(metrics.text())).toEqual([
      'istmo_requests_total{kind="access",outcome="REFUSED",code="AUDIT_UNAVAILABLE"} 1',
    ]);
    await log.close();
  });
});

describe('the commits of a log', () => {
  it('are counted by how many entries shared one, and how many failed', async () => {
    const { log } = await openLog();
    await Promise.all(Array.from({ length: 20 }, (_, n) => log.append(makeEntry(String(n)))));
    await log.append(makeEntry('alone'));
    const { entries, seconds, failed } = log.commits;
    expect(entries.sum).toBe(21);
    expect(entries.counts.reduce((sum, count) => sum + count, 0)).toBe(2);
    expect(seconds.counts.reduce((sum, count) => sum + count, 0)).toBe(2);
    expect(failed).toBe(0);
    await log.close();
  });
});
