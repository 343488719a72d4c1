import type { AuditEntry } from '../entry.js';

/**
 * Of the entries of one chunk, what signs of misuse are told by: numbers of terms in typed arrays, which are read a thousand
 * times as fast as the entries.
 */
export interface Columns {
  /** Places of the entries that are looked at, ascending. */
  readonly places: Uint16Array;
  /** For each place five numbers of terms, 0 where there is none: see {@link whoFields}. */
  readonly who: Uint32Array;
  /** For each record that was disclosed three numbers, by place: the place, its kind (`GT:Person`), and the record. */
  readonly refs: Uint32Array;
}

export const whoFields = ['agency', 'officer', 'purpose', 'case', 'hour'] as const;

/** What columns are made of, of one entry. */
export interface Facts {
  readonly place: number;
  readonly who: readonly (string | undefined)[];
  readonly refs: readonly (readonly [kind: string, record: string])[];
}

export function factsOf(place: number, { time, data }: AuditEntry): Facts {
  const { requester } = data;
  const values = [requester?.agency, requester?.officer, data.purpose, data.case, time.slice(11, 13)];
  return {
    place,
    who: values.map((value, at) => (value === undefined ? undefined : `${whoFields[at] ?? ''}=${value}`)),
    refs: data.states.flatMap(({ code, records }) =>
      Object.entries(records).flatMap(([type, ids]) =>
        ids.map((id) => [`kind=${code}:${type}`, `record=${id}`] as const),
      ),
    ),
  };
}

/** @param idOf - the number of a term */
export function columnBytes(
  facts: readonly Facts[],
  idOf: (term: string) => number,
): { readonly who: Buffer; readonly refs: Buffer } {
  const who = facts.flatMap((entry) => entry.who.map((term) => (term === undefined ? 0 : idOf(term))));
  const refs = facts.flatMap(({ place, refs: of }) =>
    of.flatMap(([kind, record]) => [place, idOf(kind), idOf(record)]),
  );
  return { who: bytesOf(who), refs: bytesOf(refs) };
}

function bytesOf(numbers: readonly number[]): Buffer {
  return Buffer.from(Uint32Array.from(numbers).buffer);
}
