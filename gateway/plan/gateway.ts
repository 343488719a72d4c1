import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import type { GatewayContext } from '../exchange.js';

/** The data source of each of the supergraph's two subgraphs. */
export interface Sources {
  readonly member: GraphQLDataSource<GatewayContext>;
  readonly region: GraphQLDataSource<GatewayContext>;
}

/**
 * Apollo's gateway over the supergraph of two subgraphs: it plans each operation once and executes the plan through
 * our data sources.
 */
export function createGateway(supergraphSdl: string, sources: Sources): ApolloGateway {
  return new ApolloGateway({
    supergraphSdl,
    buildService: ({ name }) => {
      if (name === 'member') return sources.member;
      if (name === 'region') return sources.region;
      throw new Error(`the supergraph names a subgraph that is unknown here: ${name}`);
    },
    // fragments would be written once more for each State that they are pruned for
    queryPlannerConfig: { generateQueryFragments: false },
  });
}
