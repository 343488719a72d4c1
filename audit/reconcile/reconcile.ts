import type { AuditEntry, EntryState } from '../entry.js';
import { type BothSides, openBothSides, type Saying, type Side } from './both-sides.js';
import { type Finding, type FindingKind, findingKinds, findingOf } from './finding.js';

/** How much two sides, a gateway and a State's node, say the same of the requests to the node. */
export interface Reconciliation {
  /** Requests that both know, and of which both say the same. */
  readonly agreed: number;
  readonly found: Readonly<Record<FindingKind, number>>;
  /** Entries of that State that were read of each log. */
  readonly read: { readonly gateway: number; readonly node: number };
}

export interface ReconcileOptions {
  readonly state: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Requests from then on; what the logs have of those shortly before is read too, since their clocks differ. */
  readonly sinceMs?: number;
  /** Milliseconds for which one side may know what the other does not yet. */
  readonly inFlightMs?: number;
}

type Entries = AsyncIterable<AuditEntry> | Iterable<AuditEntry>;

/** Entries of which what they say is put on disk at a time. */
const addedAtOnce = 1_000;

/**
 * Compares a gateway's log with a node's access log by the ids of the requests to the node, in memory that does not grow
 * with them.
 *
 * @param tell - told each finding, the oldest first
 */
export async function reconcile(
  gateway: Entries,
  node: Entries,
  { state, now, sinceMs = -Infinity, inFlightMs = 30_000 }: ReconcileOptions,
  tell: (finding: Finding) => void,
): Promise<Reconciliation> {
  const sides = openBothSides();
  try {
    const read = {
      gateway: await addAll(sides, 'GATEWAY', gateway, state),
      node: await addAll(sides, 'NODE', node, state),
    };
    const found = Object.fromEntries(findingKinds.map((kind) => [kind, 0])) as Record<FindingKind, number>;
    let agreed = 0;
    for (const pair of sides.pairs()) {
      const at = Date.parse(pair.gateway?.time ?? pair.node?.time ?? '');
      if (at < sinceMs) continue;
      const finding = findingOf(pair.jti, pair.gateway, pair.node, now - at < inFlightMs);
      if (finding === undefined) agreed += 1;
      else {
        found[finding.kind] += 1;
        sides.keep(finding);
      }
    }
    for (const finding of sides.findings()) tell(finding);
    return { agreed, found, read };
  } finally {
    sides.close();
  }
}

/** @returns how many entries say something of the State's node */
async function addAll(sides: BothSides, side: Side, entries: Entries, state: string): Promise<number> {
  let read = 0;
  let gathered: Saying[] = [];
  for await (const entry of entries) {
    const said = sayingsOf(entry, state);
    if (said.length > 0) read += 1;
    gathered.push(...said);
    if (gathered.length < addedAtOnce) continue;
    sides.add(side, gathered);
    gathered = [];
  }
  sides.add(side, gathered);
  return read;
}

function sayingsOf({ time, data }: AuditEntry, state: string): readonly Saying[] {
  return data.states.flatMap((answer) =>
    answer.code === state && answer.jti !== undefined
      ? [{ jti: answer.jti, time, facts: factsOf(answer) }]
      : [],
  );
}

function factsOf({ records, shown }: EntryState): readonly string[] {
  return [...Object.values(records).flat(), ...shown].sort();
}
