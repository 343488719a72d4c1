import { warningsOf } from '../../audit/log-health.js';
import { readLog } from '../../audit/log-metrics.js';
import { readProcess } from '../../common/metrics/process-metrics.js';
import type { GatewayParts } from '../parts.js';
import type { SupergraphGateway } from '../plan/gateway.js';

/** Has everything that is not counted as it happens read when metrics are asked for. */
export function readGateway(parts: GatewayParts, supergraph: SupergraphGateway): void {
  const { metrics, log, witnessed, directory, clock } = parts;
  readProcess(metrics);
  readLog(metrics, { log, witnessed, warnings: () => warningsOf(log.health, witnessed.refusals.size) });
  metrics.read('istmo_state_up', () =>
    directory.states.map((code) => [[code], Number(directory.get(code)?.up === true)]),
  );
  metrics.read('istmo_agreements_age_seconds', () =>
    directory.states.flatMap((code) => {
      const seenAt = directory.get(code)?.seenAt;
      return seenAt === undefined ? [] : [[[code], (clock() - seenAt) / 1_000] as const];
    }),
  );
  metrics.read('istmo_plan_lookups_total', () => {
    const { hits, misses } = supergraph.planLookups;
    return [
      [['hit'], hits],
      [['miss'], misses],
    ];
  });
  metrics.read('istmo_supergraph_stale', () => [[[], Number(supergraph.supergraphStatus === 'STALE')]]);
  metrics.read('istmo_redis_up', () => (parts.redisUp === undefined ? [] : [[[], Number(parts.redisUp())]]));
}
