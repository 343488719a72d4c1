import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import type { DocumentCache } from '../admission/document-cache.js';
import { defaultLimits, limitsRule } from '../admission/limits.js';
import type { GatewayContext } from '../exchange.js';
import type { ExecutingGateway } from '../execute/executor.js';
import { resultText } from '../reply/result-text.js';
import { executeFirst } from './execute-first.js';
import { legacyStatus } from './legacy-status.js';
import { publicError } from './public-error.js';
import { unstored } from './unstored.js';

export interface ApolloOptions {
  readonly gateway: ExecutingGateway;
  readonly plugins: readonly ApolloServerPlugin<GatewayContext>[];
  /** Known operations that all gateways share; undefined where this one keeps its own. */
  readonly documents: DocumentCache | undefined;
}

/**
 * Headers that no page of another site can have sent without a preflight that the gateway does not answer: one of them
 * has to be there where the content type does not show it. Browsers add no bearer token by themselves.
 */
const preflighted = ['authorization', 'x-apollo-operation-name', 'apollo-require-preflight'] as const;

/** Apollo Server, as every gateway of ours is set up. */
export function createApollo({ gateway, plugins, documents }: ApolloOptions): ApolloServer<GatewayContext> {
  const executing = executeFirst(gateway);
  return new ApolloServer<GatewayContext>({
    gateway: executing.gateway,
    plugins: [...plugins, legacyStatus(), ...unstored(), executing.plugin],
    validationRules: [limitsRule(defaultLimits)],
    parseOptions: { maxTokens: defaultLimits.tokens },
    formatError: publicError,
    stringifyResult: resultText,
    introspection: true,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: { requestHeaders: [...preflighted] },
    stopOnTerminationSignals: false,
    ...(documents && { cache: documents }),
  });
}
