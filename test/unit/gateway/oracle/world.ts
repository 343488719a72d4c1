import {
  getNullableType,
  type GraphQLCompositeType,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { type FieldSet, requiredOf } from './field-set.js';
import { choose, chance, hash } from './hash.js';
import { jsonValue, scalarValue } from './scalar.js';

/** An object as resolvers pass it on: its type, and what tells it from all others. */
export interface Handle {
  readonly __typename: string;
  readonly id: string;
}

/** What a world must keep to, so that subgraphs and the whole can say the same. */
export interface WorldRules {
  /** Types that have keys: there are a few of each. All others are part of what holds them. */
  readonly entities: ReadonlySet<string>;
  /** Interfaces that a subgraph knows as one type, and the types that implement them. */
  readonly interfaceObjects: ReadonlyMap<string, readonly string[]>;
  /** Fields that never fail, though they may be null: `@requires` names them. */
  readonly steady: ReadonlySet<string>;
  /** Fields that neither fail nor are null. */
  readonly solid: ReadonlySet<string>;
  /** Fields made of others: `Product.shipping`. */
  readonly computed: ReadonlyMap<string, FieldSet>;
  /** Fields of a subgraph that does not know every entity. */
  readonly patchy: ReadonlySet<string>;
}

/** Everything that there is, worked out of a seed: the same for whoever asks. */
export interface World {
  /** Resolves fields of one schema over everything: what a gateway's answer is held against. */
  readonly whole: GraphQLFieldResolver<unknown, unknown>;
  /** Resolves fields of a subgraph, which knows of required fields only what it is sent. */
  readonly part: GraphQLFieldResolver<unknown, unknown>;
  /** Finds an entity in the patchy subgraph. @throws Error for some; null for others */
  readonly patchyReference: (reference: Handle) => Handle | null;
}

type Arguments = Readonly<Record<string, unknown>>;

export function createWorld(seed: number, rules: WorldRules): World {
  // in every third world nothing fails, in every third much does
  const failures = (seed % 3) * 0.03;
  const patchyReference = (reference: Handle): Handle | null => {
    const luck = failures === 0 ? 7 : hash(seed, 'patchy', identity(reference)) % 8;
    if (luck === 0) throw new Error('a text that stays inside');
    return luck === 1 ? null : reference;
  };
  const complete = (type: GraphQLOutputType, schema: GraphQLSchema, at: string, steady: boolean): unknown => {
    if (isNonNullType(type)) {
      if (!steady && chance(seed, `fails ${at}`, failures / 2))
        return hash(seed, at) % 2 === 0 ? null : failure();
      return completeValue(type.ofType, schema, at, steady);
    }
    if (chance(seed, `is null ${at}`, 0.12)) return null;
    if (!steady && chance(seed, `fails ${at}`, failures)) return failure();
    return completeValue(type, schema, at, steady);
  };
  const completeValue = (
    type: GraphQLOutputType,
    schema: GraphQLSchema,
    at: string,
    steady: boolean,
  ): unknown => {
    if (isListType(type))
      return Array.from({ length: hash(seed, 'length', at) % 4 }, (_, index) =>
        complete(type.ofType, schema, `${at}.${String(index)}`, steady),
      );
    if (isEnumType(type)) return choose(type.getValues(), hash(seed, at)).name;
    if (isLeafType(type))
      return type.name === 'JSON' ? jsonValue(seed, at) : scalarValue(type.name, hash(seed, at));
    const known = possibleNames(type, schema);
    const possible = choose(rules.interfaceObjects.get(type.name) ?? known, hash(seed, 'type', at));
    const id = rules.entities.has(possible) ? `${possible}-${String(hash(seed, 'entity', at) % 4)}` : at;
    return { __typename: known.includes(possible) ? possible : type.name, id };
  };
  const field = (
    schema: GraphQLSchema,
    handle: Handle | undefined,
    parent: string,
    name: string,
    args: Arguments,
  ): unknown => {
    if (handle !== undefined && name === 'id') return identity(handle);
    if (handle !== undefined && name === 'sku') return skuOf(identity(handle));
    const type = schema.getType(parent);
    const returns = isObjectType(type) ? type.getFields()[name]?.type : undefined;
    if (returns === undefined) throw new Error(`${parent}.${name}`);
    const at = `${handle === undefined ? parent : identity(handle)}.${name}${canonical(args)}`;
    if (rules.solid.has(`${parent}.${name}`))
      return completeValue(getNullableType(returns), schema, at, true);
    return complete(returns, schema, at, rules.steady.has(`${parent}.${name}`));
  };
  const computedFrom = (
    required: unknown,
    handle: Handle,
    args: Arguments,
    info: GraphQLResolveInfo,
  ): unknown =>
    complete(
      info.returnType,
      info.schema,
      `${identity(handle)}.${info.fieldName}${canonical(args)} of ${canonical(required)}`,
      false,
    );
  const part: World['part'] = (source, args: Arguments, _context, info) => {
    const handle = source as Handle | undefined;
    const parent = info.parentType.name;
    const required = rules.computed.get(`${parent}.${info.fieldName}`);
    if (required === undefined || handle === undefined)
      return field(info.schema, handle, parent, info.fieldName, args);
    return computedFrom(requiredOf(required, handle), handle, args, info);
  };
  const whole: World['whole'] = (source, args: Arguments, context, info) => {
    const handle = source as Handle | undefined;
    const parent = info.parentType.name;
    const coordinate = `${parent}.${info.fieldName}`;
    if (handle !== undefined && rules.patchy.has(coordinate) && patchyReference(handle) === null) return null;
    const required = rules.computed.get(coordinate);
    if (required === undefined || handle === undefined) return part(source, args, context, info);
    const known = (of: unknown, name: string): unknown =>
      field(info.schema, of as Handle, (of as Handle).__typename, name, {});
    return computedFrom(requiredOf(required, handle, known), handle, args, info);
  };
  return { whole, part, patchyReference };
}

function possibleNames(type: GraphQLCompositeType, schema: GraphQLSchema): readonly string[] {
  if (!isAbstractType(type)) return [type.name];
  return schema
    .getPossibleTypes(type)
    .map(({ name }) => name)
    .sort();
}

/** An error among values: graphql-js takes it for one that was thrown. */
function failure(): Error {
  return new Error('a text that stays inside');
}

/** An entity comes with one of its keys, or as a handle. */
function identity(source: Partial<Handle> & { readonly sku?: string }): string {
  return source.id ?? source.sku?.slice('sku of '.length) ?? '';
}

function skuOf(id: string): string {
  return `sku of ${id}`;
}

/** JSON with sorted keys. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null)
    return value === undefined ? 'nothing' : JSON.stringify(value);
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([key, inner]) => `${key}:${canonical(inner)}`).join(',')}}`;
}
