import { Kind, parse, type SelectionSetNode } from 'graphql';

/** The fields that a `@requires` names. */
export type FieldSet = SelectionSetNode;

export function fieldSet(text: string): FieldSet {
  const [definition] = parse(`{ ${text} }`).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error(text);
  return definition.selectionSet;
}

/** Gives a field of an object. */
type ReadField = (of: unknown, name: string) => unknown;

const sent: ReadField = (of, name) => (of as Readonly<Record<string, unknown>>)[name];

/** What a field set names of an object, as plain values. @param read - by default it reads what was sent */
export function requiredOf(fields: FieldSet, object: unknown, read: ReadField = sent): unknown {
  if (object === null || object === undefined) return object;
  if (Array.isArray(object)) return object.map((item) => requiredOf(fields, item, read));
  return Object.fromEntries(
    fields.selections.flatMap((node) => {
      if (node.kind !== Kind.FIELD) return [];
      const value = read(object, node.name.value);
      return [[node.name.value, node.selectionSet ? requiredOf(node.selectionSet, value, read) : value]];
    }),
  );
}
