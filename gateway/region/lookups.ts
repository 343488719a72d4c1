import {
  type ConstDirectiveNode,
  type DocumentNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type TypeNode,
  valueFromASTUntyped,
} from 'graphql';

/** A look-up that fans out: one stub a State, which that State fills in itself. */
export interface RegionLookup {
  readonly type: string;
  /** What it is found by, besides the State. */
  readonly keys: readonly LookupKey[];
}

export interface LookupKey {
  readonly name: string;
  readonly required: boolean;
}

/** A field that answers with stubs of a look-up. */
export interface FanOut {
  readonly parent: string;
  readonly field: string;
  readonly lookup: RegionLookup;
}

/** The fields of the region that fan out: root fields that look up, and links of records across borders. */
export function fanOutsOf(document: DocumentNode): readonly FanOut[] {
  const types = document.definitions.filter((definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION);
  const lookups = new Map(types.flatMap(lookupOf).map((lookup) => [lookup.type, lookup]));
  return types.flatMap(({ name: { value: parent }, fields = [] }) =>
    fields.flatMap(({ name: { value: field }, type }) => {
      const lookup = lookups.get(namedType(type));
      return lookup === undefined ? [] : [{ parent, field, lookup }];
    }),
  );
}

/** Record types that the region knows by their id alone. */
export function recordTypesOf(document: DocumentNode): readonly string[] {
  return document.definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION && keyOf(definition)[0] === 'id'
      ? [definition.name.value]
      : [],
  );
}

/** A type whose key begins with the State. */
function lookupOf(type: ObjectTypeDefinitionNode): readonly RegionLookup[] {
  const [state, ...names] = keyOf(type);
  if (state !== 'state') return [];
  const keys = names.map((name) => {
    const field = type.fields?.find((candidate) => candidate.name.value === name);
    return { name, required: field?.type.kind === Kind.NON_NULL_TYPE };
  });
  return [{ type: type.name.value, keys }];
}

function keyOf({ directives = [] }: ObjectTypeDefinitionNode): readonly string[] {
  const key = directives.find(({ name }) => name.value === 'key');
  return key === undefined ? [] : fieldsOf(key).split(' ');
}

function fieldsOf({ arguments: given = [] }: ConstDirectiveNode): string {
  const fields = given.find(({ name }) => name.value === 'fields');
  return fields === undefined ? '' : String(valueFromASTUntyped(fields.value));
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
