import { type Finding, type FindingKind, findingKinds } from '../../../audit/reconcile/finding.js';
import { reconcile, type Reconciliation } from '../../../audit/reconcile/reconcile.js';
import { readEntries } from '../entries.js';

/** What is compared: two logs, of requests to one State's node. */
export interface Comparing {
  readonly state: string;
  readonly gatewayLog: string;
  readonly nodeLog: string;
  /** Milliseconds since 1970; absent: from the first entry on. */
  readonly sinceMs?: number;
}

/** How a run ended. */
export interface Run extends Reconciliation {
  readonly state: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly result: 'AGREED' | 'DIFFERENT' | 'NOT_COMPARED';
  /** Why the two could not be compared. */
  readonly fault?: string;
}

/** Runs once. Where a log cannot be read, the run says so: whoever watches must not take it for agreement. */
export async function runOnce(
  { state, gatewayLog, nodeLog, sinceMs }: Comparing,
  tell: (finding: Finding) => void,
): Promise<Run> {
  const now = Date.now();
  const startedAt = new Date(now).toISOString();
  const end = (rest: Omit<Run, 'state' | 'startedAt' | 'finishedAt'>): Run => {
    return { state, startedAt, finishedAt: new Date().toISOString(), ...rest };
  };
  try {
    const since = sinceMs !== undefined && { sinceMs };
    const gateway = entriesAlone(gatewayLog, sinceMs);
    const compared = await reconcile(gateway, entriesAlone(nodeLog, sinceMs), { state, now, ...since }, tell);
    return end({ result: wrongOf(compared) === 0 ? 'AGREED' : 'DIFFERENT', ...compared });
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    return end({ result: 'NOT_COMPARED', fault, agreed: 0, found: none, read: { gateway: 0, node: 0 } });
  }
}

const none = Object.fromEntries(findingKinds.map((kind) => [kind, 0])) as Record<FindingKind, number>;

/** Findings that are more than too new. */
export function wrongOf({ found }: Pick<Reconciliation, 'found'>): number {
  return found.ONLY_GATEWAY + found.ONLY_NODE + found.DIFFERENT;
}

export const exitCodes: Readonly<Record<Run['result'], number>> = {
  AGREED: 0,
  DIFFERENT: 1,
  NOT_COMPARED: 2,
};

async function* entriesAlone(from: string, sinceMs: number | undefined) {
  for await (const { entry } of readEntries(from, sinceMs)) yield entry;
}
