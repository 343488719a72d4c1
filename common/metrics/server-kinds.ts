import { type MetricKinds, secondBounds } from './kinds.js';

/** What a gateway and a node measure alike: how long they take to answer, and whether they have their Redis. */
export const serverKinds = {
  istmo_request_seconds: {
    type: 'histogram',
    labels: [],
    bounds: secondBounds,
    en: 'How long a request to `/graphql` took, to its last byte.',
    es: 'Cuánto tardó una solicitud a `/graphql`, hasta su último byte.',
  },
  istmo_redis_up: {
    type: 'gauge',
    labels: [],
    en: 'Whether Redis is connected: 1 or 0; absent where none is used.',
    es: 'Si Redis está conectado: 1 o 0; ausente donde no se usa.',
  },
} as const satisfies MetricKinds;
