import {
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type InlineFragmentNode,
  isAbstractType,
  isCompositeType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** Where a selection stands. */
interface Place {
  readonly type: GraphQLCompositeType;
  /** Names of the types that an object may be of here: fragments around have ruled others out. */
  readonly possible: readonly string[];
  /** Fragments that have been spread here already, with what they meant. */
  readonly spread: Set<string>;
}

interface Simplifying {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/**
 * The operation as the planner is to read it. It means the same, but has fragments only where they tell types apart,
 * `__typename` where nothing else is selected of an object of every type that it may be of, and nothing of the schema itself.
 *
 * Apollo's planner does not fetch an object of which nothing is left to select, though to GraphQL it is `{}` and a mutation
 * is to be run; and it fails at a fragment on an interface that a subgraph's `@interfaceObject` does not implement.
 *
 * @param definition - without `@skip` and `@include`
 */
export function simplifyOperation(
  schema: GraphQLSchema,
  definition: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): OperationDefinitionNode {
  const type = schema.getRootType(definition.operation);
  if (type == null) return definition;
  return { ...definition, selectionSet: selectionOf({ schema, fragments }, type, definition.selectionSet) };
}

function possibleNames(schema: GraphQLSchema, type: GraphQLCompositeType): readonly string[] {
  return isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [type.name];
}

function simplifySet(simplifying: Simplifying, place: Place, set: SelectionSetNode): SelectionSetNode {
  const selections = set.selections.flatMap((node) =>
    node.kind === Kind.FIELD
      ? simplifyField(simplifying, place, node)
      : simplifyFragment(simplifying, place, node),
  );
  return { ...set, selections };
}

function simplifyField(simplifying: Simplifying, { type }: Place, node: FieldNode): readonly FieldNode[] {
  const { value: name } = node.name;
  if (name === '__schema' || name === '__type') return [];
  const field = 'getFields' in type ? type.getFields()[name] : undefined;
  const inner = field && getNamedType(field.type);
  if (node.selectionSet === undefined || !isCompositeType(inner)) return [node];
  return [{ ...node, selectionSet: selectionOf(simplifying, inner, node.selectionSet) }];
}

/** What is selected of an object: something, whatever its type. */
function selectionOf(
  simplifying: Simplifying,
  type: GraphQLCompositeType,
  given: SelectionSetNode,
): SelectionSetNode {
  const possible = possibleNames(simplifying.schema, type);
  const set = simplifySet(simplifying, { type, possible, spread: new Set() }, given);
  return set.selections.some(({ kind }) => kind === Kind.FIELD)
    ? set
    : { ...set, selections: [...set.selections, typename] };
}

function simplifyFragment(
  simplifying: Simplifying,
  place: Place,
  node: FragmentSpreadNode | InlineFragmentNode,
): readonly SelectionNode[] {
  const { schema, fragments } = simplifying;
  const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
  if (fragment === undefined) return [];
  const inner = narrowed(schema, place, fragment.typeCondition?.name.value);
  if (inner === undefined) return [];
  if (node.kind === Kind.FRAGMENT_SPREAD && isKnown(inner, node.name.value)) return [];
  const selectionSet = simplifySet(simplifying, inner, fragment.selectionSet);
  if (inner.type === place.type || selectionSet.selections.length === 0) return selectionSet.selections;
  return [inlineFragment(inner.type, selectionSet)];
}

/** Spreads a fragment at a place: what it adds when it comes again, nothing adds. Else few lines could grow for ever. */
function isKnown({ type, possible, spread }: Place, name: string): boolean {
  const key = [name, type.name, ...possible].join(' ');
  const known = spread.has(key);
  spread.add(key);
  return known;
}

/** The place within a fragment; undefined where no object of the place fits its condition. */
function narrowed(schema: GraphQLSchema, place: Place, condition = place.type.name): Place | undefined {
  const wanted = schema.getType(condition);
  if (!isCompositeType(wanted)) return undefined;
  const fitting = new Set(possibleNames(schema, wanted));
  const possible = place.possible.filter((name) => fitting.has(name));
  const [only, ...others] = possible;
  if (only === undefined) return undefined;
  if (isAlwaysOf(schema, place.type, wanted)) return { ...place, possible };
  const single = others.length === 0 ? schema.getType(only) : undefined;
  return { ...place, type: isCompositeType(single) ? single : wanted, possible };
}

function isAlwaysOf(
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
  wanted: GraphQLCompositeType,
): boolean {
  if (type === wanted) return true;
  return isAbstractType(wanted) && 'getFields' in type && schema.isSubType(wanted, type);
}

function inlineFragment(
  { name: value }: GraphQLCompositeType,
  selectionSet: SelectionSetNode,
): InlineFragmentNode {
  const typeCondition = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value } } as const;
  return { kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet };
}
