import type { OperationDefinitionNode } from 'graphql';
import { collectFields, type Collecting } from './collect.js';

/** Whether an operation asks for anything but the schema itself, under its conditions. */
export function asksForData(
  collecting: Collecting,
  { operation, selectionSet }: OperationDefinitionNode,
): boolean {
  const root = collecting.schema.getRootType(operation)?.name ?? '';
  const fields = [...collectFields(collecting, root, [selectionSet]).values()].flat();
  return fields.some(({ name }) => !name.value.startsWith('__'));
}
