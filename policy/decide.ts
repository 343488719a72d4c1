import type { Withheld } from '../common/withheld.js';
import { type FieldGrant, isHitGrant } from './agreement.js';
import { type Asker, lacks } from './applies.js';
import { isOfCase } from './case.js';
import type { CompiledGrant, Policy } from './compile.js';
import { type HitReading, type OpenHit, openHit } from './hit.js';
import { reasonForMissing } from './nearest.js';

export type { Asker } from './applies.js';

/** What is read of one record type: fields taken, filtered by, sorted by. `id` is free and not named. */
export interface Reading extends HitReading {
  readonly record: string;
  readonly fields: readonly string[];
  readonly sorts: readonly string[];
}

/** A grant of an applying agreement. */
export interface OpenGrant {
  readonly agreement: string;
  readonly legalBasis: readonly string[];
  readonly grant: FieldGrant;
  /** Whether rows may be returned under it: it gives, unmasked, all that is filtered and sorted by. */
  readonly returns: boolean;
}

/** What agreements say of one reading, once for all its rows. */
export interface Decision {
  readonly reading: Reading;
  /** Under which rows may be returned or fields shown; none where no grant returns rows. Positions are stable. */
  readonly grants: readonly OpenGrant[];
  /** Hit grants of applying agreements. */
  readonly hits: readonly OpenHit[];
  /** Missing from the whole answer. */
  readonly withheld: readonly Withheld[];
}

/**
 * Decides over a reading by the agreements of one State. Deny is the default: what no applying grant gives is
 * withheld, with its reason.
 */
export function decide(policy: Policy, asker: Asker, reading: Reading): Decision {
  const all = (policy.grants.get(asker.agency)?.get(reading.record) ?? []).filter(({ agreement }) =>
    isOfCase(agreement, asker.case),
  );
  const applying = all.filter(({ agreement }) => lacks(agreement, asker).length === 0);
  const by = [...new Set([...reading.filters, ...reading.sorts])].filter((field) => field !== 'id');
  const open = applying.flatMap((compiled) => openGrant(compiled, by));
  const grants = open.some(({ returns }) => returns) ? open : [];
  const given = new Set(open.flatMap(({ grant }) => grant.fields));
  const coordinate = (field: string): string => `${reading.record}.${field}`;
  const missing = reading.fields
    .filter((field) => !given.has(field) && field !== 'id')
    .map((field) => reasonForMissing(all, asker, coordinate(field), field));
  const unfit = open.length > 0 && grants.length === 0 ? unfitFor(open, by) : [];
  return {
    reading,
    grants,
    hits: applying.flatMap((compiled) => openHit(compiled, reading)),
    withheld: [
      ...missing,
      ...unfit.map((field): Withheld => ({ coordinate: coordinate(field), reason: 'FILTER_WITHHELD' })),
    ],
  };
}

function openGrant(
  { agreement, grant, legalBasis }: CompiledGrant,
  by: readonly string[],
): readonly OpenGrant[] {
  if (isHitGrant(grant)) return [];
  return [
    { agreement: agreement.id, legalBasis, grant, returns: by.every((field) => givesPlain(grant, field)) },
  ];
}

function givesPlain({ fields, mask }: FieldGrant, field: string): boolean {
  return fields.includes(field) && mask?.[field] === undefined;
}

/** The fields filtered or sorted by that no grant gives unmasked; all of them, where no grant gives all together. */
function unfitFor(open: readonly OpenGrant[], by: readonly string[]): readonly string[] {
  const never = by.filter((field) => !open.some(({ grant }) => givesPlain(grant, field)));
  return never.length > 0 ? never : by;
}
