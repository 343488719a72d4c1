import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  buildSchema,
  type DocumentNode,
  execute,
  type ExecutionResult,
  getOperationAST,
  type GraphQLSchema,
  parse,
  printSchema,
} from 'graphql';
import {
  entitiesAnswer,
  rootAnswer,
  readSubgraphAnswer,
  type SubgraphAnswer,
} from '../../../../gateway/execute/answer.js';
import { createExecutor } from '../../../../gateway/execute/executor.js';
import type { Source, SourceRequest } from '../../../../gateway/execute/source.js';
import type { Data } from '../../../../gateway/plan/data.js';
import { createEngine, defaultEngineOptions } from '../../../../gateway/plan/engine.js';
import { supergraphOf, withLink } from '../plan/supergraph.js';
import type { Handle, World } from './world.js';

/** An operation as a client sends it. */
export interface Operation {
  readonly text: string;
  readonly name: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What came of an operation: data as JSON text, and whether anything went wrong. */
export interface Outcome {
  readonly data: string;
  readonly failed: boolean;
}

/** The same operation asked of a gateway over several subgraphs, and of one schema that has it all. */
export interface Federation {
  /** What clients see. */
  readonly schema: GraphQLSchema;
  ask(world: World, operation: Operation): Promise<{ readonly gateway: Outcome; readonly whole: Outcome }>;
}

const limits = { fetches: 1_000, cost: 1_000_000 };

/** @param subgraphs - SDL by name */
export function createFederation(subgraphs: Readonly<Record<string, string>>): Federation {
  const engine = createEngine(supergraphOf(subgraphs), { ...defaultEngineOptions, limits });
  // not Apollo's own: graphql-js reads it anew
  const whole = buildSchema(printSchema(engine.apiSchema));
  const parts = Object.entries(subgraphs).map(([name, sdl]) => [name, subgraphSchema(sdl)] as const);
  return {
    schema: whole,
    ask: async (world, operation) => {
      const document = parse(operation.text);
      const sources = new Map(parts.map(([name, schema]) => [name, partSource(schema, world)] as const));
      const reply = await createExecutor(() => ({ engine, sources }))({
        schema: engine.apiSchema,
        document,
        operation: getOperationAST(document, operation.name),
        request: { variables: operation.variables },
        queryHash: operation.text,
        context: { exchange: { requestId: 'r', receivedAt: 0, sourceAddress: '::1', answers: [] } },
      } as unknown as Parameters<ReturnType<typeof createExecutor>>[0]);
      const expected = execute({
        schema: whole,
        document,
        operationName: operation.name,
        variableValues: operation.variables,
        fieldResolver: world.whole,
      }) as ExecutionResult;
      return { gateway: outcomeOf(reply), whole: outcomeOf(expected) };
    },
  };
}

/** Data are read again where they are text already, so that both sides are written in the same way. */
function outcomeOf({ data, errors }: { readonly data?: unknown; readonly errors?: unknown }): Outcome {
  return { data: data === undefined ? 'none' : JSON.stringify(data), failed: errors !== undefined };
}

/** A subgraph of which any entity can be had by any of its keys; what there is comes with each request. */
function subgraphSchema(sdl: string): GraphQLSchema {
  const runtime = ({ id }: Handle): Handle => ({ __typename: id.slice(0, id.indexOf('-')), id });
  // where it throws at once, no entity of the fetch is answered
  const patchy = (reference: Handle, world: World): Promise<Handle | null> =>
    Promise.resolve().then(() => world.patchyReference(reference));
  return buildSubgraphSchema({
    typeDefs: parse(withLink(sdl)),
    resolvers: {
      ...(sdl.includes('interface Media') && {
        Media: { __resolveReference: runtime, __resolveType: ({ __typename }: Handle) => __typename },
      }),
      ...(sdl.includes('@requires') && { Product: { __resolveReference: patchy } }),
    },
  });
}

/** A subgraph as if it were asked over HTTP: its answer is JSON. */
function partSource(schema: GraphQLSchema, world: World): Source {
  const ask = async ({ operation }: SourceRequest, variableValues: Data): Promise<SubgraphAnswer> => {
    const document = read(operation.text);
    const result = await execute({
      schema,
      document,
      variableValues,
      contextValue: world,
      fieldResolver: world.part,
    });
    return readSubgraphAnswer(JSON.parse(JSON.stringify(result)));
  };
  return {
    root: async (request) => rootAnswer(await ask(request, request.variables)),
    entities: async (request, representations) =>
      entitiesAnswer(await ask(request, { ...request.variables, representations }), representations),
  };
}

const documents = new Map<string, DocumentNode>();

function read(text: string): DocumentNode {
  const known = documents.get(text) ?? parse(text, { noLocation: true });
  if (documents.size > 1_000) documents.clear();
  documents.set(text, known);
  return known;
}
