import type { AuditEntry } from '../../audit/entry.js';
import type { LogReading } from '../../audit/storage/storage.js';
import type { Answer } from './answer.js';
import { allIds, expectSame } from './parts.js';

/** @throws Error where the log has no such entry */
export async function readEntry(log: LogReading, index: number): Promise<AuditEntry> {
  const [stored] = await log.entries(index, 1);
  if (stored?.index !== index) throw new Error(`the log has no entry ${String(index)}`);
  return JSON.parse(stored.bytes.toString('utf8')) as AuditEntry;
}

/** What the log does not say as it was: who asked, why, how each State answered, and every record that was disclosed. */
export function entryFaults(answer: Answer, { data }: AuditEntry): readonly string[] {
  const disclosed = data.states.flatMap(({ records }) => Object.values(records).flat());
  return [
    ...expectSame('who asked', data.requester?.client, answer.as),
    ...expectSame('purpose', data.purpose, answer.purpose),
    ...expectSame('States', unique(data.states), unique(answer.states)),
    ...expectSame('records disclosed', [...new Set(disclosed)].sort(), allIds(answer.data)),
  ].map((fault) => `${answer.name}: log entry ${String(answer.auditEntry)}: ${fault}`);
}

/** Each State once, with its status. */
function unique(states: readonly { readonly code: string; readonly status: string }[]): unknown {
  return Object.fromEntries(states.map(({ code, status }) => [code, status]));
}
