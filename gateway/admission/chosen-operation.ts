import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { IstmoError } from '../../common/errors.js';

/**
 * Why no operation of a document can be executed.
 *
 * @param operation - the one that the request names, or the only one; undefined where there is none such
 * @returns undefined where it can
 */
export function operationFault(
  operation: OperationDefinitionNode | undefined,
  schema: GraphQLSchema,
): IstmoError | undefined {
  if (operation === undefined)
    return new IstmoError('BAD_REQUEST', { detail: 'operationName must name one of its operations.' });
  const { operation: kind } = operation;
  if (schema.getRootType(kind) == null)
    return new IstmoError('BAD_REQUEST', { detail: `There is no ${kind} here.` });
  return undefined;
}
