import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLSchema } from 'graphql';
import { IstmoError } from '../../common/errors.js';
import { allow, applyMiddlewareToDeclaredResolvers, deny, rule, shield } from '../../common/shield.js';
import { regionDocument } from '../../schema/sources.js';
import type { GatewayContext } from '../exchange.js';
import type { LogReader } from '../../audit/reading/log-reader.js';
import type { Directory } from '../states/directory.js';
import { sightOf } from '../audit/sight.js';
import { regionResolvers } from './resolvers.js';

/** Whoever asks is known: the identity phase has named a requester. */
const known = rule({ cache: 'contextual' })(
  (_parent: unknown, _args: unknown, { exchange }: GatewayContext) => exchange.requester !== undefined,
);

const auditor = rule({ cache: 'contextual' })(
  (_parent: unknown, _args: unknown, { exchange: { requester } }: GatewayContext) =>
    (requester !== undefined && sightOf(requester) !== undefined) || new IstmoError('AUDITORS_ONLY'),
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
      auditLog: auditor,
      accessesTo: auditor,
      auditCounts: auditor,
      auditSigns: auditor,
      me: known,
      _entities: known,
      _service: allow,
    },
    Firearm: { tracing: known },
  },
  { fallbackRule: deny, fallbackError: new IstmoError('WITHHELD'), allowExternalErrors: true },
);

/** The region's own subgraph, resolved in the gateway's process. */
export function regionSchema(directory: Directory, reader: LogReader): GraphQLSchema {
  const schema = buildSubgraphSchema([
    { typeDefs: regionDocument(), resolvers: regionResolvers(directory, reader) },
  ]);
  return applyMiddlewareToDeclaredResolvers(schema, permissions);
}
