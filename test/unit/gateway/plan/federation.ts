import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type DocumentNode, type GraphQLError, parse, validate } from 'graphql';
import { createExecutor } from '../../../../gateway/execute/executor.js';
import type { Source, SourceRequest } from '../../../../gateway/execute/source.js';
import type { Data } from '../../../../gateway/plan/data.js';
import { createEngine, defaultEngineOptions, type Engine } from '../../../../gateway/plan/engine.js';
import type { PlanLimits } from '../../../../gateway/plan/operation.js';
import { createRegionSource } from '../../../../gateway/region/region-source.js';

/** By type and field. */
export type Resolvers = Readonly<
  Record<string, Readonly<Record<string, (parent: never, args: never) => unknown>>>
>;

export interface Subgraph {
  readonly typeDefs: string;
  readonly resolvers: Resolvers;
}

/** One request to a subgraph. */
export interface Asked {
  readonly subgraph: string;
  readonly text: string;
  readonly representations?: readonly Data[];
}

export interface Reply {
  readonly data?: unknown;
  /** `CODE at path` of each error. */
  readonly errors?: readonly string[];
}

/** A gateway over subgraphs in this process. */
export interface Federation {
  readonly supergraphSdl: string;
  readonly engine: Engine;
  /** Requests to subgraphs, all of them so far. */
  readonly asked: readonly Asked[];
  ask(query: string, variables?: Record<string, unknown>): Promise<Reply>;
}

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@requires", "@external", "@shareable", "@interfaceObject"])`;

/** Composes subgraphs, and answers by them through the engine and the executor. */
export function federate(
  subgraphs: Readonly<Record<string, Subgraph>>,
  limits: Partial<PlanLimits> = {},
): Federation {
  const documents = Object.entries(subgraphs).map(([name, { typeDefs }]) => ({
    name,
    url: `http://${name}`,
    typeDefs: parse(`${link} ${typeDefs}`),
  }));
  const { supergraphSdl, errors: problems } = composeServices(documents);
  if (supergraphSdl === undefined) throw new Error(String(problems));
  const asked: Asked[] = [];
  const sources = new Map(
    documents.map(({ name, typeDefs }) => [
      name,
      recorded(name, typeDefs, subgraphs[name]!.resolvers, asked),
    ]),
  );
  const engine = createEngine(supergraphSdl, {
    ...defaultEngineOptions,
    limits: { ...defaultEngineOptions.limits, ...limits },
  });
  const execute = createExecutor(() => ({ engine, sources }));
  return {
    supergraphSdl,
    engine,
    asked,
    ask: async (query, variables = {}) => {
      const document = parse(query);
      const invalid = validate(engine.apiSchema, document);
      if (invalid.length > 0) return { errors: invalid.map(({ message }) => message) };
      const context = { schema: engine.apiSchema, document, operation: document.definitions[0] };
      const { data, errors } = await execute({
        ...context,
        request: { variables },
        queryHash: query,
        context: {},
      } as never);
      return {
        ...(data !== undefined && { data: JSON.parse(JSON.stringify(data)) as unknown }),
        ...(errors && { errors: errors.map(describe) }),
      };
    },
  };
}

function describe({ extensions, path }: GraphQLError): string {
  return path === undefined
    ? String(extensions['code'])
    : `${String(extensions['code'])} at ${path.join('.')}`;
}

/** A subgraph that notes what it is asked, and refuses what is not valid, as one behind HTTP does. */
function recorded(subgraph: string, typeDefs: DocumentNode, resolvers: Resolvers, asked: Asked[]): Source {
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]);
  const source = createRegionSource(schema);
  const note = ({ operation: { text } }: SourceRequest, representations?: readonly Data[]): void => {
    const problems = validate(schema, parse(text));
    if (problems.length > 0) throw new Error(`${subgraph} refuses ${text}: ${String(problems)}`);
    asked.push({ subgraph, text, ...(representations && { representations }) });
  };
  return {
    root: (request) => {
      note(request);
      return source.root(request);
    },
    entities: (request, representations) => {
      note(request, representations);
      return source.entities(request, representations);
    },
  };
}
