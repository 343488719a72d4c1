import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { RequestListener } from 'node:http';
import { fromRoot } from '../../common/root.js';

/** Of `@graphql-hive/gateway-runtime`, as far as the bench uses it. */
export interface HiveGatewayRuntime {
  readonly createGatewayRuntime: (config: {
    readonly supergraph: string;
    readonly logging: boolean;
    readonly maskedErrors: boolean;
    readonly unifiedGraphHandler?: HiveRouterRuntime['unifiedGraphHandler'];
  }) => RequestListener;
}

/** Of `@graphql-hive/router-runtime`, as far as the bench uses it. */
export interface HiveRouterRuntime {
  readonly unifiedGraphHandler: (options: never) => unknown;
}

/**
 * Where the packages of `bench/package.json` are installed: out of reach of the project's own code, which would else find
 * a second `graphql` beside it.
 */
export const peersFolder: string = fromRoot('.istmo', 'bench', 'peers');

/** Loads a package of `bench/package.json`: types and checks of the project know nothing of them. */
export async function importPeer(name: string): Promise<unknown> {
  const { resolve } = createRequire(pathToFileURL(`${peersFolder}/`));
  return import(pathToFileURL(resolve(name)).href);
}
