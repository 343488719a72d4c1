import {
  type FieldNode,
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isInterfaceType,
  isListType,
  isObjectType,
  getNullableType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';

/** The objects that an operation may bring, for the variables that it is really asked with. */
export type Cost = (variables: Readonly<Record<string, unknown>>) => number;

/** Length of a list of which nothing is said: what hangs on one record. */
const listLength = 5;
/** Length of a list that could be narrowed by naming what it holds, and is not: about as many as there are States. */
const wholeListLength = 10;
/** Length of a page whose size neither the operation nor the schema says. */
const pageLength = 20;

/**
 * Compiles the cost of an operation: each object counts one, times the lengths of the lists that it stands in; what
 * only holds a page together (connection, edge, page information) counts nothing.
 *
 * @param operation - simplified: fragments that spread each other are not counted again and again
 * @param longestPage - a page that is asked to be longer is refused at its argument by whoever is asked for it
 */
export function compileCost(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  longestPage = Infinity,
): Cost {
  const root = schema.getRootType(operation.operation);
  return root == null ? () => 0 : selectionCost({ schema, longestPage }, root, operation.selectionSet);
}

interface Counting {
  readonly schema: GraphQLSchema;
  readonly longestPage: number;
}

function selectionCost(counting: Counting, type: GraphQLNamedType, { selections }: SelectionSetNode): Cost {
  const costs = selections.flatMap((node): readonly Cost[] => {
    if (node.kind === Kind.FIELD) return fieldCost(counting, type, node);
    if (node.kind === Kind.FRAGMENT_SPREAD) return [];
    const condition = node.typeCondition?.name.value;
    const inner = condition === undefined ? type : counting.schema.getType(condition);
    return [selectionCost(counting, inner ?? type, node.selectionSet)];
  });
  return (variables) => costs.reduce((sum, cost) => sum + cost(variables), 0);
}

/** Nothing for a leaf. */
function fieldCost(counting: Counting, type: GraphQLNamedType, node: FieldNode): readonly Cost[] {
  const field = hasFields(type) ? type.getFields()[node.name.value] : undefined;
  if (field === undefined || node.selectionSet === undefined) return [];
  const named = getNamedType(field.type);
  const own = isPlumbing(named) ? 0 : 1;
  const inner = selectionCost(counting, named, node.selectionSet);
  const length = isConnection(type) ? () => 1 : lengthOf(counting, field, node);
  return [(variables) => length(variables) * (own + inner(variables))];
}

function lengthOf({ longestPage }: Counting, field: GraphQLField<unknown, unknown>, node: FieldNode): Cost {
  const page = field.args.find(({ name }) => name === 'first' || name === 'last' || name === 'limit');
  if (page !== undefined)
    return (variables) => {
      const length = argumentValue(page, node, variables);
      return typeof length === 'number' ? Math.min(Math.max(0, length), longestPage) : pageLength;
    };
  if (!isListType(getNullableType(field.type))) return () => 1;
  const named = field.args.filter(({ type }) => isListType(getNullableType(type)));
  return (variables) => {
    const lists = named.map((argument) => argumentValue(argument, node, variables));
    const whole = named.length > 0 ? wholeListLength : listLength;
    return lists.find(Array.isArray)?.length ?? whole;
  };
}

function argumentValue(
  { name, defaultValue }: GraphQLArgument,
  { arguments: given = [] }: FieldNode,
  variables: Readonly<Record<string, unknown>>,
): unknown {
  const found = given.find((argument) => argument.name.value === name);
  return found === undefined ? defaultValue : valueFromASTUntyped(found.value, variables);
}

function hasFields(type: GraphQLNamedType) {
  return isObjectType(type) || isInterfaceType(type);
}

function isConnection({ name }: GraphQLNamedType): boolean {
  return name.endsWith('Connection');
}

function isPlumbing(type: GraphQLNamedType): boolean {
  return isConnection(type) || type.name.endsWith('Edge') || type.name === 'PageInfo';
}
