import {
  type DocumentNode,
  type FieldNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { withoutUnusedVariables } from '../variables.js';
import type { FieldPaths } from './field-set.js';

/** A field that an entity fetch asks of the entities themselves. */
export interface EntityField {
  readonly node: FieldNode;
  readonly typeName: string;
  /** The field and the fragments around it: it is asked where all of them are included. */
  readonly within: readonly SelectionNode[];
  /** What the subgraph requires to resolve it. */
  readonly requires: FieldPaths | undefined;
}

/**
 * The fields that an `_entities` fetch asks of its entities.
 *
 * @param document - without named fragments
 * @param requires - what the fetch's subgraph requires to resolve a field
 */
export function entityFields(
  document: DocumentNode,
  requires: (typeName: string, fieldName: string) => FieldPaths | undefined,
): readonly EntityField[] {
  const fields: EntityField[] = [];
  const collect = (set: SelectionSetNode, typeName: string, around: readonly SelectionNode[]): void => {
    for (const node of set.selections) {
      const within = [...around, node];
      if (node.kind === Kind.FIELD)
        fields.push({ node, typeName, within, requires: requires(typeName, node.name.value) });
      if (node.kind === Kind.INLINE_FRAGMENT)
        collect(node.selectionSet, node.typeCondition?.name.value ?? typeName, within);
    }
  };
  const entities = entitiesOf(document)?.selectionSet;
  if (entities !== undefined) collect(entities, '', []);
  return fields;
}

/**
 * Groups fields so that no group requires one and the same field twice, with other arguments: a representation has
 * place for one of them.
 */
export function groupWithoutConflict(fields: readonly EntityField[]): readonly (readonly EntityField[])[] {
  const groups: { readonly fields: EntityField[]; readonly required: Map<string, string> }[] = [];
  for (const field of fields) {
    const required = [...(field.requires ?? [])].map(([path, realPath]) => [realPath, path] as const);
    let group = groups.find((known) =>
      required.every(([realPath, path]) => (known.required.get(realPath) ?? path) === path),
    );
    if (group === undefined) {
      group = { fields: [], required: new Map() };
      groups.push(group);
    }
    group.fields.push(field);
    for (const [realPath, path] of required) group.required.set(realPath, path);
  }
  return groups.map((group) => group.fields);
}

/** The fetch of some of its fields. */
export function fetchOf(document: DocumentNode, fields: readonly EntityField[]): DocumentNode {
  const kept = new Set<SelectionNode>(fields.map(({ node }) => node));
  const keep = (set: SelectionSetNode): SelectionSetNode => ({
    ...set,
    selections: set.selections.flatMap((node): readonly SelectionNode[] => {
      if (node.kind !== Kind.INLINE_FRAGMENT) return kept.has(node) ? [node] : [];
      const selectionSet = keep(node.selectionSet);
      return selectionSet.selections.length > 0 ? [{ ...node, selectionSet }] : [];
    }),
  });
  const entities = entitiesOf(document);
  return withoutUnusedVariables(
    visit(document, {
      Field: (node) =>
        node === entities && node.selectionSet ? { ...node, selectionSet: keep(node.selectionSet) } : false,
    }),
  );
}

function entitiesOf({ definitions }: DocumentNode): FieldNode | undefined {
  const operation = definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  const root = operation?.selectionSet.selections[0];
  return root?.kind === Kind.FIELD ? root : undefined;
}
