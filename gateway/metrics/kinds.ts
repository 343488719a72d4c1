import { entryKinds } from '../../audit/counted-log.js';
import { logKinds } from '../../audit/log-metrics.js';
import { type MetricKinds, secondBounds } from '../../common/metrics/kinds.js';
import type { Metrics } from '../../common/metrics/metrics.js';
import { processKinds } from '../../common/metrics/process-metrics.js';
import { serverKinds } from '../../common/metrics/server-kinds.js';

/** What a gateway says of itself to whoever watches over it. */
export const gatewayKinds = {
  ...entryKinds,
  ...serverKinds,
  istmo_state_answer_seconds: {
    type: 'histogram',
    labels: ['state'],
    bounds: secondBounds,
    en: 'How long a State took to answer.',
    es: 'Cuánto tardó un Estado en contestar.',
  },
  istmo_state_up: {
    type: 'gauge',
    labels: ['state'],
    en: 'Whether the node of a State answered when it was last asked what it offers: 1 or 0.',
    es: 'Si el nodo de un Estado contestó la última vez que se le preguntó qué ofrece: 1 o 0.',
  },
  istmo_agreements_age_seconds: {
    type: 'gauge',
    labels: ['state'],
    en: 'How long ago a State last said which agreements are in force.',
    es: 'Hace cuánto un Estado dijo por última vez qué convenios rigen.',
  },
  istmo_plan_lookups_total: {
    type: 'counter',
    labels: ['found'],
    en: 'Operations whose plan was known already (`hit`) or had to be made (`miss`).',
    es: 'Operaciones cuyo plan ya se conocía (`hit`) o hubo que hacer (`miss`).',
  },
  istmo_supergraph_stale: {
    type: 'gauge',
    labels: [],
    en: '1 while the newest supergraph cannot be used and the one before goes on serving.',
    es: '1 mientras el supergrafo más nuevo no se puede usar y sigue sirviendo el anterior.',
  },
  ...logKinds,
  ...processKinds,
} as const satisfies MetricKinds;

export type GatewayMetrics = Metrics<keyof typeof gatewayKinds>;
