import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { type QueryPlan, QueryPlanner } from '@apollo/query-planner';
import { type DocumentNode, type GraphQLSchema, isInterfaceType } from 'graphql';
import { simplifyOperation } from './simplify.js';
import { createTypeTest, type TypeTest } from './type-test.js';

/** Apollo's planner over one supergraph. */
export interface Planner {
  /** What clients see of the supergraph: no join machinery, nothing inaccessible. */
  readonly apiSchema: GraphQLSchema;
  /** Types of the whole supergraph, what clients do not see included. */
  readonly isOfType: TypeTest;
  /** Names of the interfaces of the whole supergraph. */
  readonly interfaces: ReadonlySet<string>;
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
  const clientSchema = apiSchema.toGraphQLJSSchema();
  const wholeSchema = supergraph.schema.toGraphQLJSSchema();
  return {
    apiSchema: clientSchema,
    isOfType: createTypeTest(wholeSchema),
    interfaces: new Set(
      Object.keys(wholeSchema.getTypeMap()).filter((name) => isInterfaceType(wholeSchema.getType(name))),
    ),
    subgraphs: [...supergraph.subgraphsMetadata()],
    plan: (document, operationName) =>
      planner.buildQueryPlan(
        operationFromDocument(
          apiSchema,
          simplifyOperation(clientSchema, document, operationName),
          operationName === undefined ? {} : { operationName },
        ),
      ),
  };
}
