import type { Vocabulary } from '../schema/vocabulary.js';
import { type Mask, masks } from '../common/withheld.js';
import { type Agreement, type FieldGrant, isHitGrant } from './agreement.js';

/** Whom the table is about, where it is not about all. */
export interface MatrixScope {
  /** YYYY-MM-DD in the State's time zone. */
  readonly date: string;
  readonly roles?: readonly string[] | undefined;
  readonly purpose?: string | undefined;
}

/** What an agency has of a field at best, whatever its role and purpose where none is given. */
export interface Cell {
  readonly mask?: Mask;
  /** Not of every record. */
  readonly someRecords: boolean;
}

export interface MatrixRow {
  readonly coordinate: string;
  /** By agency; none where it has nothing. */
  readonly cells: Readonly<Record<string, Cell>>;
}

/** Field × agency: who gives what to whom. */
export interface Matrix {
  readonly agencies: readonly string[];
  readonly rows: readonly MatrixRow[];
  /** `Person: national identification` told as hit or no hit, by agency. */
  readonly hits: readonly {
    readonly record: string;
    readonly matchOn: readonly string[];
    readonly agency: string;
  }[];
}

/** Who has what of a State's records on a day, field by field, in the order of the shared language. */
export function matrixOf(
  agreements: readonly Agreement[],
  vocabulary: Vocabulary,
  scope: MatrixScope,
): Matrix {
  const applying = agreements.filter((agreement) => applies(agreement, scope));
  const given = applying.flatMap(({ grantee, grants }) =>
    grants.flatMap((grant) => (isHitGrant(grant) ? [] : [{ agency: grantee.agency, grant }])),
  );
  return {
    agencies: [...new Set(applying.map(({ grantee }) => grantee.agency))].sort(),
    rows: [...vocabulary.records].flatMap(([record, fields]) =>
      [...fields.keys()].flatMap((field) => {
        const row = rowOf(record, field, given);
        return Object.keys(row.cells).length === 0 ? [] : [row];
      }),
    ),
    hits: applying.flatMap(({ grantee, grants }) =>
      grants
        .filter(isHitGrant)
        .map((grant) => ({ record: grant.record, matchOn: grant.hit.matchOn, agency: grantee.agency })),
    ),
  };
}

function applies(
  { grantee, purposes, valid, case: one }: Agreement,
  { date, roles, purpose }: MatrixScope,
): boolean {
  // what was released for one case is no standing share
  if (one !== undefined) return false;
  if (date < valid.from || date > valid.until) return false;
  if (purpose !== undefined && !purposes.includes(purpose)) return false;
  return roles === undefined || grantee.roles?.some((role) => roles.includes(role)) !== false;
}

function rowOf(
  record: string,
  field: string,
  given: readonly { readonly agency: string; readonly grant: FieldGrant }[],
): MatrixRow {
  const giving = given.filter(({ grant }) => grant.record === record && grant.fields.includes(field));
  const agencies = [...new Set(giving.map(({ agency }) => agency))].sort();
  return {
    coordinate: `${record}.${field}`,
    cells: Object.fromEntries(
      agencies.map((agency) => [
        agency,
        cellOf(
          field,
          giving.filter((one) => one.agency === agency).map(({ grant }) => grant),
        ),
      ]),
    ),
  };
}

function cellOf(field: string, grants: readonly FieldGrant[]): Cell {
  const found = grants.map(({ mask }) => mask?.[field]);
  const mask = found.includes(undefined) ? undefined : masks.find((one) => found.includes(one));
  const best = grants.filter((grant) => grant.mask?.[field] === mask);
  return { ...(mask !== undefined && { mask }), someRecords: best.every(({ where }) => where !== undefined) };
}
