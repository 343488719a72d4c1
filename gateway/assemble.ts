import { ApolloServer } from '@apollo/server';
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import { fromRoot } from '../common/root.js';
import { supergraphSdl } from '../schema/sources.js';
import { defaultLimits, limitsRule } from './admission/limits.js';
import { createMemberSource } from './execute/member-source.js';
import type { GatewayContext } from './exchange.js';
import { createApp } from './http/app.js';
import { publicError } from './http/public-error.js';
import { requestPlugin } from './http/request-plugin.js';
import type { GatewayParts } from './parts.js';
import { createGateway } from './plan/gateway.js';
import { createRegionSource } from './region/region-source.js';
import { regionSchema } from './region/schema.js';

/** A gateway that answers. */
export interface RunningGateway {
  readonly url: string;
  close(): Promise<void>;
}

/** Assembles a gateway of parts that are open, in the order in which a request meets them, and lets it answer. */
export async function assembleGateway(parts: GatewayParts): Promise<RunningGateway> {
  const { config, log, directory, clock, logger } = parts;
  const ownSchema = regionSchema(directory);
  const source = `/gateways/${config.gatewayId}`;
  const memberSource = createMemberSource(
    { ...parts, stateTimeoutMs: config.stateTimeoutMs },
    config.requestTimeoutMs,
  );
  const apollo = new ApolloServer<GatewayContext>({
    gateway: createGateway(supergraphSdl(), { member: memberSource, region: createRegionSource(ownSchema) }),
    plugins: [requestPlugin({ log, source, region: ownSchema, logger })],
    validationRules: [limitsRule(defaultLimits)],
    parseOptions: { maxTokens: defaultLimits.tokens },
    formatError: publicError,
    introspection: true,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    ...(parts.documents && { cache: parts.documents }),
  });
  const app = createApp({
    apollo,
    identity: parts.identity,
    rate: parts.rate,
    log,
    directory,
    purposes: parts.vocabulary.purposes,
    limits: defaultLimits,
    clock,
    logger,
    source,
    pageFolder: fromRoot('dist', 'console', 'page'),
  });
  apollo.addPlugin(fastifyApolloDrainPlugin(app));
  await apollo.start();
  const url = await app.listen({ host: config.host, port: config.port });
  return {
    url,
    close: async () => {
      await apollo.stop();
      await app.close();
      await parts.close();
    },
  };
}
