import { describe, expect, it } from '@jest/globals';
import type { MetricKinds } from '../../../../common/metrics/kinds.js';
import { createMetrics } from '../../../../common/metrics/metrics.js';

const kinds = {
  asked_total: { type: 'counter', labels: ['of', 'how'], en: 'Asked.', es: 'Preguntado.' },
  took_seconds: { type: 'histogram', labels: [], bounds: [0.1, 1], en: 'Took.', es: 'Tardó.' },
  waiting: { type: 'gauge', labels: ['of'], en: 'Wait, \\ and\nso on.', es: 'Esperan.' },
} as const satisfies MetricKinds;

describe('metrics', () => {
  it('are shown as Prometheus reads them: every kind, in both languages, with what has been counted', () => {
    const metrics = createMetrics(kinds);
    metrics.count('asked_total', ['GT', 'A']);
    metrics.count('asked_total', ['SV', 'B'], 3);
    metrics.count('asked_total', ['GT', 'A']);
    for (const seconds of [0.05, 0.1, 0.5, 7]) metrics.observe('took_seconds', seconds);
    let waiting = 4;
    metrics.read('waiting', () => [[['a "b"\n\\'], waiting]]);
    waiting = 5;
    expect(metrics.text()).toBe(
      [
        '# HELP asked_total Asked. / Preguntado.',
        '# TYPE asked_total counter',
        'asked_total{of="GT",how="A"} 2',
        'asked_total{of="SV",how="B"} 3',
        '# HELP took_seconds Took. / Tardó.',
        '# TYPE took_seconds histogram',
        'took_seconds_bucket{le="0.1"} 2',
        'took_seconds_bucket{le="1"} 3',
        'took_seconds_bucket{le="+Inf"} 4',
        'took_seconds_sum 7.65',
        'took_seconds_count 4',
        '# HELP waiting Wait, \\\\ and\\nso on. / Esperan.',
        '# TYPE waiting gauge',
        'waiting{of="a \\"b\\"\\n\\\\"} 5',
        '',
      ].join('\n'),
    );
  });
});
