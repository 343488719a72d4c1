import { personReferredBy } from './minors.js';

/** A record in plain values, in the terms of the shared language; records that it refers to by their ids. */
export interface PlainRow extends Readonly<Record<string, unknown>> {
  readonly id: string;
  /** The record type. */
  readonly type: string;
}

/** A row together with what it is found by. */
export interface ReachingRow {
  readonly row: PlainRow;
  /** Its own values, and those of the records that it refers to by their paths: `person.nationalIdentification`. */
  readonly values: Readonly<Record<string, unknown>>;
  /** The person whose age counts where it is found by what identifies one: itself, or whom it refers to. */
  readonly person: PlainRow;
}

/** Reaches from rows to those that they refer to by id. */
export function reachOf(rows: readonly PlainRow[]): (row: PlainRow) => ReachingRow {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const referred = (value: unknown): PlainRow | undefined =>
    typeof value === 'string' ? byId.get(value) : undefined;
  return (row) => {
    const beneath = Object.entries(row).flatMap(([name, value]) => {
      const found = name === 'id' ? undefined : referred(value);
      return Object.entries(found ?? {}).map(([field, inner]) => [`${name}.${field}`, inner] as const);
    });
    const person = referred(row[personReferredBy(row.type) ?? '']) ?? row;
    return { row, values: { ...row, ...Object.fromEntries(beneath) }, person };
  };
}
