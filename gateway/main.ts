import { ApolloServer } from '@apollo/server';
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { openAuditLog } from '../audit/log.js';
import { createNoteSigner } from '../audit/note.js';
import { openStorage } from '../audit/storage/open.js';
import { systemClock } from '../common/clock.js';
import { readPrivateKey } from '../common/keys.js';
import { fromRoot } from '../common/root.js';
import { loadRegion } from '../common/region.js';
import { memberDocument, supergraphSdl } from '../schema/sources.js';
import { vocabularyOf } from '../schema/vocabulary.js';
import { createAccess } from './access/access.js';
import { createDocumentCache } from './admission/document-cache.js';
import { defaultLimits, limitsRule } from './admission/limits.js';
import { createRateLimit } from './admission/rate.js';
import type { GatewayConfig } from './config.js';
import { createMemberSource } from './execute/member-source.js';
import type { GatewayContext } from './exchange.js';
import { createApp } from './http/app.js';
import { publicError } from './http/public-error.js';
import { requestPlugin } from './http/request-plugin.js';
import { createIdentity } from './identity/identity.js';
import { createGateway } from './plan/gateway.js';
import { createRegionSource } from './region/region-source.js';
import { regionSchema } from './region/schema.js';
import { createAsserter } from './states/assertion.js';
import { openDirectory } from './states/directory.js';
import { createNodeClient } from './states/node-client.js';

/** A gateway that answers. */
export interface RunningGateway {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts a gateway: each part of it once, in the order in which a request meets them. */
export async function startGateway(config: GatewayConfig): Promise<RunningGateway> {
  const region = loadRegion(config.regionFile);
  const logger = pino({ name: 'gateway' });
  const redis = openRedis(config.redisUrl, (error) => {
    logger.warn({ err: error }, 'redis');
  });
  const log = await openAuditLog(
    await openStorage(config.logUrl),
    createNoteSigner(`istmo.example/log/gateway/${config.gatewayId}`, readPrivateKey(config.logKeyFile)),
  );
  const directory = await openDirectory({ region, clock: systemClock, logger });
  const client = createNodeClient(region);
  const member = memberDocument();
  const vocabulary = vocabularyOf(member);
  const ownSchema = regionSchema(directory);
  const assert = await createAsserter(config.gatewayId, readPrivateKey(config.signingKeyFile), systemClock);
  const source = `/gateways/${config.gatewayId}`;
  const memberSource = createMemberSource(
    {
      access: createAccess(buildSubgraphSchema({ typeDefs: member }), vocabulary),
      directory,
      client,
      assert,
      clock: systemClock,
      stateTimeoutMs: config.stateTimeoutMs,
    },
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
    ...(redis && { cache: createDocumentCache(redis) }),
  });
  const app = createApp({
    apollo,
    identity: createIdentity(region, systemClock),
    rate: createRateLimit(config.requestsPerMinute, redis),
    log,
    directory,
    purposes: vocabulary.purposes,
    limits: defaultLimits,
    clock: systemClock,
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
      await Promise.all([directory.close(), client.close(), log.close()]);
      redis?.disconnect();
    },
  };
}

/** Without its offline queue: an outage of Redis must not hold requests up. */
function openRedis(url: string | undefined, onError: (error: Error) => void): Redis | undefined {
  if (url === undefined) return undefined;
  const redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1 });
  redis.on('error', onError);
  return redis;
}
