import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import type { DocumentCache } from '../admission/document-cache.js';
import { defaultLimits, limitsRule } from '../admission/limits.js';
import type { GatewayContext } from '../exchange.js';
import type { SupergraphGateway } from '../plan/gateway.js';
import { resultText } from '../reply/json-text.js';
import { publicError } from './public-error.js';

export interface ApolloOptions {
  readonly gateway: SupergraphGateway;
  readonly plugins: readonly ApolloServerPlugin<GatewayContext>[];
  /** Known operations that all gateways share; undefined where this one keeps its own. */
  readonly documents: DocumentCache | undefined;
}

/** Apollo Server, as every gateway of ours is set up. */
export function createApollo({ gateway, plugins, documents }: ApolloOptions): ApolloServer<GatewayContext> {
  return new ApolloServer<GatewayContext>({
    gateway,
    plugins: [...plugins],
    validationRules: [limitsRule(defaultLimits)],
    parseOptions: { maxTokens: defaultLimits.tokens },
    formatError: publicError,
    stringifyResult: resultText,
    introspection: true,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    ...(documents && { cache: documents }),
  });
}
