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

/** Every field of the region is for whoever is known; what the gateway asks itself for is open; all else is denied. */
function permissions(resolvers: Readonly<Record<string, Readonly<Record<string, unknown>>>>) {
  const guarded = Object.entries(resolvers).map(([type, fields]) => [
    type,
    Object.fromEntries(
      Object.keys(fields)
        .filter((field) => !field.startsWith('__'))
        .map((field) => [field, known]),
    ),
  ]);
  const { Query, ...types } = Object.fromEntries(guarded) as Record<string, Record<string, typeof known>>;
  return shield<unknown, GatewayContext>(
    { ...withRules(types), Query: { ...Query, _entities: known, _service: allow } },
    { fallbackRule: deny, fallbackError: new IstmoError('WITHHELD'), allowExternalErrors: true },
  );
}

/** Types that have a field to guard. */
function withRules<Rules extends object>(types: Readonly<Record<string, Rules>>): Record<string, Rules> {
  return Object.fromEntries(Object.entries(types).filter(([, rules]) => Object.keys(rules).length > 0));
}

/** The region's own subgraph, resolved in the gateway's process. */
export function regionSchema(directory: Directory): GraphQLSchema {
  const document = regionDocument();
  const resolvers = regionResolvers(document, directory);
  const schema = buildSubgraphSchema([{ typeDefs: document, resolvers: resolvers as never }]);
  return applyMiddlewareToDeclaredResolvers(schema, permissions(resolvers));
}
