import { masks } from '../common/withheld.js';
import { type Agreement, type FieldGrant, type Grant, isHitGrant } from './agreement.js';
import { agesOpened, type OpenedAges } from './minors.js';

/** An agreement that gives nothing which another does not give as well. */
export interface Useless {
  readonly agreement: string;
  /** The agreements that give all of it. */
  readonly by: readonly string[];
}

/**
 * Finds agreements that others make useless. Agreements cannot contradict each other, since grants only add; but one that is
 * meant to restrict, or that was forgotten, gives nothing away that is not given already. Of two that give the same the one with the
 * later id is named.
 */
export function uselessAgreements(agreements: readonly Agreement[]): readonly Useless[] {
  return agreements.flatMap((agreement) => {
    const others = agreements.filter((other) => reaches(other, agreement) && !isLaterTwin(other, agreement));
    const by = agreement.grants.map((grant) =>
      others.find(({ grants }) => grants.some((wider) => gives(wider, grant))),
    );
    if (by.includes(undefined)) return [];
    return [{ agreement: agreement.id, by: [...new Set(by.flatMap((one) => one?.id ?? []))].sort() }];
  });
}

/** Whether one applies wherever the other does. */
function reaches(wide: Agreement, narrow: Agreement): boolean {
  const roles = wide.grantee.roles;
  return (
    wide.id !== narrow.id &&
    wide.grantor === narrow.grantor &&
    wide.grantee.agency === narrow.grantee.agency &&
    (roles === undefined || narrow.grantee.roles?.every((role) => roles.includes(role)) === true) &&
    (wide.case === undefined || wide.case === narrow.case) &&
    narrow.purposes.every((purpose) => wide.purposes.includes(purpose)) &&
    wide.valid.from <= narrow.valid.from &&
    narrow.valid.until <= wide.valid.until
  );
}

/** Of two that give the same one is needed. */
function isLaterTwin(other: Agreement, agreement: Agreement): boolean {
  return (
    other.id > agreement.id &&
    reaches(agreement, other) &&
    other.grants.every((grant) => agreement.grants.some((wider) => gives(wider, grant)))
  );
}

const agesWidest: readonly OpenedAges[] = ['ALL', 'ADULTS_AND_UNKNOWN', 'ADULTS'];

function gives(wide: Grant, narrow: Grant): boolean {
  const sameRows =
    wide.where === undefined ||
    JSON.stringify(sorted(wide.where)) === JSON.stringify(sorted(narrow.where ?? {}));
  const ages = agesWidest.indexOf(agesOpened(wide)) <= agesWidest.indexOf(agesOpened(narrow));
  if (wide.record !== narrow.record || !sameRows || !ages) return false;
  if (isHitGrant(wide) || isHitGrant(narrow))
    return (
      isHitGrant(wide) &&
      isHitGrant(narrow) &&
      narrow.hit.matchOn.every((field) => wide.hit.matchOn.includes(field))
    );
  return narrow.fields.every(
    (field) => wide.fields.includes(field) && level(wide, field) <= level(narrow, field),
  );
}

/** From 0, unmasked. */
function level({ mask }: FieldGrant, field: string): number {
  const of = mask?.[field];
  return of === undefined ? 0 : masks.indexOf(of) + 1;
}

function sorted(condition: NonNullable<Grant['where']>) {
  return Object.entries(condition).sort(([one], [other]) => (one < other ? -1 : 1));
}
