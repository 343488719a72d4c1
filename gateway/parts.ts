import { buildSubgraphSchema } from '@apollo/subgraph';
import { Redis } from 'ioredis';
import { type Logger, pino } from 'pino';
import { countedLog } from '../audit/counted-log.js';
import type { AuditLog } from '../audit/log.js';
import { watchLog } from '../audit/log-health.js';
import type { LogReader } from '../audit/reading/log-reader.js';
import { rememberedHistories } from '../audit/reading/remembered-histories.js';
import type { SealKeys } from '../audit/seal.js';
import { openSealKeyFolder } from '../audit/storage/seal-key-folder.js';
import { openLogThread } from '../audit/thread/log-thread.js';
import type { WitnessOptions } from '../audit/witness.js';
import type { WitnessedLog } from '../audit/witnessed.js';
import { keepWitnessed, openWitness } from '../audit/witnessing.js';
import { openReaderThread } from '../audit/thread/reader-thread.js';
import { type Clock, systemClock } from '../common/clock.js';
import { readPrivateKey } from '../common/keys.js';
import { createMetrics } from '../common/metrics/metrics.js';
import { postText } from '../common/post-text.js';
import type { Counts } from '../common/quota/counts.js';
import { insuredCounts } from '../common/quota/insured-counts.js';
import { createMemoryCounts } from '../common/quota/memory-counts.js';
import { createRedisCounts } from '../common/quota/redis-counts.js';
import { loadRegion, type Region } from '../common/region.js';
import { memberDocument } from '../schema/sources.js';
import { type Vocabulary, vocabularyOf } from '../schema/vocabulary.js';
import { type Access, createAccess } from './access/access.js';
import {
  createQuotas,
  createQuotaStandings,
  type QuotaStandings,
  type RequestQuotas,
} from './access/quotas.js';
import { createDocumentCache, type DocumentCache } from './admission/document-cache.js';
import { createRateLimit, type RateLimit } from './admission/rate.js';
import type { GatewayConfig } from './config.js';
import { createIdentity, type Identity } from './identity/identity.js';
import { type GatewayMetrics, gatewayKinds } from './metrics/kinds.js';
import { type Asserter, createAsserter } from './states/assertion.js';
import { type Directory, openDirectory } from './states/directory.js';
import { createNodeClient, type NodeClient, type ReleaseClient } from './states/node-client.js';
import { openPastAgreements, type PastAgreements } from './states/past-agreements.js';

/** What a gateway is made of, each part open. */
export interface GatewayParts {
  readonly config: GatewayConfig;
  /** The region's register. */
  readonly region: Region;
  readonly identity: Identity;
  readonly rate: RateLimit;
  readonly access: Access;
  /** Of States' agreements, for one request more. */
  readonly quotas: () => RequestQuotas;
  readonly quotaStandings: QuotaStandings;
  readonly assert: Asserter;
  readonly log: AuditLog;
  /** Ids of requests under way whose entry is still to come. */
  readonly toCome: Set<string>;
  readonly reader: LogReader;
  /** Undefined where what was asked in full is not kept. */
  readonly sealKeys: SealKeys | undefined;
  /** The log's checkpoints as the region's witnesses cosign them. */
  readonly witnessed: WitnessedLog;
  /** Undefined where this gateway cosigns nobody's log. */
  readonly witness: WitnessOptions | undefined;
  readonly directory: Directory;
  readonly past: PastAgreements;
  readonly client: NodeClient & ReleaseClient;
  readonly vocabulary: Vocabulary;
  /** Known operations that all gateways share; undefined where each keeps its own. */
  readonly documents: DocumentCache | undefined;
  readonly metrics: GatewayMetrics;
  /** Whether Redis is connected; undefined where none is used. */
  readonly redisUp: (() => boolean) | undefined;
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
  const metrics = createMetrics(gatewayKinds);
  const toCome = new Set<string>();
  const logOptions = {
    url: config.logUrl,
    name: config.logName,
    keyFile: config.logKeyFile,
    maxBytes: config.logMaxBytes,
  };
  const thread = await openLogThread(logOptions, toCome);
  const log = countedLog(thread, metrics, (state, seconds) =>
    metrics.observe('istmo_state_answer_seconds', seconds, [state]),
  );
  const unwatch = watchLog(log, (warnings, health, text) =>
    logger.warn({ warnings, health }, `audit log: ${text || 'well again / bien de nuevo'}`),
  );
  const witnessed = keepWitnessed(
    {
      keeper: config.gatewayId,
      growth: (oldSizes) => log.growth(oldSizes),
      everySeconds: config.witnessedEverySeconds,
    },
    region.witnesses,
    postText,
    (witness, text) => logger.warn({ witness }, text),
  );
  const reader = openReaderThread({ url: config.logUrl, indexFile: config.logIndexFile });
  const states = region.states.map(({ code }) => code);
  const remembered = await rememberedHistories(config.logUrl, states, rememberedEntries);
  const directory = await openDirectory({ region, clock: systemClock, logger, remembered });
  const past = openPastAgreements();
  const client = createNodeClient(region, { maxAnswerBytes: config.stateAnswerBytes });
  const counts = quotaCounts(redis);
  const signingKey = readPrivateKey(config.signingKeyFile);
  const member = memberDocument(false);
  const vocabulary = vocabularyOf(member);
  return {
    config,
    region,
    identity: createIdentity(region, systemClock),
    rate: createRateLimit(config.requestsPerMinute, redis),
    access: createAccess(buildSubgraphSchema({ typeDefs: member }), vocabulary),
    quotas: createQuotas(counts, systemClock),
    quotaStandings: createQuotaStandings(counts, systemClock),
    assert: createAsserter(config.gatewayId, signingKey, region.states.length, systemClock),
    log,
    toCome,
    reader,
    sealKeys: config.sealKeysFolder === undefined ? undefined : openSealKeyFolder(config.sealKeysFolder),
    witnessed,
    witness: config.witness && openWitness(config.gatewayId, region.logs, config.witness, systemClock),
    directory,
    past,
    client,
    vocabulary,
    documents: redis && createDocumentCache(redis),
    metrics,
    redisUp: redis && (() => redis.status === 'ready'),
    clock: systemClock,
    logger,
    close: async () => {
      unwatch();
      witnessed.close();
      await Promise.all([directory, past, client, log, reader].map((part) => part.close()));
      redis?.disconnect();
    },
  };
}

/** Newest entries of the log in which is looked for how far histories of agreements went: it must not hold a start up. */
const rememberedEntries = 20_000;

/** While Redis is away each gateway counts for itself: the States, which count over all gateways, keep the quotas exactly. */
function quotaCounts(redis: Redis | undefined): Counts {
  const here = createMemoryCounts();
  return redis === undefined ? here : insuredCounts(createRedisCounts(redis, 'istmo:quota'), here);
}

/** Without its offline queue: an outage of Redis must not hold requests up. */
function openRedis(url: string | undefined, onError: (error: Error) => void): Redis | undefined {
  if (url === undefined) return undefined;
  const redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1 });
  redis.on('error', onError);
  return redis;
}
