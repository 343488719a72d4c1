import {
  type ConstArgumentNode,
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type FieldNode,
  Kind,
  print,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { privateFieldName } from '../private-names.js';
import { parseFieldSet, printFieldSet } from './field-set.js';
import {
  fieldOf,
  namedType,
  requirementsOf,
  requiresOf,
  type SupergraphType,
  type SupergraphTypes,
} from './supergraph-types.js';

/** A field with arguments that some `@requires` names, and that is a field without arguments to the planner. */
export interface PrivateField {
  readonly name: string;
  readonly realName: string;
  readonly arguments: readonly ConstArgumentNode[];
  /** Names of the types that have it. */
  readonly types: ReadonlySet<string>;
}

/**
 * The fields with arguments of all `@requires` of a supergraph. The planner merges fields by response key alone: to it,
 * `price(currency: "USD")` and `price(currency: "EUR")` are one, and so is a `price` that a client asks for.
 *
 * @returns by field and arguments, as `signature` writes them
 */
export function findPrivateFields(types: SupergraphTypes): ReadonlyMap<string, PrivateField> {
  const found = new Map<string, PrivateField & { readonly types: Set<string> }>();
  const taken = new Set(
    [...types.values()].flatMap(({ fields = [] }) => fields.map(({ name }) => name.value)),
  );
  const nameFor = (field: string): string => {
    let number = found.size;
    while (taken.has(privateFieldName(number, field))) number++;
    taken.add(privateFieldName(number, field));
    return privateFieldName(number, field);
  };
  const collect = ({ selections }: SelectionSetNode, type: SupergraphType | undefined): void => {
    for (const node of selections) {
      if (node.kind === Kind.FIELD) collectField(node, type);
      if (node.kind !== Kind.INLINE_FRAGMENT) continue;
      const { typeCondition, selectionSet } = node;
      collect(selectionSet, typeCondition === undefined ? type : types.get(typeCondition.name.value));
    }
  };
  const collectField = (node: FieldNode, type: SupergraphType | undefined): void => {
    const definition = fieldOf(type, node.name.value);
    if (type === undefined || definition === undefined) return;
    if (node.selectionSet !== undefined) collect(node.selectionSet, types.get(namedType(definition.type)));
    if (!hasArguments(node)) return;
    const realName = node.name.value;
    const known = found.get(signature(node));
    const field = known ?? {
      name: nameFor(realName),
      realName,
      arguments: node.arguments as readonly ConstArgumentNode[],
      types: new Set(),
    };
    familyOf(types, type, realName).forEach((name) => field.types.add(name));
    found.set(signature(node), field);
  };
  for (const { requires, type } of requirementsOf(types)) collect(parseFieldSet(requires), type);
  return found;
}

/** Field and arguments, as one text. */
function signature({ name, arguments: given = [] }: FieldNode): string {
  return `${name.value}(${given.map(print).sort().join()})`;
}

function hasArguments({ arguments: given = [] }: FieldNode): boolean {
  return given.length > 0;
}

/** A type, its interfaces that have the field, and all that implement one of these: they have the field alike. */
function familyOf(types: SupergraphTypes, type: SupergraphType, field: string): readonly string[] {
  const heads = [type.name.value, ...interfacesOf(type)].filter(
    (name) => fieldOf(types.get(name), field) !== undefined,
  );
  const implementing = [...types.values()].filter((other) =>
    interfacesOf(other).some((name) => heads.includes(name)),
  );
  return [...heads, ...implementing.map(({ name }) => name.value)];
}

function interfacesOf({ interfaces = [] }: SupergraphType): readonly string[] {
  return interfaces.map(({ name }) => name.value);
}

/** The type with its private fields, and every `@requires` by their names. */
export function withPrivateFields(
  type: SupergraphType,
  privateFields: ReadonlyMap<string, PrivateField>,
): SupergraphType {
  if (privateFields.size === 0) return type;
  const fields = (type.fields ?? []).map((field) => withPrivateNames(field, privateFields));
  const added = [...privateFields.values()]
    .filter(({ types }) => types.has(type.name.value))
    .flatMap(({ name, realName }) => {
      const real = fields.find((field) => field.name.value === realName);
      return real === undefined ? [] : [privateCopy(real, name)];
    });
  return { ...type, fields: [...fields, ...added] };
}

/** The same field to the planner, where it stands and what it requires included, under another name. */
function privateCopy(real: FieldDefinitionNode, name: string): FieldDefinitionNode {
  return {
    kind: Kind.FIELD_DEFINITION,
    name: { kind: Kind.NAME, value: name },
    type: real.type,
    directives: (real.directives ?? []).filter((directive) => directive.name.value === 'join__field'),
  };
}

function withPrivateNames(
  field: FieldDefinitionNode,
  privateFields: ReadonlyMap<string, PrivateField>,
): FieldDefinitionNode {
  const rename = (directive: ConstDirectiveNode): ConstDirectiveNode => {
    const requires = requiresOf(directive);
    if (requires === undefined) return directive;
    const value = printFieldSet(privateFieldSet(parseFieldSet(requires), privateFields));
    const replace = (argument: ConstArgumentNode): ConstArgumentNode =>
      argument.name.value === 'requires' ? { ...argument, value: { kind: Kind.STRING, value } } : argument;
    return { ...directive, arguments: (directive.arguments ?? []).map(replace) };
  };
  return { ...field, directives: (field.directives ?? []).map(rename) };
}

function privateFieldSet(
  fieldSet: SelectionSetNode,
  privateFields: ReadonlyMap<string, PrivateField>,
): SelectionSetNode {
  return visit(fieldSet, {
    Field: (node) => {
      const field = hasArguments(node) ? privateFields.get(signature(node)) : undefined;
      return field && { ...node, name: { kind: Kind.NAME, value: field.name }, arguments: [] };
    },
  });
}
