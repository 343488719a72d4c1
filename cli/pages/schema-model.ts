import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type EnumTypeDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  print,
  type ScalarTypeDefinitionNode,
  type TypeNode,
  valueFromASTUntyped,
} from 'graphql';

/** A type as its page shows it. */
export interface DescribedType {
  readonly name: string;
  readonly english: string;
  readonly spanish: string;
  readonly fields: readonly DescribedField[];
}

export interface DescribedField {
  readonly name: string;
  /** As the language writes it: `[CodeList!]`. */
  readonly type: string;
  readonly named: string;
  readonly isList: boolean;
  /** Whether it leads to another type, and not to a plain value. */
  readonly isReference: boolean;
  readonly class: string;
  readonly standard: string;
  readonly english: string;
  readonly spanish: string;
}

export interface CodeList {
  readonly name: string;
  readonly standard: string;
  readonly english: string;
  readonly spanish: string;
  readonly values: readonly string[];
}

/** The types of one file that hold something: what only pages through them is left out. */
export function describedTypes(document: DocumentNode, file: string): readonly DescribedType[] {
  const standards = standardsOf(document);
  const composite = new Set(document.definitions.filter(hasFields).map(({ name }) => name.value));
  return definitionsIn(document, file)
    .filter(hasFields)
    .filter(({ name }) => !/(Connection|Edge|^PageInfo|^MemberState)$/u.test(name.value))
    .map((definition) => describeType(definition, standards, composite));
}

/** The code lists of one file, but those that name what a list is sorted by. */
export function codeLists(document: DocumentNode, file: string): readonly CodeList[] {
  return definitionsIn(document, file)
    .filter((definition) => definition.kind === Kind.ENUM_TYPE_DEFINITION)
    .filter(({ name }) => !name.value.endsWith('SortField'))
    .map((definition) => {
      const [english, spanish] = languages(definition.description?.value);
      return {
        name: definition.name.value,
        standard: argumentOf(definition.directives, 'standard', 'name'),
        english,
        spanish,
        values: (definition.values ?? []).map(({ name }) => name.value),
      };
    });
}

function definitionsIn({ definitions }: DocumentNode, file: string): readonly DefinitionNode[] {
  return definitions.filter(({ loc }) => loc?.source.name === `schema/member/${file}.graphql`);
}

type TypeWithFields = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

function hasFields(definition: DefinitionNode): definition is TypeWithFields {
  return (
    definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION
  );
}

/** Names of the fields that every record has. */
export function commonFields({ definitions }: DocumentNode): ReadonlySet<string> {
  const record = definitions.filter(hasFields).find(({ name }) => name.value === 'Record');
  return new Set(record?.fields?.map(({ name }) => name.value));
}

function describeType(
  { name, description, fields = [] }: TypeWithFields,
  standards: ReadonlyMap<string, string>,
  composite: ReadonlySet<string>,
): DescribedType {
  const [english, spanish] = languages(description?.value);
  return {
    name: name.value,
    english,
    spanish,
    fields: fields.map((field) => {
      const inner = namedType(field.type);
      // a list that is paged leads to its records
      const named = inner.replace(/Connection$/u, '');
      const [inEnglish, inSpanish] = languages(field.description?.value);
      const standard = argumentOf(field.directives, 'standard', 'name');
      return {
        name: field.name.value,
        type: print(field.type),
        named,
        isReference: composite.has(named),
        isList: field.type.kind === Kind.LIST_TYPE || named !== inner,
        class: argumentOf(field.directives, 'sensitivity', 'class'),
        standard: standard === '' ? (standards.get(named) ?? '') : standard,
        english: inEnglish,
        spanish: inSpanish,
      };
    }),
  };
}

/** Type → the standard that its values follow. */
function standardsOf({ definitions }: DocumentNode): ReadonlyMap<string, string> {
  return new Map(
    definitions
      .filter(
        (definition): definition is EnumTypeDefinitionNode | ScalarTypeDefinitionNode =>
          definition.kind === Kind.ENUM_TYPE_DEFINITION || definition.kind === Kind.SCALAR_TYPE_DEFINITION,
      )
      .map(({ name, directives }) => [name.value, argumentOf(directives, 'standard', 'name')]),
  );
}

function argumentOf(
  directives: readonly ConstDirectiveNode[] | undefined,
  directive: string,
  argument: string,
): string {
  const found = directives
    ?.find(({ name }) => name.value === directive)
    ?.arguments?.find(({ name }) => name.value === argument);
  return found === undefined ? '' : String(valueFromASTUntyped(found.value));
}

function languages(description = ''): readonly [english: string, spanish: string] {
  const [english = '', spanish = ''] = description.split('\n');
  return [english, spanish];
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
