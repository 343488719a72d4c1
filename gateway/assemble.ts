import { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import { serveMetrics } from '../common/metrics/serve.js';
import { fromRoot } from '../common/root.js';
import { defaultLimits } from './admission/limits.js';
import { createMemberSource } from './execute/member-source.js';
import type { Source } from './execute/source.js';
import { createApollo } from './http/apollo.js';
import { createApp } from './http/app.js';
import { requestPlugin } from './http/request-plugin.js';
import { readGateway } from './metrics/read.js';
import type { GatewayParts } from './parts.js';
import type { Engine } from './plan/engine.js';
import { createGateway } from './plan/gateway.js';
import { openSupergraphFile } from './plan/supergraph-file.js';
import { keepingListsOfStates } from './region/lists-of-states.js';
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
  const asking = { ...parts, stateTimeoutMs: config.stateTimeoutMs };
  const member = createMemberSource(asking, config.requestTimeoutMs);
  const ownSchema = regionSchema({ ...asking, member });
  const source = `/gateways/${config.gatewayId}`;
  const sources = new Map([
    ['member', member],
    ['region', keepingListsOfStates(createRegionSource(ownSchema), ownSchema, directory)],
  ]);
  const gateway = createGateway({
    supergraph: openSupergraphFile(config.supergraphFile),
    sources: (subgraphs) => knownSources(subgraphs, sources),
    logger,
  });
  const apollo = createApollo({
    gateway,
    plugins: [requestPlugin({ log, source, region: ownSchema, logger, sealKeys: parts.sealKeys })],
    documents: parts.documents,
  });
  const app = createApp({
    apollo,
    identity: parts.identity,
    rate: parts.rate,
    log,
    toCome: parts.toCome,
    reader: parts.reader,
    sealKeys: parts.sealKeys,
    witnessed: parts.witnessed,
    witness: parts.witness,
    directory,
    supergraphStatus: () => gateway.supergraphStatus,
    took: (seconds) => parts.metrics.observe('istmo_request_seconds', seconds),
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
  readGateway(parts, gateway);
  const served = config.metrics && (await serveMetrics(config.metrics, parts.metrics));
  return {
    url,
    close: async () => {
      await apollo.stop();
      await app.close();
      await served?.close();
      await parts.close();
    },
  };
}

/** A supergraph that names a subgraph which is unknown here is not taken up. */
function knownSources(
  subgraphs: Engine['subgraphs'],
  sources: ReadonlyMap<string, Source>,
): ReadonlyMap<string, Source> {
  for (const { name } of subgraphs)
    if (!sources.has(name)) throw new Error(`the supergraph names a subgraph that is unknown here: ${name}`);
  return sources;
}
