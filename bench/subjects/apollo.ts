import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify from 'fastify';
import { supergraphSdl } from '../../schema/sources.js';
import { bareRegionSchema } from './apollo-region.js';
import { localSource, ownersSource } from './apollo-sources.js';
import { ordinarySupergraph } from './ordinary-supergraph.js';
import type { SubjectSetup } from './subject.js';

/** `@apollo/gateway` as it comes, over one ordinary subgraph a State: no identity, access, assertions or log. */
export async function startApollo(setup: SubjectSetup): Promise<string> {
  return serve(new ApolloGateway({ supergraphSdl: ordinarySupergraph(setup) }));
}

/**
 * `@apollo/gateway` with its own executor over the region's supergraph: Istmo less the four, and with a transport that
 * only routes keys to their owners.
 */
export async function startApolloRouted(setup: SubjectSetup): Promise<string> {
  const region = localSource(bareRegionSchema(setup.nodes.map(({ code }) => code)));
  const member = ownersSource(setup);
  return serve(
    new ApolloGateway({
      supergraphSdl: supergraphSdl(),
      buildService: ({ name }) => (name === 'region' ? region : member),
      queryPlannerConfig: { generateQueryFragments: false },
    }),
  );
}

async function serve(gateway: ApolloGateway): Promise<string> {
  const apollo = new ApolloServer({ gateway, stopOnTerminationSignals: false });
  await apollo.start();
  const app = Fastify();
  app.post('/graphql', fastifyApolloHandler(apollo));
  return `${await app.listen({ host: '127.0.0.1', port: 0 })}/graphql`;
}
