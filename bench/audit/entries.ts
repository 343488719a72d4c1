import type { AuditEntry } from '../../audit/entry.js';
import { reachedStates } from './states.js';

/** An entry as a gateway writes of a question to nine States: 3.4 KB. */
export function requestEntry(number: number): AuditEntry {
  return entryOf(number, reachedStates(number, 9));
}

/** An entry of one State: 0.7 KB, of which a log of a million is made. */
export function smallEntry(number: number): AuditEntry {
  return entryOf(number, reachedStates(number, 1));
}

const agencies = ['US-ATF', 'US-DEA', 'SV-PNC', 'GT-PNC', 'HN-ATIC', 'CR-OIJ'];
const purposes = ['FIREARM_TRACING', 'DRUG_INVESTIGATION', 'GANG_INVESTIGATION', 'PRECURSOR_CONTROL'];

function pick(items: readonly string[], number: number): string {
  return items[number % items.length] ?? '';
}

function entryOf(number: number, states: AuditEntry['data']['states']): AuditEntry {
  const agency = pick(agencies, number);
  const id = `${String(number).padStart(8, '0')}-0000-4000-8000-000000000000`;
  return {
    specversion: '1.0',
    id,
    source: '/gateways/bench',
    type: 'org.istmo.access.v1',
    // ten a second, so that a million is a day and some hours
    time: new Date(Date.UTC(2026, 10, 1) + number * 100).toISOString(),
    datacontenttype: 'application/json',
    data: {
      requestId: id,
      sourceAddress: '10.0.0.7',
      requester: {
        agency,
        country: agency.slice(0, 2),
        officer: `officer-${String(number % 500)}`,
        client: 'console',
        roles: ['investigator'],
      },
      purpose: pick(purposes, Math.floor(number / 7)),
      case: `CASE-${String(number % 20_000)}`,
      urgency: 'ROUTINE',
      operation: { name: 'Trace', sha256: 'a'.repeat(64) },
      states,
      outcome: { result: number % 11 === 0 ? 'PARTIAL' : 'ANSWERED' },
    },
  };
}
