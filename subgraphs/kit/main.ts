import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import { countedLog } from '../../audit/counted-log.js';
import type { AuditLog } from '../../audit/log.js';
import { watchLog } from '../../audit/log-health.js';
import { rememberedHistories } from '../../audit/reading/remembered-histories.js';
import { keepWitnessed, openWitness } from '../../audit/witnessing.js';
import { openLogThread } from '../../audit/thread/log-thread.js';
import { systemClock } from '../../common/clock.js';
import { type PrivateKey, readPrivateKey } from '../../common/keys.js';
import { createMetrics } from '../../common/metrics/metrics.js';
import { serveMetrics } from '../../common/metrics/serve.js';
import { postText } from '../../common/post-text.js';
import { loadRegion, type Region } from '../../common/region.js';
import { technicalFault } from '../../common/technical-fault.js';
import { uselessAgreements } from '../../policy/useless.js';
import { memberDocument } from '../../schema/sources.js';
import { type Vocabulary, vocabularyOf } from '../../schema/vocabulary.js';
import { agreementsEntry, refusalEntry } from './access-entry.js';
import type { AgreementSet } from './agreements.js';
import { createAssertionVerifier } from './assertion.js';
import { checkQuality, type TypeQuality } from './check-quality.js';
import type { NodeConfig } from './config.js';
import { openDatabase } from './database/open.js';
import { readShape } from './database/shape.js';
import { createExecutor } from './execute.js';
import { checkAgainstDatabase } from './mapping/check-database.js';
import { findableCoordinates, offeredCoordinates } from './mapping/offered.js';
import { parseMapping } from './mapping/parse-mapping.js';
import { openAgreements } from './live-agreements.js';
import { createNodeQuotas } from './quota/quotas.js';
import { openCounts } from './quota/open-counts.js';
import { nodeKinds, readNode } from './metrics.js';
import { nodeSchema } from './node-schema.js';
import { nodeWarnings } from './node-warnings.js';
import type { Source } from './records/source.js';
import { openReleases } from './release/open-releases.js';
import { createNodeServer } from './server.js';
import { SetUpError } from './set-up-error.js';

/**
 * Checks what a State wrote against what it has: its mapping against its database, and every record against the mapping.
 *
 * @throws SetUpError for what is wrong in the State's mapping
 */
export async function checkNode(config: NodeConfig): Promise<readonly TypeQuality[]> {
  const document = memberDocument(false);
  const source = await openSource(config, nodeSchema(document, vocabularyOf(document), config.state));
  try {
    return await checkQuality(source);
  } finally {
    await source.database.db.destroy();
  }
}

/** A node that answers. */
export interface RunningNode {
  readonly url: string;
  close(): Promise<void>;
}

/** Changes when the shared language does. */
const schemaVersion = '1';

/**
 * Starts a State's node.
 *
 * @throws SetUpError for what is wrong in the State's agreements and mapping; Error for the rest of its set-up
 */
export async function startNode(config: NodeConfig): Promise<RunningNode> {
  const region = loadRegion(config.regionFile);
  const state = region.states.find(({ code }) => code === config.state);
  if (state === undefined) throw new Error(`${config.regionFile}: no State ${config.state}`);
  const document = memberDocument(false);
  const vocabulary = vocabularyOf(document);
  const schema = nodeSchema(document, vocabulary, config.state);
  const metrics = createMetrics(nodeKinds);
  const toCome = new Set<string>();
  const logOptions = {
    url: config.logUrl,
    name: `istmo.example/log/node/${config.state}`,
    keyFile: config.logKeyFile,
    maxBytes: config.logMaxBytes,
  };
  const thread = await openLogThread(logOptions, toCome);
  const log = countedLog(thread, metrics);
  const stateKey = readPrivateKey(config.stateKeyFile);
  const logger = pino({ name: `node-${config.state}` });
  const parts = openParts(config, { schema, vocabulary, region, key: stateKey, log, logger });
  const { agreements, source, releases } = await parts.catch(async (error: unknown) => {
    await logFault(log, config.state, error);
    await log.close();
    throw error;
  });
  const unwatch = watchLog(log, (warnings, health, text) =>
    logger.warn({ warnings, health }, `access log: ${text || 'well again / bien de nuevo'}`),
  );
  const witnessed = keepWitnessed(
    {
      keeper: config.state,
      growth: (oldSizes) => log.growth(oldSizes),
      everySeconds: config.witnessedEverySeconds,
    },
    region.witnesses,
    postText,
    (witness, text) => logger.warn({ witness }, text),
  );
  for (const useless of uselessAgreements(agreements.current.set.agreements))
    logger.warn(useless, 'an agreement gives nothing that others do not give');
  const counting = await openCounts(config, state.timeZone, (error) => logger.warn({ err: error }, 'redis'));
  const app = createNodeServer({
    state: config.state,
    timeZone: state.timeZone,
    states: new Set(region.states.map(({ code }) => code)),
    schemaVersion,
    verify: await createAssertionVerifier(region, config.state, systemClock),
    execute: createExecutor(schema, (error) => {
      logger.error({ fault: technicalFault(error) }, 'resolver failed');
    }),
    source,
    vocabulary,
    offered: offeredCoordinates(source.mapping, vocabulary),
    findable: findableCoordinates(source.mapping),
    // read anew for each request: they change while the node runs
    get agreements() {
      return agreements.current.set;
    },
    get signedAgreements() {
      return agreements.current.signed;
    },
    agreementsAt: (at) => agreements.signedAt(at),
    get agreementsFault() {
      return agreements.fault?.message;
    },
    quotas: createNodeQuotas({ counts: counting.counts, timeZone: state.timeZone, clock: systemClock }),
    log,
    toCome,
    ...(releases && { desk: releases.desk }),
    ...(config.witness && { witness: openWitness(config.state, region.logs, config.witness, systemClock) }),
    witnessed,
    took: (seconds) => metrics.observe('istmo_request_seconds', seconds),
    clock: systemClock,
    logger,
    maskSecret: stateKey.d,
  });
  const url = await app.listen({ host: config.host, port: config.port });
  readNode(metrics, {
    log,
    witnessed,
    warnings: () => nodeWarnings(log.health, witnessed.refusals.size, agreements.fault),
    agreementsInForce: () => agreements.current.set.agreements.length,
    redisUp: counting.redisUp,
  });
  const served = config.metrics && (await serveMetrics(config.metrics, metrics));
  return {
    url,
    close: async () => {
      unwatch();
      witnessed.close();
      agreements.close();
      await app.close();
      await served?.close();
      counting.close();
      await releases?.close();
      await source.database.db.destroy();
      await log.close();
    },
  };
}

interface Opening {
  readonly schema: Source['schema'];
  readonly vocabulary: Vocabulary;
  readonly region: Region;
  readonly key: PrivateKey;
  readonly log: AuditLog;
  readonly logger: Logger;
}

/** What the State wrote, and the database behind it. */
async function openParts(config: NodeConfig, { schema, key, log, logger, ...context }: Opening) {
  const { state } = config;
  const remembered = (await rememberedHistories(config.logUrl, [state])).get(state);
  const noteInForce = async (set: AgreementSet): Promise<void> => {
    logger.info({ digest: set.digest }, 'agreements in force');
    // where the log cannot be written it says so itself, and nothing is answered
    await log.append(agreementsEntry(state, set, systemClock())).catch(() => undefined);
  };
  const agreements = await openAgreements({
    ...context,
    state,
    key,
    remembered,
    config: config.agreements,
    clock: systemClock,
    onChange: (set) => void noteInForce(set),
    onFault: (error) => {
      logger.error({ err: error }, 'agreements not taken: the last good set stays in force');
      void logFault(log, state, error);
    },
  });
  const { set } = agreements.current;
  if (set.history !== undefined && set.history.head !== remembered?.head) await noteInForce(set);
  let source: Source | undefined;
  try {
    source = await openSource(config, schema);
    const releases = await openReleases(config, { ...context, state, key, log, logger, source, agreements });
    return { agreements, source, releases };
  } catch (error) {
    agreements.close();
    await source?.database.db.destroy();
    throw error;
  }
}

/** A node that does not start for a fault in the State's files, or does not take new ones, leaves an entry that says so. */
async function logFault(log: AuditLog, state: string, error: unknown): Promise<void> {
  if (!(error instanceof SetUpError)) return;
  const entry = refusalEntry(state, randomUUID(), undefined, error.code, systemClock());
  // where the log cannot be written it says so itself, and nothing is answered
  await log.append(entry).catch(() => undefined);
}

/** Opens the State's database behind its mapping, once every table and column that it names is there. */
async function openSource(config: NodeConfig, schema: Source['schema']): Promise<Source> {
  const file = join(config.stateFolder, 'mapping.yaml');
  const parsed = parseMapping(file, readFileSync(file, 'utf8'), schema);
  if (!parsed.ok) throw new SetUpError('MAPPING_INVALID', parsed.problems);
  const database = openDatabase(config.databaseUrl);
  const shape = await readShape(database);
  const faults = checkAgainstDatabase(parsed.mapping, shape);
  if (faults.length > 0) {
    await database.db.destroy();
    throw new SetUpError(
      'MAPPING_INVALID',
      faults.map(({ path, message }) => parsed.problemAt(path, message)),
    );
  }
  return { database, shape, mapping: parsed.mapping, schema, clock: systemClock };
}
