/** What one metric is. No label may hold what names an agency, an officer, a case, a person or a record. */
export interface MetricKind {
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly labels: readonly string[];
  /** Upper bounds of a histogram's buckets, ascending. */
  readonly bounds?: readonly number[];
  readonly en: string;
  readonly es: string;
}

export type MetricKinds = Readonly<Record<string, MetricKind>>;

/** Seconds that somebody waits: from a millisecond to the deadline of a request. */
export const secondBounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

export function namesOf<Kinds extends MetricKinds>(kinds: Kinds): readonly (keyof Kinds & string)[] {
  return Object.keys(kinds);
}
