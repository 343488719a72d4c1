import { entryKinds } from '../../audit/counted-log.js';
import { logKinds, readLog, type WatchedLog } from '../../audit/log-metrics.js';
import type { MetricKinds } from '../../common/metrics/kinds.js';
import type { Metrics } from '../../common/metrics/metrics.js';
import { processKinds, readProcess } from '../../common/metrics/process-metrics.js';
import { serverKinds } from '../../common/metrics/server-kinds.js';

/** What a node says of itself to whoever watches over it. */
export const nodeKinds = {
  ...entryKinds,
  ...serverKinds,
  istmo_request_seconds: {
    ...serverKinds.istmo_request_seconds,
    en: "How long a gateway's question took; of those that came together, each by itself.",
    es: 'Cuánto tardó una pregunta de una pasarela; de las que llegaron juntas, cada una por sí.',
  },
  istmo_agreements_in_force: {
    type: 'gauge',
    labels: [],
    en: 'Agreements that this node decides by.',
    es: 'Convenios por los que decide este nodo.',
  },
  ...logKinds,
  ...processKinds,
} as const satisfies MetricKinds;

export type NodeMetrics = Metrics<keyof typeof nodeKinds>;

export interface WatchedNode extends WatchedLog {
  readonly agreementsInForce: () => number;
  /** Absent where no Redis is used. */
  readonly redisUp?: (() => boolean) | undefined;
}

/** Has everything that is not counted as it happens read when metrics are asked for. */
export function readNode(metrics: NodeMetrics, node: WatchedNode): void {
  const { agreementsInForce, redisUp } = node;
  readProcess(metrics);
  readLog(metrics, node);
  metrics.read('istmo_agreements_in_force', () => [[[], agreementsInForce()]]);
  metrics.read('istmo_redis_up', () => (redisUp === undefined ? [] : [[[], Number(redisUp())]]));
}
