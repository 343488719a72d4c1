import { type DocumentNode, Kind, visit } from 'graphql';
import { looksMade, privateKey } from '../private-names.js';

/**
 * The operation as it is planned: a response key that the planner could take for a field of its own gets a private one.
 * The planner adds keys and required fields to what a client asks, and merges by response key alone: it would take
 * `{ id: serialNumber }` for the key `id`.
 *
 * @param plannedNames - of the fields that the planner may add
 * @returns the same document where no key is like that
 */
export function withPrivateKeys(document: DocumentNode, plannedNames: ReadonlySet<string>): DocumentNode {
  return visit(document, {
    Field: (node) => {
      const key = (node.alias ?? node.name).value;
      const isPlain = key === node.name.value && (node.arguments ?? []).length === 0;
      const isTaken = plannedNames.has(key) ? !isPlain : looksMade(key);
      return isTaken ? { ...node, alias: { kind: Kind.NAME, value: privateKey(key) } } : undefined;
    },
  });
}
