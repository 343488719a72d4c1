import { ApolloGateway } from '@apollo/gateway';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { IstmoError } from '../../common/errors.js';
import { createExecutor, type ExecutingGateway, type Executing } from '../execute/executor.js';
import type { Source } from '../execute/source.js';
import { createEngine, type Engine, type EngineOptions } from './engine.js';
import type { SupergraphFile } from './supergraph-file.js';

export interface GatewayOptions {
  readonly supergraph: SupergraphFile;
  /** Opens the sources of a supergraph's subgraphs, those of the one before where they are the same. */
  readonly sources: (subgraphs: Engine['subgraphs']) => ReadonlyMap<string, Source>;
  readonly logger: Logger;
  readonly engine?: EngineOptions;
}

/** A gateway, and what is known of its supergraph. */
export interface SupergraphGateway extends ExecutingGateway {
  /** `STALE` while the newest supergraph cannot be used and the one before goes on serving. */
  readonly supergraphStatus: 'CURRENT' | 'STALE';
  /** Of the supergraph in use: how often a plan was known already. */
  readonly planLookups: Engine['lookups'];
}

/**
 * A gateway over a supergraph: Apollo's loads the supergraph, and takes up a new one without dropping a request; plans
 * are Apollo's; running them is ours.
 */
export function createGateway({
  supergraph,
  sources,
  logger,
  engine: options,
}: GatewayOptions): SupergraphGateway {
  let newest: Executing | undefined;
  let stale = false;
  let loaded: { readonly sdl: string; readonly update: (sdl: string) => void } | undefined;
  let stopWatching: (() => Promise<void>) | undefined;
  const bySdl = new Map<string, Executing>();
  const bySchema = new WeakMap<GraphQLSchema, Executing>();
  const prepare = async (sdl: string): Promise<void> => {
    const engine = createEngine(sdl, options);
    if (newest !== undefined) await engine.warm(newest.engine);
    bySdl.set(sdl, { engine, sources: sources(engine.subgraphs) });
  };
  const gateway = new ApolloGateway({
    logger: apolloLogger(logger),
    buildService: ({ name }) => ({
      process: () => Promise.reject(new Error(`${name} is asked by the executor, not by Apollo's`)),
    }),
    supergraphSdl: async ({ update }) => {
      const sdl = supergraph.read();
      await prepare(sdl);
      loaded = { sdl, update };
      return { supergraphSdl: sdl };
    },
  });
  const takeUp = async (changed: string): Promise<void> => {
    try {
      await prepare(changed);
      loaded?.update(changed);
      stale = false;
      logger.info('a new supergraph is in use');
    } catch (error) {
      stale = true;
      logger.error({ err: error }, 'the new supergraph cannot be used; the one before goes on serving');
    } finally {
      bySdl.delete(changed);
    }
  };
  gateway.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => {
    const executing = bySdl.get(coreSupergraphSdl);
    if (executing === undefined) throw new IstmoError('INTERNAL');
    bySdl.delete(coreSupergraphSdl);
    bySchema.set(apiSchema, executing);
    newest = executing;
  });
  const execute = createExecutor((schema) => {
    const executing = bySchema.get(schema);
    if (executing === undefined) throw new IstmoError('INTERNAL');
    return executing;
  });
  return {
    onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
    load: async (options) => {
      await gateway.load(options);
      // not before: what Apollo loads would replace what came meanwhile
      if (loaded !== undefined) stopWatching = supergraph.watch(loaded.sdl, takeUp);
      return { executor: execute };
    },
    stop: async () => {
      await stopWatching?.();
      await gateway.stop();
    },
    execute,
    get supergraphStatus() {
      return stale ? 'STALE' : 'CURRENT';
    },
    get planLookups() {
      return newest?.engine.lookups ?? { hits: 0, misses: 0 };
    },
  };
}

/** Apollo's messages, without what it says of its own plans. */
function apolloLogger(logger: Logger) {
  const say =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (message?: unknown): void => {
      logger[level](String(message));
    };
  return { debug: say('debug'), info: say('debug'), warn: say('warn'), error: say('error') };
}
