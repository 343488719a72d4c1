import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { type QueryPlan, QueryPlanner } from '@apollo/query-planner';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { createTypeTest, type TypeTest } from './type-test.js';

/** Apollo's planner over one supergraph. */
export interface Planner {
  /** What clients see of the supergraph: no join machinery, nothing inaccessible. */
  readonly apiSchema: GraphQLSchema;
  /** Types of the whole supergraph, what clients do not see included. */
  readonly isOfType: TypeTest;
  /** Name and URL of every subgraph. */
  readonly subgraphs: readonly { readonly name: string; readonly url: string }[];
  /** @throws GraphQLError where no plan can be made */
  plan(document: DocumentNode, operationName: string | undefined): QueryPlan;
}

/**
 * Loads a supergraph.
 *
 * @throws Error where the text is no valid supergraph of Federation 2
 */
export function createPlanner(supergraphSdl: string): Planner {
  const supergraph = Supergraph.build(supergraphSdl, { validateSupergraph: true });
  const apiSchema = supergraph.apiSchema();
  const planner = new QueryPlanner(supergraph, {
    // fragments would be written once more for each State that they are pruned for
    generateQueryFragments: false,
    debug: { maxEvaluatedPlans: 1_000, pathsLimit: 10_000 },
  });
  return {
    apiSchema: apiSchema.toGraphQLJSSchema(),
    isOfType: createTypeTest(supergraph.schema.toGraphQLJSSchema()),
    subgraphs: [...supergraph.subgraphsMetadata()],
    plan: (document, operationName) =>
      planner.buildQueryPlan(
        operationFromDocument(apiSchema, document, operationName === undefined ? {} : { operationName }),
      ),
  };
}
