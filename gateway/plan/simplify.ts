import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  getNamedType,
  getOperationAST,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type InlineFragmentNode,
  isAbstractType,
  isCompositeType,
  Kind,
  OperationTypeNode,
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
 * The operation as the planner is to read it. It means the same, but has fragments only where they tell types apart or depend
 * on a variable, and `__typename` where nothing else is selected of an object of every type that it may be of.
 *
 * Apollo's planner does not fetch an object of which nothing is left to select, though to GraphQL it is `{}` and a mutation
 * is to be run; and it fails at a fragment on an interface that a subgraph's `@interfaceObject` does not implement.
 */
export function simplifyOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
): DocumentNode {
  const operation = getOperationAST(document, operationName);
  const type = schema.getRootType(operation?.operation ?? OperationTypeNode.QUERY);
  if (operation == null || type == null) return document;
  const definitions = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const fragments = new Map(definitions.map((fragment) => [fragment.name.value, fragment]));
  const selectionSet = selectionOf({ schema, fragments }, type, operation.selectionSet);
  // what is asked of the schema itself still spreads its fragments
  return { ...document, definitions: [{ ...operation, selectionSet }, ...definitions] };
}

function possibleNames(schema: GraphQLSchema, type: GraphQLCompositeType): readonly string[] {
  return isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [type.name];
}

function simplifySet(simplifying: Simplifying, place: Place, set: SelectionSetNode): SelectionSetNode {
  const selections = set.selections.flatMap((node): readonly SelectionNode[] => {
    const directives = variableConditions(node.directives ?? []);
    if (directives === undefined) return [];
    return node.kind === Kind.FIELD
      ? [simplifyField(simplifying, place, { ...node, directives })]
      : simplifyFragment(simplifying, place, { ...node, directives });
  });
  return { ...set, selections };
}

/** The conditions that depend on a variable; undefined where another one leaves the selection out. */
function variableConditions(directives: readonly DirectiveNode[]): readonly DirectiveNode[] | undefined {
  const left: DirectiveNode[] = [];
  for (const directive of directives) {
    const value = directive.arguments?.[0]?.value;
    if (value?.kind !== Kind.BOOLEAN) left.push(directive);
    else if (value.value === (directive.name.value === 'skip')) return undefined;
  }
  return left;
}

function simplifyField(simplifying: Simplifying, { type }: Place, node: FieldNode): FieldNode {
  const field = 'getFields' in type ? type.getFields()[node.name.value] : undefined;
  const inner = field && getNamedType(field.type);
  if (node.selectionSet === undefined || !isCompositeType(inner)) return node;
  return { ...node, selectionSet: selectionOf(simplifying, inner, node.selectionSet) };
}

/** What is selected of an object: something, whatever its type. */
function selectionOf(
  simplifying: Simplifying,
  type: GraphQLCompositeType,
  given: SelectionSetNode,
): SelectionSetNode {
  const possible = possibleNames(simplifying.schema, type);
  const set = simplifySet(simplifying, { type, possible, spread: new Set() }, given);
  return set.selections.some(isOfEveryType) ? set : { ...set, selections: [...set.selections, typename] };
}

/** Whether a selection is there whatever the type of its object: what depends on a variable the planner keeps. */
function isOfEveryType(node: SelectionNode): boolean {
  if (node.kind === Kind.FIELD) return true;
  return (
    node.kind === Kind.INLINE_FRAGMENT &&
    node.typeCondition === undefined &&
    node.selectionSet.selections.some(isOfEveryType)
  );
}

function simplifyFragment(
  simplifying: Simplifying,
  place: Place,
  node: FragmentSpreadNode | InlineFragmentNode,
): readonly SelectionNode[] {
  const { schema, fragments } = simplifying;
  const { directives = [] } = node;
  const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
  if (fragment === undefined) return [];
  const within = narrowed(schema, place, fragment.typeCondition?.name.value);
  if (within === undefined) return [];
  const inner = { ...within, spread: directives.length === 0 ? place.spread : new Set(place.spread) };
  if (node.kind === Kind.FRAGMENT_SPREAD && isKnown(inner, node.name.value)) return [];
  const selectionSet = simplifySet(simplifying, inner, fragment.selectionSet);
  if (selectionSet.selections.length === 0) return [];
  if (inner.type !== place.type) return [inlineFragment(inner.type, directives, selectionSet)];
  if (directives.length === 0) return selectionSet.selections;
  return [{ kind: Kind.INLINE_FRAGMENT, directives, selectionSet }];
}

/** Spreads a fragment at a place: what it adds when it comes again, nothing adds. Else few lines could grow for ever. */
function isKnown({ type, possible, spread }: Place, name: string): boolean {
  const key = [name, type.name, ...possible].join(' ');
  const known = spread.has(key);
  spread.add(key);
  return known;
}

/** The place within a fragment; undefined where no object of the place fits its condition. */
function narrowed(
  schema: GraphQLSchema,
  place: Place,
  condition = place.type.name,
): Omit<Place, 'spread'> | undefined {
  const wanted = schema.getType(condition);
  if (!isCompositeType(wanted)) return undefined;
  const fitting = new Set(possibleNames(schema, wanted));
  const possible = place.possible.filter((name) => fitting.has(name));
  const [only, ...others] = possible;
  if (only === undefined) return undefined;
  if (isAlwaysOf(schema, place.type, wanted)) return { type: place.type, possible };
  const single = others.length === 0 ? schema.getType(only) : undefined;
  return { type: isCompositeType(single) ? single : wanted, possible };
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
  directives: readonly DirectiveNode[],
  selectionSet: SelectionSetNode,
): InlineFragmentNode {
  const typeCondition = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value } } as const;
  return { kind: Kind.INLINE_FRAGMENT, typeCondition, directives, selectionSet };
}
