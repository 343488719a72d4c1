import {
  type ConstDirectiveNode,
  type DocumentNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type TypeNode,
  valueFromASTUntyped,
} from 'graphql';

export type SensitivityClass = 'OPEN' | 'RESTRICTED' | 'PERSONAL' | 'SENSITIVE';

/** The words that agreements and operations may use: record types with their fields, look-ups, purposes. */
export interface Vocabulary {
  /** Record type or look-up → field → class. `id` and key fields of look-ups are not fields that can be granted. */
  readonly records: ReadonlyMap<string, ReadonlyMap<string, SensitivityClass>>;
  /** Record type or look-up → field → its type, for the same fields. */
  readonly types: ReadonlyMap<string, ReadonlyMap<string, FieldType>>;
  /** Look-up type → the records it is answered from and the fields by which they are found. */
  readonly lookups: ReadonlyMap<string, Lookup>;
  /** Record type → fields of records that it refers to by which it can be found: `person.nationalIdentification`. */
  readonly reached: ReadonlyMap<string, readonly ReachedField[]>;
  /** Enum → its values. */
  readonly codes: ReadonlyMap<string, ReadonlySet<string>>;
  readonly purposes: ReadonlySet<string>;
}

export interface FieldType {
  /** Of the items, where it is a list. */
  readonly name: string;
  readonly list: boolean;
  /** Whether it is a value without fields of its own. */
  readonly plain: boolean;
}

/** A field of another record, and how one gets there. */
export interface ReachedField {
  /** `person.nationalIdentification` */
  readonly path: string;
  readonly record: string;
  readonly field: string;
}

export interface Lookup {
  readonly record: string;
  readonly by: readonly string[];
  /** Of `by` the one that a record need not equal, but come near to. */
  readonly near?: string;
}

/** Reads the vocabulary out of the SDL that States share. */
export function vocabularyOf(document: DocumentNode): Vocabulary {
  const records = new Map<string, ReadonlyMap<string, SensitivityClass>>();
  const types = new Map<string, ReadonlyMap<string, FieldType>>();
  const composite = new Set(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION
        ? [definition.name.value]
        : [],
    ),
  );
  const lookups = new Map<string, Lookup>();
  const codes = new Map<string, ReadonlySet<string>>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.ENUM_TYPE_DEFINITION)
      codes.set(definition.name.value, new Set(definition.values?.map(({ name }) => name.value)));
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    const classes = classesOf(definition);
    if (classes.size > 0) {
      records.set(definition.name.value, classes);
      types.set(definition.name.value, typesOf(definition, composite));
    }
    const lookup = argumentsOf(definition.directives, 'lookup');
    if (lookup !== undefined) lookups.set(definition.name.value, lookup as unknown as Lookup);
  }
  const reached = reachedFields(document, types);
  return { records, types, lookups, reached, codes, purposes: codes.get('Purpose') ?? new Set() };
}

/** What the filters of record types ask of the records that these refer to. */
function reachedFields(document: DocumentNode, types: Vocabulary['types']): Vocabulary['reached'] {
  const inputs = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
  const keysOf = (input: string) =>
    (inputs.get(input)?.fields ?? []).map(({ name, type }) => ({ key: name.value, of: unwrapped(type).of }));
  return new Map(
    [...types].map(([record, fields]) => [
      record,
      keysOf(`${record}Filter`).flatMap(({ key, of }) => {
        const target = fields.get(key);
        if (target === undefined || target.list || !types.has(target.name)) return [];
        return keysOf(of)
          .filter((inner) => inputs.has(inner.of))
          .map(({ key: field }) => ({ path: `${key}.${field}`, record: target.name, field }));
      }),
    ]),
  );
}

/** Only fields with a class can be granted; one without is a key or part of a value. */
function classesOf(type: ObjectTypeDefinitionNode): Map<string, SensitivityClass> {
  const classes = new Map<string, SensitivityClass>();
  for (const field of type.fields ?? []) {
    const sensitivity = argumentsOf(field.directives, 'sensitivity');
    if (sensitivity !== undefined) classes.set(field.name.value, sensitivity['class'] as SensitivityClass);
  }
  return classes;
}

function typesOf(type: ObjectTypeDefinitionNode, composite: ReadonlySet<string>): Map<string, FieldType> {
  const types = new Map<string, FieldType>();
  for (const { name, type: written } of type.fields ?? []) {
    const { of, list } = unwrapped(written);
    types.set(name.value, { name: of, list, plain: !composite.has(of) });
  }
  return types;
}

function unwrapped(type: TypeNode): { readonly of: string; readonly list: boolean } {
  if (type.kind === Kind.NAMED_TYPE) return { of: type.name.value, list: false };
  return { ...unwrapped(type.type), ...(type.kind === Kind.LIST_TYPE && { list: true }) };
}

function argumentsOf(
  directives: readonly ConstDirectiveNode[] | undefined,
  name: string,
): Record<string, unknown> | undefined {
  const directive = directives?.find((candidate) => candidate.name.value === name);
  if (directive === undefined) return undefined;
  return Object.fromEntries(
    (directive.arguments ?? []).map(({ name: { value: key }, value }) => [key, valueFromASTUntyped(value)]),
  );
}
