import { type Mask, masks } from '../../common/withheld.js';
import { type Agreement, type Condition, type Grant, isHitGrant } from '../agreement.js';
import { lacks } from '../applies.js';
import { isOfCase } from '../case.js';
import { identifies, protectsAge } from '../minors.js';
import type { Reach } from './reach.js';

/** The terms on which something may be had: how much of it, of which rows and persons, on which days. */
export interface Term {
  readonly mask?: Mask;
  readonly where?: Condition;
  /** Opens what identifies persons under 18. */
  readonly minors?: true;
  /** Counts a person without a birth date as an adult. */
  readonly unknownAge?: true;
  readonly from: string;
  readonly until: string;
}

/** Whom a change concerns. */
export interface Requester {
  readonly agency: string;
  /** Absent: any case that no agreement names. */
  readonly case?: string | undefined;
  /** Undefined: any role, or none that an agreement names. */
  readonly role: string | undefined;
  readonly purpose: string;
}

/** All terms on which a requester has something, without those that another includes. */
export function termsOf(
  agreements: readonly Agreement[],
  requester: Requester,
  record: string,
  reach: Reach,
): readonly Term[] {
  const terms = agreements
    .filter((agreement) => concerns(agreement, requester))
    .flatMap(({ grants, valid }) =>
      grants
        .filter((grant) => grant.record === record && gives(grant, reach))
        .map((grant) => termOf(grant, reach, valid)),
    );
  const distinct = [...new Map(terms.map((term) => [JSON.stringify(term), term])).values()];
  return distinct
    .filter((term) => !distinct.some((other) => other !== term && includes(other, term)))
    .sort(byText);
}

function concerns(agreement: Agreement, { agency, role, purpose, case: one }: Requester): boolean {
  const asker = { agency, roles: role === undefined ? [] : [role], purpose, date: agreement.valid.from };
  return (
    agreement.grantee.agency === agency && isOfCase(agreement, one) && lacks(agreement, asker).length === 0
  );
}

function gives(grant: Grant, reach: Reach): boolean {
  if (reach.kind === 'HIT')
    return isHitGrant(grant) && reach.by.every((field) => grant.hit.matchOn.includes(field));
  if (isHitGrant(grant)) return false;
  if (reach.kind === 'FIELD') return grant.fields.includes(reach.field);
  return reach.by.every((field) => grant.fields.includes(field) && grant.mask?.[field] === undefined);
}

function termOf(grant: Grant, reach: Reach, { from, until }: Agreement['valid']): Term {
  const mask = reach.kind === 'FIELD' && !isHitGrant(grant) ? grant.mask?.[reach.field] : undefined;
  const named = reach.kind === 'FIELD' ? [reach.field] : reach.by;
  const personal = named.some((field) => identifies(grant.record, field));
  return {
    ...(mask !== undefined && { mask }),
    ...(grant.where !== undefined && { where: grant.where }),
    ...(personal && !protectsAge(grant, 'MINOR') && { minors: true as const }),
    ...(personal &&
      protectsAge(grant, 'MINOR') &&
      !protectsAge(grant, 'UNKNOWN') && { unknownAge: true as const }),
    from,
    until,
  };
}

/** Whether who has the one has the other too. */
function includes(one: Term, other: Term): boolean {
  return (
    rank(one) <= rank(other) &&
    (one.where === undefined || JSON.stringify(one.where) === JSON.stringify(other.where)) &&
    (one.minors === true || other.minors !== true) &&
    (one.minors === true || one.unknownAge === true || other.unknownAge !== true) &&
    one.from <= other.from &&
    one.until >= other.until
  );
}

function rank({ mask }: Term): number {
  return mask === undefined ? -1 : masks.indexOf(mask);
}

function byText(one: Term, other: Term): number {
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
}
