import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { type QueryPlan, QueryPlanner } from '@apollo/query-planner';
import { type GraphQLSchema, isInterfaceType, Kind, type OperationDefinitionNode, visit } from 'graphql';
import { privateVariable } from './private-names.js';
import { type Preparation, prepareSupergraph } from './prepare/supergraph.js';
import { createTypeTest, type TypeTest } from './type-test.js';

/** Apollo's planner over one supergraph. */
export interface Planner {
  /** What clients see of the supergraph: no join machinery, nothing inaccessible. */
  readonly apiSchema: GraphQLSchema;
  /** Types of the whole supergraph, what clients do not see included. */
  readonly isOfType: TypeTest;
  /** Names of the interfaces of the whole supergraph. */
  readonly interfaces: ReadonlySet<string>;
  /** What the planner was given, and what its plans mean. */
  readonly preparation: Preparation;
  /** Name and URL of every subgraph. */
  readonly subgraphs: readonly { readonly name: string; readonly url: string }[];
  /**
   * @param operation - valid in the API schema, simplified, with private keys where they are needed
   * @throws GraphQLError where no plan can be made
   */
  plan(operation: OperationDefinitionNode): QueryPlan;
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
    // fragments would be written once more for each State that they are pruned for, and reading a fetch knows none
    generateQueryFragments: false,
    reuseQueryFragments: false,
    debug: { maxEvaluatedPlans: 1_000, pathsLimit: 10_000 },
  });
  const clientSchema = supergraph.apiSchema().toGraphQLJSSchema();
  const wholeSchema = supergraph.schema.toGraphQLJSSchema();
  return {
    apiSchema: clientSchema,
    isOfType: createTypeTest(wholeSchema),
    interfaces: new Set(
      Object.keys(wholeSchema.getTypeMap()).filter((name) => isInterfaceType(wholeSchema.getType(name))),
    ),
    preparation,
    subgraphs: [...supergraph.subgraphsMetadata()],
    plan: (operation) =>
      planner.buildQueryPlan(
        operationFromDocument(planned.apiSchema(), {
          kind: Kind.DOCUMENT,
          definitions: [withPrivateVariables(operation)],
        }),
      ),
  };
}

function withPrivateVariables(operation: OperationDefinitionNode): OperationDefinitionNode {
  return visit(operation, {
    Variable: (node) => {
      const value = privateVariable(node.name.value);
      return value === node.name.value ? undefined : { ...node, name: { ...node.name, value } };
    },
  });
}
