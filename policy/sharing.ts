import { type Mask, masks } from '../common/withheld.js';
import { isHitGrant } from './agreement.js';
import { lacks } from './applies.js';
import type { CompiledGrant, Policy } from './compile.js';

/** What a State's agreements in force give an agency of one record type, for one purpose. */
export interface Sharing {
  readonly record: string;
  readonly purpose: string;
  /** Fields that are shown as they are. */
  readonly shown: readonly string[];
  readonly masked: readonly MaskedField[];
  /** Of the fields shown or masked those that only records which meet a condition show. */
  readonly conditional: readonly string[];
  /** Fields by which a record can be asked for that is told of by hit or no hit alone. */
  readonly hitOn: readonly string[];
  readonly agreements: readonly string[];
}

export interface MaskedField {
  readonly field: string;
  readonly mask: Mask;
}

/** To whom something is given. */
export interface Grantee {
  readonly agency: string;
  /** Undefined: whatever is given to any role of the agency. */
  readonly roles: readonly string[] | undefined;
}

/**
 * A row of the matrix of who gives what to whom, for each record type and purpose of which something is given.
 *
 * @param offered - coordinates that the State serves at all
 * @param date - YYYY-MM-DD in the State's time zone
 */
export function sharingWith(
  policy: Policy,
  grantee: Grantee,
  offered: ReadonlySet<string>,
  date: string,
): readonly Sharing[] {
  const records = [...(policy.grants.get(grantee.agency) ?? [])];
  return records.flatMap(([record, grants]) =>
    [...new Set(grants.flatMap(({ agreement }) => agreement.purposes))]
      .map((purpose) => {
        const applying = grants.filter((grant) => applies(grant, grantee, purpose, date));
        return sharing(record, purpose, applying, offered);
      })
      .filter(({ shown, masked, hitOn }) => shown.length + masked.length + hitOn.length > 0),
  );
}

function applies({ agreement }: CompiledGrant, grantee: Grantee, purpose: string, date: string): boolean {
  // what was released for one case is no standing share
  if (agreement.case !== undefined) return false;
  const roles = grantee.roles ?? agreement.grantee.roles ?? [];
  return lacks(agreement, { agency: grantee.agency, roles, purpose, date }).length === 0;
}

function sharing(
  record: string,
  purpose: string,
  applying: readonly CompiledGrant[],
  offered: ReadonlySet<string>,
): Sharing {
  const giving = new Map<string, { readonly mask: Mask | undefined; readonly always: boolean }[]>();
  const hitOn = new Set<string>();
  for (const { grant } of applying) {
    if (isHitGrant(grant)) for (const field of grant.hit.matchOn) hitOn.add(field);
    else
      for (const field of grant.fields)
        if (offered.has(`${record}.${field}`))
          giving.set(field, [
            ...(giving.get(field) ?? []),
            { mask: grant.mask?.[field], always: grant.where === undefined },
          ]);
  }
  const fields = [...giving].sort(([one], [other]) => (one < other ? -1 : 1));
  const isMasked = fields.map(([field, given]) => [field, leastMask(given)] as const);
  return {
    record,
    purpose,
    shown: isMasked.flatMap(([field, mask]) => (mask === undefined ? [field] : [])),
    masked: isMasked.flatMap(([field, mask]) => (mask === undefined ? [] : [{ field, mask }])),
    conditional: fields.filter(([, given]) => !given.some(({ always }) => always)).map(([field]) => field),
    hitOn: [...hitOn].sort(),
    agreements: [...new Set(applying.map(({ agreement }) => agreement.id))].sort(),
  };
}

function leastMask(given: readonly { readonly mask: Mask | undefined }[]): Mask | undefined {
  const found = given.map(({ mask }) => mask);
  return found.includes(undefined) ? undefined : masks.find((mask) => found.includes(mask));
}
