import { buildSubgraphSchema } from '@apollo/subgraph';
import { Redis } from 'ioredis';
import { type Logger, pino } from 'pino';
import { type AuditLog, openAuditLog } from '../audit/log.js';
import { createNoteSigner } from '../audit/note.js';
import { openStorage } from '../audit/storage/open.js';
import { type Clock, systemClock } from '../common/clock.js';
import { readPrivateKey } from '../common/keys.js';
import { loadRegion } from '../common/region.js';
import { memberDocument } from '../schema/sources.js';
import { type Vocabulary, vocabularyOf } from '../schema/vocabulary.js';
import { type Access, createAccess } from './access/access.js';
import { createDocumentCache, type DocumentCache } from './admission/document-cache.js';
import { createRateLimit, type RateLimit } from './admission/rate.js';
import type { GatewayConfig } from './config.js';
import { createIdentity, type Identity } from './identity/identity.js';
import { type Asserter, createAsserter } from './states/assertion.js';
import { type Directory, openDirectory } from './states/directory.js';
import { createNodeClient, type NodeClient } from './states/node-client.js';

/** What a gateway is made of, each part open. */
export interface GatewayParts {
  readonly config: GatewayConfig;
  readonly identity: Identity;
  readonly rate: RateLimit;
  readonly access: Access;
  readonly assert: Asserter;
  readonly log: AuditLog;
  readonly directory: Directory;
  readonly client: NodeClient;
  readonly vocabulary: Vocabulary;
  /** Known operations that all gateways share; undefined where each keeps its own. */
  readonly documents: DocumentCache | undefined;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Closes whatever was opened. */
  close(): Promise<void>;
}

/**
 * Opens the parts of a gateway, each once.
 *
 * @throws Error where a file cannot be read or the log is not what its last checkpoint commits to
 */
export async function openParts(config: GatewayConfig): Promise<GatewayParts> {
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
  const client = createNodeClient(region, { maxAnswerBytes: config.stateAnswerBytes });
  const signingKey = readPrivateKey(config.signingKeyFile);
  const member = memberDocument();
  const vocabulary = vocabularyOf(member);
  return {
    config,
    identity: createIdentity(region, systemClock),
    rate: createRateLimit(config.requestsPerMinute, redis),
    access: createAccess(buildSubgraphSchema({ typeDefs: member }), vocabulary),
    assert: createAsserter(config.gatewayId, signingKey, region.states.length, systemClock),
    log,
    directory,
    client,
    vocabulary,
    documents: redis && createDocumentCache(redis),
    clock: systemClock,
    logger,
    close: async () => {
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
