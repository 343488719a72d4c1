import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import type { Conditions } from '../plan/conditions.js';
import type { TypeTest } from '../plan/type-test.js';

/** What collecting the fields of a selection depends on. */
export interface Collecting {
  readonly schema: GraphQLSchema;
  readonly isOfType: TypeTest;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly conditions: Conditions;
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
    for (const node of selections) if (isIncluded(node, collecting.conditions)) visitNode(node);
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

/** Whether the `@skip` and `@include` of a selection let it be. */
export function isIncluded({ directives = [] }: SelectionNode, conditions: Conditions): boolean {
  return directives.every(({ name: { value: name }, arguments: given = [] }) => {
    if (name !== 'skip' && name !== 'include') return true;
    const condition = given.find((argument) => argument.name.value === 'if');
    const wanted = condition && (valueFromASTUntyped(condition.value, conditions) as boolean);
    return name === 'include' ? wanted === true : wanted !== true;
  });
}
