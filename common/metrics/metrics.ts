import { type Distribution, emptyDistribution, noteValue } from './distribution.js';
import type { MetricKinds } from './kinds.js';
import { type LabelValues, metricText, type Sample } from './text.js';

/** What a process counts of itself. */
export interface Metrics<Name extends string> {
  /** Adds to a counter. @param labels - values, in the order of its kind */
  count(name: Name, labels?: LabelValues, by?: number): void;
  /** Notes a value of a histogram. */
  observe(name: Name, value: number, labels?: LabelValues): void;
  /** Has a metric read when it is asked for: what it is then, or has come to elsewhere. */
  read(name: Name, samples: () => Iterable<Sample>): void;
  /** All of them, in Prometheus' text format. */
  text(): string;
}

/** @param kinds - each metric, in the order in which they are shown */
export function createMetrics<Kinds extends MetricKinds>(kinds: Kinds): Metrics<keyof Kinds & string> {
  const counters = new Map<string, Map<string, [labels: LabelValues, value: number]>>();
  const histograms = new Map<string, Map<string, readonly [LabelValues, Distribution]>>();
  const readers = new Map<string, () => Iterable<Sample>>();
  const samplesOf = (name: string): Iterable<Sample> =>
    readers.get(name)?.() ?? (counters.get(name) ?? histograms.get(name))?.values() ?? [];
  return {
    count: (name, labels = [], by = 1) => {
      const series = within(counters, name);
      const key = labels.join('\n');
      const known = series.get(key);
      if (known === undefined) series.set(key, [labels, by]);
      else known[1] += by;
    },
    observe: (name, value, labels = []) => {
      const series = within(histograms, name);
      const key = labels.join('\n');
      let known = series.get(key);
      if (known === undefined) {
        known = [labels, emptyDistribution(kinds[name]?.bounds ?? [])];
        series.set(key, known);
      }
      noteValue(known[1], value);
    },
    read: (name, samples) => void readers.set(name, samples),
    text: () =>
      Object.entries(kinds)
        .map(([name, kind]) => metricText(name, kind, samplesOf(name)))
        .join(''),
  };
}

function within<T>(all: Map<string, Map<string, T>>, name: string): Map<string, T> {
  let series = all.get(name);
  if (series === undefined) {
    series = new Map();
    all.set(name, series);
  }
  return series;
}
