import { type DocumentNode, execute, type ExecutionResult, type GraphQLSchema, parse } from 'graphql';
import { IstmoError } from '../../common/errors.js';
import type { EntityFault, Fault, Source, SourceRequest } from '../execute/source.js';
import type { Data } from '../plan/data.js';
import type { FetchOperation } from '../plan/steps.js';
import type { RegionContext } from './region-context.js';

/** The source of the region's own subgraph: executed here, no request leaves the process. */
export function createRegionSource(schema: GraphQLSchema): Source {
  const documents = new WeakMap<FetchOperation, DocumentNode>();
  const read = (operation: FetchOperation): DocumentNode => {
    const known = documents.get(operation);
    if (known !== undefined) return known;
    const document = parse(operation.text, { noLocation: true });
    documents.set(operation, document);
    return document;
  };
  const answer = async ({ operation, context }: SourceRequest, variableValues: Data): Promise<Answer> => {
    const contextValue: RegionContext = { ...context, faults: [] };
    const result = await execute({ schema, document: read(operation), variableValues, contextValue });
    const { data, errors = [] } = result as ExecutionResult<Data>;
    return { data: data ?? undefined, faults: [...errors.map(faultOf), ...contextValue.faults] };
  };
  return {
    root: (request) => answer(request, request.variables),
    entities: async (request, representations) => {
      const { data, faults } = await answer(request, { ...request.variables, representations });
      const entities = (data?.['_entities'] ?? representations.map(() => null)) as readonly unknown[];
      return { entities, faults: faults.map(entityFaultOf) };
    },
  };
}

interface Answer {
  readonly data: Data | undefined;
  readonly faults: readonly Fault[];
}

type ExecutionError = NonNullable<ExecutionResult['errors']>[number];

/** A resolver's refusal as it is; of any other error only that there was one. */
function faultOf({ originalError, path = [] }: ExecutionError): Fault {
  const error =
    originalError instanceof IstmoError
      ? originalError
      : new IstmoError('INTERNAL', { cause: originalError });
  return { error, path };
}

function entityFaultOf({ error, path: [, position, ...beneath] }: Fault): EntityFault {
  return { error, position: typeof position === 'number' ? position : 0, path: beneath };
}
