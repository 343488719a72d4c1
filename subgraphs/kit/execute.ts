import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  parse,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { IstmoError } from '../../common/errors.js';
import { invalidVariable } from '../../common/variable-fault.js';
import type { NodeRequest } from './node-request.js';

const requestSchema = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

export type GraphQLRequest = z.infer<typeof requestSchema>;

/** @throws IstmoError `BAD_REQUEST` */
export function readGraphQLRequest(body: unknown): GraphQLRequest {
  const parsed = requestSchema.safeParse(body);
  if (!parsed.success) throw new IstmoError('BAD_REQUEST');
  return parsed.data;
}

/** Executes operations on a node's schema; a document is parsed and validated once. */
export type Executor = (request: GraphQLRequest, context: NodeRequest) => Promise<ExecutionResult>;

export function createExecutor(schema: GraphQLSchema, onFault: (error: unknown) => void): Executor {
  const documents = new LRUCache<string, DocumentNode>({ max: 1_000 });
  const read = (text: string): DocumentNode => {
    const known = documents.get(text);
    if (known !== undefined) return known;
    const document = readDocument(schema, text);
    documents.set(text, document);
    return document;
  };
  return async ({ query, variables, operationName }, contextValue) => {
    const document = read(query);
    const result = await execute({
      schema,
      document,
      variableValues: variables ?? {},
      operationName: operationName ?? null,
      contextValue,
    });
    if (result.errors === undefined) return result;
    return { ...result, errors: result.errors.map((error) => publicError(error, document, onFault)) };
  };
}

function readDocument(schema: GraphQLSchema, text: string): DocumentNode {
  let document: DocumentNode;
  try {
    document = parse(text, { maxTokens: 10_000 });
  } catch (cause) {
    throw new IstmoError('GRAPHQL_PARSE_FAILED', { cause });
  }
  const [error] = validate(schema, document, undefined, { maxErrors: 1, hideSuggestions: true });
  if (error !== undefined)
    throw new IstmoError('GRAPHQL_VALIDATION_FAILED', { detail: error.message, cause: error });
  return document;
}

/** Errors of the table as they are; of a fault of the node's own nothing but that it failed. */
function publicError(
  error: GraphQLError,
  document: DocumentNode,
  onFault: (error: unknown) => void,
): GraphQLError {
  const { originalError, path } = error;
  if (originalError instanceof IstmoError) return error;
  if (path === undefined) return replaced(invalidVariable(error, document), error);
  onFault(originalError ?? error);
  return replaced(new IstmoError('STATE_ERROR'), error);
}

function replaced(own: IstmoError, { path, nodes }: GraphQLError): GraphQLError {
  return new GraphQLError(own.message, { nodes, path, extensions: { ...own.extensions } });
}
