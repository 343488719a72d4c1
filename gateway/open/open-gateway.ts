import { randomUUID } from 'node:crypto';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify, { LogController } from 'fastify';
import { pino } from 'pino';
import { systemClock } from '../../common/clock.js';
import { defaultLimits } from '../admission/limits.js';
import type { RunningGateway } from '../assemble.js';
import { createHttpSource, type HttpSource } from '../execute/http-source.js';
import type { Source } from '../execute/source.js';
import { createApollo } from '../http/apollo.js';
import { defaultEngineOptions, type Engine } from '../plan/engine.js';
import { createGateway } from '../plan/gateway.js';
import { openSupergraphFile } from '../plan/supergraph-file.js';

export interface OpenGatewayOptions {
  readonly supergraphFile: string;
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** Milliseconds that one request to a subgraph has. */
  readonly subgraphTimeoutMs: number;
}

/**
 * Starts a gateway over any supergraph of ordinary subgraphs. It asks nobody who they are, knows no agreements and keeps
 * no log: it is for conformance tests and for trying schemas out, never for records.
 */
export async function startOpenGateway(options: OpenGatewayOptions): Promise<RunningGateway> {
  const logger = pino({ name: 'open-gateway' });
  const pools = new Map<string, HttpSource>();
  const sources = (subgraphs: Engine['subgraphs']): ReadonlyMap<string, Source> =>
    new Map(
      subgraphs.map(({ name, url }) => {
        const source = pools.get(url) ?? createHttpSource(url, options.subgraphTimeoutMs);
        pools.set(url, source);
        return [name, source];
      }),
    );
  const gateway = createGateway({
    supergraph: openSupergraphFile(options.supergraphFile),
    sources,
    logger,
    // of a schema that is not ours, how long its lists are is a guess
    engine: {
      ...defaultEngineOptions,
      limits: { fetches: defaultEngineOptions.limits.fetches, cost: 100_000 },
    },
  });
  const apollo = createApollo({ gateway, plugins: [], documents: undefined });
  const app = Fastify({
    loggerInstance: logger,
    bodyLimit: defaultLimits.bodyBytes,
    logController: new LogController({ disableRequestLogging: true }),
  });
  app.get('/health', () => ({ status: 'UP', supergraph: gateway.supergraphStatus }));
  void app.register((graphql, _options, done) => {
    graphql.route({
      method: ['GET', 'POST'],
      url: '/graphql',
      handler: fastifyApolloHandler(apollo, {
        context: ({ ip }) =>
          Promise.resolve({
            exchange: { requestId: randomUUID(), receivedAt: systemClock(), sourceAddress: ip, answers: [] },
          }),
      }),
    });
    done();
  });
  apollo.addPlugin(fastifyApolloDrainPlugin(app));
  await apollo.start();
  const url = await app.listen({ host: options.host, port: options.port });
  return {
    url,
    close: async () => {
      await apollo.stop();
      await app.close();
      await Promise.all([...pools.values()].map((pool) => pool.close()));
    },
  };
}
