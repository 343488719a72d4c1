import type { Distribution } from './distribution.js';
import type { MetricKind } from './kinds.js';

/** Values of a metric's labels, in the order of its kind. */
export type LabelValues = readonly string[];

export type Sample = readonly [labels: LabelValues, value: number | Distribution];

/** @see Prometheus, "Exposition formats", text-based format */
export const metricsContentType = 'text/plain; version=0.0.4; charset=utf-8';

/** A metric as Prometheus and whatever else reads its text format takes it. */
export function metricText(name: string, kind: MetricKind, samples: Iterable<Sample>): string {
  let text = `# HELP ${name} ${escaped(`${kind.en} / ${kind.es}`)}\n# TYPE ${name} ${kind.type}\n`;
  for (const [labels, value] of samples) {
    const pairs = kind.labels.map((label, place) => `${label}="${quoted(labels[place] ?? '')}"`);
    text += typeof value === 'number' ? line(name, pairs, value) : histogramText(name, pairs, value);
  }
  return text;
}

function histogramText(
  name: string,
  pairs: readonly string[],
  { bounds, counts, sum }: Distribution,
): string {
  let upTo = 0;
  const buckets = counts.map((count, place) => {
    upTo += count;
    return line(
      `${name}_bucket`,
      [...pairs, `le="${place < bounds.length ? String(bounds[place]) : '+Inf'}"`],
      upTo,
    );
  });
  return buckets.join('') + line(`${name}_sum`, pairs, sum) + line(`${name}_count`, pairs, upTo);
}

function line(name: string, pairs: readonly string[], value: number): string {
  return `${name}${pairs.length > 0 ? `{${pairs.join()}}` : ''} ${String(value)}\n`;
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}

function quoted(text: string): string {
  return escaped(text).replaceAll('"', '\\"');
}
