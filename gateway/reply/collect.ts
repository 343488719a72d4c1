import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { TypeTest } from '../plan/type-test.js';

/** What collecting the fields of a selection depends on. Of `@skip` and `@include` nothing is left in it. */
export interface Collecting {
  readonly schema: GraphQLSchema;
  readonly isOfType: TypeTest;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** Fields by response key, in the order of the operation. */
export type CollectedFields = ReadonlyMap<string, readonly FieldNode[]>;

/**
 * The fields that selections take of an object of a type.
 *
 * @param typeName - of an object type, or of an interface where no more is known of the object
 * @see GraphQL specification, "CollectFields"
 */
export function collectFields(
  collecting: Collecting,
  typeName: string,
  selectionSets: readonly SelectionSetNode[],
): CollectedFields {
  const fields = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  const visit = ({ selections }: SelectionSetNode): void => {
    for (const node of selections) visitNode(node);
  };
  const visitNode = (node: SelectionNode): void => {
    if (node.kind === Kind.FIELD) {
      const key = node.alias?.value ?? node.name.value;
      const known = fields.get(key);
      if (known === undefined) fields.set(key, [node]);
      else known.push(node);
      return;
    }
    const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : spread(node.name.value);
    if (fragment === undefined) return;
    const condition = fragment.typeCondition?.name.value;
    if (condition === undefined || collecting.isOfType(typeName, condition)) visit(fragment.selectionSet);
  };
  const spread = (name: string): FragmentDefinitionNode | undefined => {
    if (visited.has(name)) return undefined;
    visited.add(name);
    return collecting.fragments.get(name);
  };
  selectionSets.forEach(visit);
  return fields;
}
