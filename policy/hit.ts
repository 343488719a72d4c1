import { type HitGrant, isHitGrant } from './agreement.js';
import type { CompiledGrant } from './compile.js';

/** Whether there is a record that fits, and may be told of. */
export type HitStatus = 'HIT' | 'NO_HIT';

/** What of a reading counts for hits. */
export interface HitReading {
  readonly filters: readonly string[];
  /** Whether every filter asks for one value, and for nothing else. */
  readonly onlyEquals: boolean;
  readonly sorts: readonly string[];
}

/** A hit grant of an applying agreement. */
export interface OpenHit {
  readonly agreement: string;
  readonly legalBasis: readonly string[];
  readonly grant: HitGrant;
  /** Whether it answers this reading: one that filters by equality on fields of its `matchOn` and nothing else. */
  readonly answers: boolean;
}

export function openHit(
  { agreement, grant, legalBasis }: CompiledGrant,
  { filters, onlyEquals }: HitReading,
): readonly OpenHit[] {
  if (!isHitGrant(grant)) return [];
  const { matchOn } = grant.hit;
  const answers = onlyEquals && filters.length > 0 && filters.every((field) => matchOn.includes(field));
  return [{ agreement: agreement.id, legalBasis, grant, answers }];
}

/** Whether hit or no hit is told at all: a hit grant applies, and something is looked for. */
export function tellsHit(hits: readonly OpenHit[], { filters, sorts }: HitReading): boolean {
  return hits.length > 0 && filters.length + sorts.length > 0;
}
