import type { AuditEntry } from '../../audit/entry.js';
import type { LogFilter } from '../../audit/reading/terms.js';
import type { Requester } from '../identity/requester.js';

/** How much of the log somebody may see. */
export interface Sight {
  /** Only entries that fit it. */
  readonly filter: LogFilter;
  /** Only what concerns this State, of all States that an entry names. */
  readonly state?: string;
}

/** What the roles of a requester open: all of it, what touches its State, or what its agency's officers did. */
export function sightOf({ roles, country, agency }: Requester): Sight | undefined {
  if (roles.includes('regional-auditor')) return { filter: {} };
  if (roles.includes('national-auditor')) return { filter: { state: country }, state: country };
  if (roles.includes('agency-auditor')) return { filter: { agency } };
  return undefined;
}

/** An entry as far as it may be seen. */
export function seenBy({ state }: Sight, { data, ...envelope }: AuditEntry): AuditEntry {
  if (state === undefined) return { ...envelope, data };
  return { ...envelope, data: { ...data, states: data.states.filter(({ code }) => code === state) } };
}
