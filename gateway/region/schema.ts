import { buildSubgraphSchema } from '@apollo/subgraph';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { IstmoError } from '../../common/errors.js';
import { allow, applyMiddlewareToDeclaredResolvers, deny, rule, shield } from '../../common/shield.js';
import { regionDocument } from '../../schema/sources.js';
import type { GatewayContext } from '../exchange.js';
import type { LogReader } from '../../audit/reading/log-reader.js';
import { sightOf } from '../audit/sight.js';
import { auditResolvers } from './audit-resolvers.js';
import { checkingArguments } from './checked.js';
import { explainResolver, type ExplainParts } from './explain.js';
import type { AskingDesk } from './release/ask-desk.js';
import { releaseResolvers } from './release/release-resolvers.js';
import { regionResolvers, type RegionParts } from './resolvers.js';

/** Whoever asks is known: the identity phase has named a requester. */
const known = rule({ cache: 'contextual' })(
  (_parent: unknown, _args: unknown, { exchange }: GatewayContext) => exchange.requester !== undefined,
);

const auditor = rule({ cache: 'contextual' })(
  (_parent: unknown, _args: unknown, { exchange: { requester } }: GatewayContext) =>
    (requester !== undefined && sightOf(requester) !== undefined) || new IstmoError('AUDITORS_ONLY'),
);

/** Every field of the region is for whoever is known, of the log for auditors; what the gateway asks itself for is open; all else is denied. */
function permissions(
  resolvers: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  forAuditors: ReadonlySet<string>,
) {
  const guarded = Object.entries(resolvers).map(([type, fields]) => [
    type,
    Object.fromEntries(
      Object.keys(fields)
        .filter((field) => !field.startsWith('__'))
        .map((field) => [field, type === 'Query' && forAuditors.has(field) ? auditor : known]),
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

/** What the region's resolvers work with. */
export type SchemaParts = RegionParts & ExplainParts & AskingDesk & { readonly reader: LogReader };

/** The region's own subgraph, resolved in the gateway's process. */
export function regionSchema(parts: SchemaParts): GraphQLSchema {
  const document = regionDocument();
  const { resolvers, forAuditors } = allResolvers(document, parts);
  const schema = buildSubgraphSchema([{ typeDefs: document, resolvers: resolvers as never }]);
  return applyMiddlewareToDeclaredResolvers(schema, permissions(resolvers, forAuditors));
}

/** What answers each field of the region, and which fields of `Query` are for auditors. */
export function allResolvers(document: DocumentNode, parts: SchemaParts) {
  const region = regionResolvers(document, parts);
  const audit = auditResolvers(parts.reader);
  const releases = releaseResolvers(parts);
  const others = checkingArguments({ explain: explainResolver(parts), ...releases.Query });
  const resolvers = {
    ...region,
    Query: { ...region.Query, ...others, ...audit },
    Mutation: checkingArguments(releases.Mutation),
  };
  return { resolvers, forAuditors: new Set(Object.keys(audit)) };
}
