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
  if (field.args.some(({ name }) => isDoorArgument(name))) {
    const list = getNamedType(field.type);
    const record = isComposite(list) ? recordBehind(list) : undefined;
    return doorScope(vocabulary, record, doorAsked(node, variables));
  }
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

/** What a door's arguments ask for, whatever its type: on this a decision depends, and on no value. */
export interface DoorAsked {
  readonly wanted: readonly Wanted[];
  readonly sorts: readonly string[];
}

/** One condition of a filter: on a field, or on one of what the field holds. */
interface Wanted {
  /** `nationalIdentification`, or `person` and `nationalIdentification`. */
  readonly path: readonly [string] | readonly [string, string];
  /** Whether it is one value, and nothing else. */
  readonly equals: boolean;
}

export function doorAsked(node: FieldNode, variables: Readonly<Record<string, unknown>>): DoorAsked {
  const field = argument(node, 'sort', variables)?.['field'];
  return {
    wanted: entriesOf(argument(node, 'filter', variables)).flatMap(([name, value]) => wantedOf(name, value)),
    sorts: typeof field === 'string' ? [field] : [],
  };
}

function wantedOf(name: string, value: unknown): readonly Wanted[] {
  const within = entriesOf(value);
  const deeper = within.filter(([, inner]) => typeof inner === 'object' && !Array.isArray(inner));
  const own = within.filter((entry) => !deeper.includes(entry));
  const isEq = (entries: readonly Entry[]): boolean => entries.map(([key]) => key).join() === 'eq';
  return [
    ...(own.length > 0 || deeper.length === 0 ? [{ path: [name] as const, equals: isEq(own) }] : []),
    ...deeper.map(([key, inner]) => ({ path: [name, key] as const, equals: isEq(entriesOf(inner)) })),
  ];
}

type Entry = readonly [string, unknown];

/** What is null is not asked for. */
function entriesOf(value: unknown): readonly Entry[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).filter(([, inner]) => inner !== null && inner !== undefined);
}

/**
 * The scope that a door opens: what is asked of a record that this one refers to is read by its path, what is asked of a value
 * of several parts by the value.
 */
function doorScope({ reached }: Vocabulary, record: string | undefined, { wanted, sorts }: DoorAsked): Scope {
  const paths = (record === undefined ? undefined : reached.get(record))?.map(({ path }) => path) ?? [];
  const read = wanted.map(({ path, equals }) => {
    const whole = path.join('.');
    const isField = path.length === 1 || paths.includes(whole);
    return { name: isField ? whole : path[0], equals: equals && isField };
  });
  return {
    filters: [...new Set(read.map(({ name }) => name))],
    onlyEquals: read.every(({ equals }) => equals),
    sorts,
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
