import { executeSync, type FieldNode, type GraphQLSchema, Kind, OperationTypeNode } from 'graphql';
import type { Conditions } from '../plan/conditions.js';
import type { CompiledOperation } from '../plan/operation.js';
import { createTypeTest } from '../plan/type-test.js';
import { collectFields } from './collect.js';

/**
 * What an operation asks of the schema itself: JSON text by response key.
 *
 * @param schema - the one that clients see
 */
export function introspectionTexts(
  schema: GraphQLSchema,
  { definition, fragments }: CompiledOperation,
  conditions: Conditions,
  variables: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> {
  const fields = introspectionFields(schema, { definition, fragments }, conditions);
  if (fields.length === 0) return {};
  const selectionSet = { kind: Kind.SELECTION_SET, selections: fields } as const;
  const { data } = executeSync({
    schema,
    document: { kind: Kind.DOCUMENT, definitions: [{ ...definition, selectionSet }, ...fragments.values()] },
    variableValues: variables,
  });
  return Object.fromEntries(Object.entries(data ?? {}).map(([key, value]) => [key, JSON.stringify(value)]));
}

function introspectionFields(
  schema: GraphQLSchema,
  { definition, fragments }: Pick<CompiledOperation, 'definition' | 'fragments'>,
  conditions: Conditions,
): readonly FieldNode[] {
  if (definition.operation !== OperationTypeNode.QUERY) return [];
  const root = schema.getQueryType()?.name ?? '';
  const isOfType = createTypeTest(schema);
  const collected = collectFields({ schema, isOfType, fragments, conditions }, root, [
    definition.selectionSet,
  ]);
  return [...collected.values()]
    .flat()
    .filter(({ name: { value: name } }) => name === '__schema' || name === '__type');
}
