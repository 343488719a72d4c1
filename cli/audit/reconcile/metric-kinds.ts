import type { MetricKinds } from '../../../common/metrics/kinds.js';

/** What a run of the comparison leaves for whoever watches over it. */
export const reconcileKinds = {
  istmo_reconcile_last_run_seconds: {
    type: 'gauge',
    labels: ['state'],
    en: 'When the last run ended, in seconds since 1970.',
    es: 'Cuándo terminó la última comparación, en segundos desde 1970.',
  },
  istmo_reconcile_exit_code: {
    type: 'gauge',
    labels: ['state'],
    en: '0: both logs say the same; 1: they do not; 2: they could not be compared.',
    es: '0: ambas bitácoras dicen lo mismo; 1: no; 2: no se pudieron comparar.',
  },
  istmo_reconcile_agreed: {
    type: 'gauge',
    labels: ['state'],
    en: 'Requests of which both logs say the same.',
    es: 'Solicitudes de las que ambas bitácoras dicen lo mismo.',
  },
  istmo_reconcile_findings: {
    type: 'gauge',
    labels: ['state', 'kind'],
    en: 'Requests of which they do not, by kind.',
    es: 'Solicitudes de las que no, por clase.',
  },
  istmo_reconcile_read_entries: {
    type: 'gauge',
    labels: ['state', 'side'],
    en: 'Entries of the State that were read.',
    es: 'Asientos del Estado que se leyeron.',
  },
} as const satisfies MetricKinds;
