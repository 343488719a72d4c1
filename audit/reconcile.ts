import type { AuditEntry, EntryState } from './entry.js';

/** What two sides, a gateway and a State's node, wrote of the same request to the node. */
export interface Reconciliation {
  /** Requests that both know, and of which both say the same. */
  readonly agreed: number;
  readonly findings: readonly Finding[];
}

/** Something of which the two logs do not say the same. */
export interface Finding {
  readonly kind: FindingKind;
  /** The id of the request to the node. */
  readonly jti: string;
  readonly time: string;
  /** What only the gateway wrote, and what only the node: record ids and coordinates. */
  readonly onlyGateway: readonly string[];
  readonly onlyNode: readonly string[];
}

export type FindingKind =
  | 'ONLY_GATEWAY' // the gateway says that the node disclosed; the node's log does not have it
  | 'ONLY_NODE' // the node disclosed; the gateway's log does not have it
  | 'DIFFERENT'
  | 'IN_FLIGHT'; // only one side has it, and it is too new to say more

export interface ReconcileOptions {
  readonly state: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Milliseconds for which one side may know what the other does not yet. */
  readonly inFlightMs?: number;
}

/** What one side says that was disclosed. */
interface Disclosed {
  readonly time: string;
  readonly facts: ReadonlySet<string>;
}

/** Compares a gateway's log with a node's access log, by the ids of the requests to the node. */
export function reconcile(
  gateway: Iterable<AuditEntry>,
  node: Iterable<AuditEntry>,
  { state, now, inFlightMs = 30_000 }: ReconcileOptions,
): Reconciliation {
  const theirs = disclosedBy(node, state);
  const ours = disclosedBy(gateway, state);
  const findings: Finding[] = [];
  let agreed = 0;
  for (const jti of new Set([...ours.keys(), ...theirs.keys()])) {
    const [our, their] = [ours.get(jti), theirs.get(jti)];
    const onlyGateway = without(our, their);
    const onlyNode = without(their, our);
    const time = our?.time ?? their?.time ?? '';
    const kind = kindOf(our, their, now - Date.parse(time) < inFlightMs);
    if (kind !== undefined) findings.push({ kind, jti, time, onlyGateway, onlyNode });
    else agreed += 1;
  }
  return { agreed, findings: findings.sort((a, b) => (a.time < b.time ? -1 : 1)) };
}

function kindOf(
  our: Disclosed | undefined,
  their: Disclosed | undefined,
  isNew: boolean,
): FindingKind | undefined {
  if (our === undefined || their === undefined) {
    if (isNew) return 'IN_FLIGHT';
    if (their === undefined) return our?.facts.size === 0 ? undefined : 'ONLY_GATEWAY';
    return 'ONLY_NODE';
  }
  const isSame = our.facts.size === their.facts.size && [...our.facts].every((fact) => their.facts.has(fact));
  return isSame ? undefined : 'DIFFERENT';
}

/** By jti. The parts of a disclosure that did not fit into one entry are put together. */
function disclosedBy(entries: Iterable<AuditEntry>, state: string): ReadonlyMap<string, Disclosed> {
  const found = new Map<string, { readonly time: string; readonly facts: Set<string> }>();
  for (const { time, data } of entries)
    for (const answer of data.states) {
      if (answer.code !== state || answer.jti === undefined) continue;
      const known = found.get(answer.jti) ?? { time, facts: new Set<string>() };
      found.set(answer.jti, known);
      for (const fact of factsOf(answer)) known.facts.add(fact);
    }
  return found;
}

function factsOf({ records, shown }: EntryState): readonly string[] {
  return [...Object.values(records).flat(), ...shown];
}

function without(one: Disclosed | undefined, other: Disclosed | undefined): readonly string[] {
  return [...(one?.facts ?? [])].filter((fact) => other?.facts.has(fact) !== true).sort();
}
