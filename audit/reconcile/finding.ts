/** Something of which two logs, a gateway's and a State's node's, do not say the same. */
export interface Finding {
  readonly kind: FindingKind;
  /** The id of the request to the node. */
  readonly jti: string;
  readonly time: string;
  /** What only the gateway wrote, and what only the node: record ids and coordinates. */
  readonly onlyGateway: readonly string[];
  readonly onlyNode: readonly string[];
}

export const findingKinds = ['ONLY_GATEWAY', 'ONLY_NODE', 'DIFFERENT', 'IN_FLIGHT'] as const;

export type FindingKind =
  | 'ONLY_GATEWAY' // the gateway says that the node disclosed; the node's log does not have it
  | 'ONLY_NODE' // the node disclosed; the gateway's log does not have it
  | 'DIFFERENT'
  | 'IN_FLIGHT'; // only one side has it, and it is too new to say more

/** What one side says that was disclosed. */
export interface Disclosed {
  readonly time: string;
  readonly facts: ReadonlySet<string>;
}

/** @param isNew - one side may know what the other does not yet @returns undefined where both say the same */
export function findingOf(
  jti: string,
  gateway: Disclosed | undefined,
  node: Disclosed | undefined,
  isNew: boolean,
): Finding | undefined {
  const kind = kindOf(gateway, node, isNew);
  if (kind === undefined) return undefined;
  const time = gateway?.time ?? node?.time ?? '';
  return { kind, jti, time, onlyGateway: without(gateway, node), onlyNode: without(node, gateway) };
}

function kindOf(
  gateway: Disclosed | undefined,
  node: Disclosed | undefined,
  isNew: boolean,
): FindingKind | undefined {
  if (gateway === undefined || node === undefined) {
    if (isNew) return 'IN_FLIGHT';
    if (node !== undefined) return 'ONLY_NODE';
    // a request that brought nothing may never have reached the node
    return gateway?.facts.size === 0 ? undefined : 'ONLY_GATEWAY';
  }
  const isSame =
    gateway.facts.size === node.facts.size && [...gateway.facts].every((fact) => node.facts.has(fact));
  return isSame ? undefined : 'DIFFERENT';
}

function without(one: Disclosed | undefined, other: Disclosed | undefined): readonly string[] {
  return [...(one?.facts ?? [])].filter((fact) => other?.facts.has(fact) !== true).sort();
}
