import { masks } from '../../common/withheld.js';
import type { Condition, HitGrant } from '../agreement.js';
import type { Asker } from '../applies.js';
import type { Policy } from '../compile.js';
import { type Decision, decide } from '../decide.js';
import { type Age, identifies, protectsAge } from '../minors.js';
import { isReturned, project } from '../project.js';

/** What may be had of a record type: a field, a search by fields together, or hit or no hit by fields together. */
export type Reach =
  | { readonly kind: 'FIELD'; readonly field: string }
  | { readonly kind: 'SEARCH'; readonly by: readonly string[] }
  | { readonly kind: 'HIT'; readonly by: readonly string[] };

/** One of the records that agreements tell apart. */
export interface RowKind {
  readonly opens: (where: Condition | undefined) => boolean;
  readonly age: Age;
}

/** How far a requester reaches into records of one type under one set of agreements. */
export interface Reaching {
  /** 0 for nothing, more for more. */
  levelOf(reach: Reach, row: RowKind): number;
}

/** Asks `decide` once for each thing that may be had. */
export function reachingOf(
  policy: Policy,
  asker: Asker,
  record: string,
  fields: readonly string[],
): Reaching {
  const reading = { record, fields, filters: [], onlyEquals: true, sorts: [] };
  const whole = decide(policy, asker, reading);
  const searches = new Map<string, Decision>();
  const search = (by: readonly string[]): Decision => {
    const key = by.join(' ');
    const known = searches.get(key) ?? decide(policy, asker, { ...reading, fields: [], filters: by });
    searches.set(key, known);
    return known;
  };
  return {
    levelOf: (reach, row) => {
      if (reach.kind === 'FIELD') return fieldLevel(whole, reach.field, row);
      if (reach.kind === 'SEARCH') return Number(returns(search(reach.by), row));
      return Number(whole.hits.some(({ grant }) => hits(grant, record, reach.by, row)));
    },
  };
}

function openedOf({ grants }: Decision, row: RowKind): readonly boolean[] {
  return grants.map(({ grant }) => row.opens(grant.where));
}

function returns(decision: Decision, row: RowKind): boolean {
  return isReturned(decision, openedOf(decision, row), row.age);
}

function fieldLevel(decision: Decision, field: string, row: RowKind): number {
  if (!returns(decision, row)) return 0;
  const { shown } = project(decision, openedOf(decision, row), row.age);
  if (!shown.has(field)) return 0;
  const mask = shown.get(field);
  return mask === undefined ? masks.length + 1 : masks.length - masks.indexOf(mask);
}

function hits(grant: HitGrant, record: string, by: readonly string[], row: RowKind): boolean {
  if (!by.every((field) => grant.hit.matchOn.includes(field))) return false;
  const identified = by.some((field) => identifies(record, field));
  return row.opens(grant.where) && !(identified && protectsAge(grant, row.age));
}
