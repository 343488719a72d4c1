import {
  type FieldNode,
  getNamedType,
  type GraphQLNamedType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { collectFields, type Collecting } from '../reply/collect.js';
import type { PlanNeeds } from './plan-needs.js';
import { publicKey } from './private-names.js';

/**
 * Finds what of an entity's selection goes to the client as it comes: the response keys beneath which the fetch asks for just
 * what the client does, in the client's order, of objects whose type is certain, and which no other fetch of the plan needs or
 * adds to.
 */
export type PassedKeys = (typeName: string, selectionSet: SelectionSetNode) => ReadonlySet<string>;

/** @param path - of the fetch. @param needs - of its whole plan */
export function passedKeysAt(
  collecting: Collecting,
  operation: OperationDefinitionNode,
  path: readonly string[],
  needs: PlanNeeds,
): PassedKeys {
  return (typeName, { selections }) => {
    const place = placeAt(collecting, operation, path);
    if (place?.type.name !== typeName) return new Set();
    const passed = selections.flatMap((node) => {
      if (node.kind !== Kind.FIELD || node.selectionSet === undefined) return [];
      const key = keyOf(node);
      const wanted = place.fields.get(key);
      const isFree = !needs.required.has(key) && !needs.paths.some((other) => goesThrough(other, path, key));
      return isFree && wanted !== undefined && isSame(collecting, typeName, wanted, node) ? [key] : [];
    });
    return new Set(passed);
  };
}

interface Place {
  readonly type: GraphQLNamedType;
  readonly fields: ReadonlyMap<string, readonly FieldNode[]>;
}

/** What the client selects at a path; undefined where that may be of one of several types. */
function placeAt(
  collecting: Collecting,
  operation: OperationDefinitionNode,
  path: readonly string[],
): Place | undefined {
  let type: GraphQLNamedType | null | undefined = collecting.schema.getRootType(operation.operation);
  let sets: readonly SelectionSetNode[] = [operation.selectionSet];
  for (const key of path) {
    if (key === '@') continue;
    if (!isObjectType(type)) return undefined;
    const nodes = collectFields(collecting, type.name, sets).get(key);
    if (nodes === undefined) return undefined;
    type = fieldType(type, nodes);
    sets = selectionsOf(nodes);
  }
  return isObjectType(type) ? { type, fields: collectFields(collecting, type.name, sets) } : undefined;
}

function fieldType(type: GraphQLNamedType, [node]: readonly FieldNode[]): GraphQLNamedType | undefined {
  const field = isObjectType(type) ? type.getFields()[node?.name.value ?? ''] : undefined;
  return field && getNamedType(field.type);
}

function selectionsOf(nodes: readonly FieldNode[]): readonly SelectionSetNode[] {
  return nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
}

/** Whether a path leads through a field at another one. */
function goesThrough(other: readonly string[], path: readonly string[], key: string): boolean {
  return other.length > path.length && [...path, key].every((element, index) => other[index] === element);
}

/** Whether a fetch asks for just what the client does, in the same order. */
function isSame(
  collecting: Collecting,
  typeName: string,
  wanted: readonly FieldNode[],
  asked: FieldNode,
): boolean {
  const name = asked.name.value;
  const key = keyOf(asked);
  if (publicKey(key) !== key || wanted.some((node) => node.name.value !== name)) return false;
  const type = collecting.schema.getType(typeName);
  const inner = type && fieldType(type, wanted);
  if (asked.selectionSet === undefined) return true;
  if (!isObjectType(inner)) return false;
  const fields = [...collectFields(collecting, inner.name, selectionsOf(wanted))];
  const { selections } = asked.selectionSet;
  return (
    fields.length === selections.length &&
    fields.every(([fieldKey, nodes], index) => {
      const node = selections[index];
      if (node?.kind !== Kind.FIELD || keyOf(node) !== fieldKey) return false;
      return isSame(collecting, inner.name, nodes, node);
    })
  );
}

function keyOf({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}
