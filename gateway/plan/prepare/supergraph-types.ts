import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type TypeNode,
  valueFromASTUntyped,
} from 'graphql';

/** A type of a supergraph that has fields, as it is written. */
export type SupergraphType = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

export type SupergraphTypes = ReadonlyMap<string, SupergraphType>;

export function typesOf({ definitions }: DocumentNode): SupergraphTypes {
  return new Map(definitions.filter(hasFields).map((type) => [type.name.value, type]));
}

export function hasFields(node: DefinitionNode): node is SupergraphType {
  return node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION;
}

export function fieldOf(type: SupergraphType | undefined, name: string): FieldDefinitionNode | undefined {
  return type?.fields?.find((field) => field.name.value === name);
}

/** Name of the type within lists and non-nulls. */
export function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

/** @returns undefined where the argument is not given */
export function argumentOf(directive: ConstDirectiveNode, name: string): unknown {
  const argument = directive.arguments?.find((candidate) => candidate.name.value === name);
  return argument && valueFromASTUntyped(argument.value);
}

/** What a subgraph requires to resolve a field. */
export interface Requirement {
  /** Value of `join__Graph` that stands for the subgraph. */
  readonly graph: string;
  readonly type: SupergraphType;
  readonly field: FieldDefinitionNode;
  /** Text of the field set. */
  readonly requires: string;
}

export function requirementsOf(types: SupergraphTypes): readonly Requirement[] {
  return [...types.values()].flatMap((type) =>
    (type.fields ?? []).flatMap((field) =>
      (field.directives ?? []).flatMap((directive) => {
        const requires = requiresOf(directive);
        return requires === undefined
          ? []
          : [{ graph: String(argumentOf(directive, 'graph')), type, field, requires }];
      }),
    ),
  );
}

/** The field set of a `@join__field(requires:)`; undefined for every other directive. */
export function requiresOf(directive: ConstDirectiveNode): string | undefined {
  if (directive.name.value !== 'join__field') return undefined;
  const requires = argumentOf(directive, 'requires');
  return typeof requires === 'string' ? requires : undefined;
}
