import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLSchema } from 'graphql';
import { IstmoError } from '../../common/errors.js';
import { allow, applyMiddlewareToDeclaredResolvers, deny, rule, shield } from '../../common/shield.js';
import { regionDocument } from '../../schema/sources.js';
import type { GatewayContext } from '../exchange.js';
import type { Directory } from '../states/directory.js';
import { regionResolvers } from './resolvers.js';

/** Whoever asks is known: the identity phase has named a requester. */
const known = rule({ cache: 'contextual' })(
  (_parent: unknown, _args: unknown, { exchange }: GatewayContext) => exchange.requester !== undefined,
);

/** Every field of the region that has a resolver is guarded; one that is added without a rule is denied. */
const permissions = shield<unknown, GatewayContext>(
  {
    Query: {
      memberStates: known,
      memberState: known,
      firearmTraces: known,
      firearm: known,
      firearmSeizure: known,
      drugSeizure: known,
      me: known,
      _entities: known,
      _service: allow,
    },
    Firearm: { tracing: known },
  },
  { fallbackRule: deny, fallbackError: new IstmoError('WITHHELD'), allowExternalErrors: true },
);

/** The region's own subgraph, resolved in the gateway's process. */
export function regionSchema(directory: Directory): GraphQLSchema {
  const schema = buildSubgraphSchema([{ typeDefs: regionDocument(), resolvers: regionResolvers(directory) }]);
  return applyMiddlewareToDeclaredResolvers(schema, permissions);
}
