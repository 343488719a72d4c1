import { serveOnLoopback } from '../processes/loopback.js';
import { ordinarySupergraph } from './ordinary-supergraph.js';
import { type HiveGatewayRuntime, type HiveRouterRuntime, importPeer } from './peers.js';
import type { SubjectSetup } from './subject.js';

/** Hive Gateway over one ordinary subgraph a State. @param planner - its own in JavaScript, or the router's in Rust */
export async function startHive(setup: SubjectSetup, planner: 'js' | 'rust'): Promise<string> {
  const { createGatewayRuntime } = (await importPeer('@graphql-hive/gateway-runtime')) as HiveGatewayRuntime;
  const gateway = createGatewayRuntime({
    supergraph: ordinarySupergraph(setup),
    logging: false,
    maskedErrors: false,
    ...(planner === 'rust' && {
      unifiedGraphHandler: ((await importPeer('@graphql-hive/router-runtime')) as HiveRouterRuntime)
        .unifiedGraphHandler,
    }),
  });
  return `${await serveOnLoopback(gateway)}/graphql`;
}
