import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { type QueryPlan, QueryPlanner } from '@apollo/query-planner';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { type Preparation, prepareSupergraph } from './prepare/supergraph.js';
import { createTypeTest, type TypeTest } from './type-test.js';

/** Apollo's planner over one supergraph. */
export interface Planner {
  /** What clients see of the supergraph: no join machinery, nothing inaccessible. */
  readonly apiSchema: GraphQLSchema;
  /** Types of the whole supergraph, what clients do not see included. */
  readonly isOfType: TypeTest;
  /** What the planner was given, and what its plans mean. */
  readonly preparation: Preparation;
  /** Name and URL of every subgraph. */
  readonly subgraphs: readonly { readonly name: string; readonly url: string }[];
  /**
   * @param document - valid in the API schema, with private keys where they are needed
   * @throws GraphQLError where no plan can be made
   */
  plan(document: DocumentNode, operationName: string | undefined): QueryPlan;
}

/**
 * Loads a supergraph.
 *
 * @throws Error where the text is no valid supergraph of Federation 2
 */
export function createPlanner(supergraphSdl: string): Planner {
  const supergraph = Supergraph.build(supergraphSdl, { validateSupergraph: true });
  const preparation = prepareSupergraph(supergraphSdl);
  // its private fields leave others unused, which is no fault of it
  const planned =
    preparation.sdl === supergraphSdl
      ? supergraph
      : Supergraph.build(preparation.sdl, { validateSupergraph: false });
  const planner = new QueryPlanner(planned, {
    // fragments would be written once more for each State that they are pruned for
    generateQueryFragments: false,
    debug: { maxEvaluatedPlans: 1_000, pathsLimit: 10_000 },
  });
  return {
    apiSchema: supergraph.apiSchema().toGraphQLJSSchema(),
    isOfType: createTypeTest(supergraph.schema.toGraphQLJSSchema()),
    preparation,
    subgraphs: [...supergraph.subgraphsMetadata()],
    plan: (document, operationName) =>
      planner.buildQueryPlan(
        operationFromDocument(
          planned.apiSchema(),
          document,
          operationName === undefined ? {} : { operationName },
        ),
      ),
  };
}
