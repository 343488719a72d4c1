import {
  getNamedType,
  type GraphQLField,
  isInterfaceType,
  isObjectType,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLInterfaceType,
  valueFromASTUntyped,
} from 'graphql';
import type { Lookup, Vocabulary } from '../../schema/vocabulary.js';
import type { HitReading, OpenHit } from '../hit.js';

/** What a selection of records is found by: fields filtered and sorted by. Both count as reading. */
export interface Scope extends HitReading {
  /** Of a contact point: the hit grants that say whom to call. */
  readonly contactOf?: readonly OpenHit[];
}

/** A record reached by reference or by its id: nothing is filtered. */
export const byReference: Scope = { filters: [], onlyEquals: true, sorts: [] };

/** GraphQL types that have fields of their own in this schema; it has no unions but federation's `_Entity`. */
export type CompositeType = GraphQLObjectType | GraphQLInterfaceType;

export function isComposite(type: GraphQLNamedType | undefined | null): type is CompositeType {
  return isObjectType(type) || isInterfaceType(type);
}

/** The record type that a connection pages through; undefined for every other type. */
export function recordBehind(type: CompositeType): string | undefined {
  const edge = getNamedType(type.getFields()['edges']?.type);
  const node = isComposite(edge) ? getNamedType(edge.getFields()['node']?.type) : undefined;
  return node?.name;
}

/**
 * The scope beneath a field: a door (a field with `filter` or `sort`) opens a new one, leaving a record for another
 * begins an empty one, and what stands between a door and its records (connection, edge) keeps it.
 *
 * @param hits - of the records behind the parent, where it is a connection or a look-up
 */
export function scopeBeneath(
  vocabulary: Vocabulary,
  parent: CompositeType,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Readonly<Record<string, unknown>>,
  current: Scope,
  hits: readonly OpenHit[] = [],
): Scope {
  if (field.name === 'contact') return hits.length > 0 ? { ...byReference, contactOf: hits } : byReference;
  if (field.args.some(({ name }) => isDoorArgument(name))) return doorScope(node, variables);
  if (vocabulary.lookups.has(parent.name)) return field.name === 'records' ? current : byReference;
  return vocabulary.records.has(parent.name) ? byReference : current;
}

/** The scope in which a look-up finds its records: the key fields that its representations really give. */
export function lookupScope(
  { by, near }: Lookup,
  representations: readonly Readonly<Record<string, unknown>>[],
): Scope {
  const given = by.filter((field) =>
    representations.some((key) => key[field] !== null && key[field] !== undefined),
  );
  return { filters: given, onlyEquals: near === undefined, sorts: [] };
}

/** Whether an argument of this name makes its field a door. */
export function isDoorArgument(name: string): boolean {
  return name === 'filter' || name === 'sort';
}

/** The scope that a door's arguments open. */
export function doorScope(node: FieldNode, variables: Readonly<Record<string, unknown>>): Scope {
  const filter = argument(node, 'filter', variables);
  const sort = argument(node, 'sort', variables);
  const field = sort?.['field'];
  const wanted = Object.entries(filter ?? {}).filter(([, value]) => value !== null && value !== undefined);
  return {
    filters: wanted.map(([name]) => name),
    onlyEquals: wanted.every(([, value]) => Object.keys(value as object).join() === 'eq'),
    sorts: typeof field === 'string' ? [field] : [],
  };
}

function argument(
  node: FieldNode,
  name: string,
  variables: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> | undefined {
  const found = node.arguments?.find((candidate) => candidate.name.value === name);
  if (found === undefined) return undefined;
  const value: unknown = valueFromASTUntyped(found.value, variables);
  return typeof value === 'object' && value !== null ? { ...value } : undefined;
}
