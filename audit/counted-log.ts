import type { MetricKinds } from '../common/metrics/kinds.js';
import type { Metrics } from '../common/metrics/metrics.js';
import type { AuditEntry } from './entry.js';
import type { AuditLog } from './log.js';

/**
 * What requests came to. Counted from the entries of the log, once each is on disk: the figures never say anything else than
 * the log, and hold less, never what names an agency, an officer, a case or a record.
 */
export const entryKinds = {
  istmo_requests_total: {
    type: 'counter',
    labels: ['kind', 'outcome', 'code'],
    en: 'Requests by what the log has of them: kind of entry, outcome, and the code of a refusal.',
    es: 'Solicitudes según lo que consta en la bitácora: clase de asiento, resultado y código de la negativa.',
  },
  istmo_state_answers_total: {
    type: 'counter',
    labels: ['state', 'status'],
    en: 'How States answered, each time that one was asked.',
    es: 'Cómo contestaron los Estados, cada vez que se les preguntó.',
  },
  istmo_withheld_total: {
    type: 'counter',
    labels: ['state', 'reason'],
    en: 'Fields withheld, by the reason, each once an answer; `QUOTA_EXHAUSTED` counts quotas that were used up.',
    es: 'Campos reservados, por motivo, cada uno una vez por respuesta; `QUOTA_EXHAUSTED` cuenta las cuotas agotadas.',
  },
} as const satisfies MetricKinds;

type EntryMetrics = Pick<Metrics<keyof typeof entryKinds>, 'count'>;

/** A log whose entries are counted. @param stateTook - told how long each State took that was asked */
export function countedLog(
  log: AuditLog,
  metrics: EntryMetrics,
  stateTook: (state: string, seconds: number) => void = () => undefined,
): AuditLog {
  return {
    append: async (entry) => {
      try {
        const appended = await log.append(entry);
        countEntry(metrics, entry);
        for (const { code, ms } of entry.data.states) if (ms !== undefined) stateTook(code, ms / 1_000);
        return appended;
      } catch (error) {
        metrics.count('istmo_requests_total', [kindOf(entry), 'REFUSED', 'AUDIT_UNAVAILABLE']);
        throw error;
      }
    },
    growth: (oldSizes) => log.growth(oldSizes),
    get size() {
      return log.size;
    },
    get health() {
      return log.health;
    },
    get commits() {
      return log.commits;
    },
    verifierKey: log.verifierKey,
    close: () => log.close(),
  };
}

function countEntry(metrics: EntryMetrics, entry: AuditEntry): void {
  const { outcome, states } = entry.data;
  metrics.count('istmo_requests_total', [kindOf(entry), outcome.result, outcome.code ?? '']);
  for (const { code, status, withheld } of states) {
    metrics.count('istmo_state_answers_total', [code, status]);
    for (const { reason } of withheld) metrics.count('istmo_withheld_total', [code, reason]);
  }
}

/** `access` of `org.istmo.access.v1`. */
function kindOf({ type }: AuditEntry): string {
  return type.slice('org.istmo.'.length, -'.v1'.length);
}
