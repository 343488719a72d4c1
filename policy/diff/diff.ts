import type { Agreement } from '../agreement.js';
import { isOfCase } from '../case.js';
import { compilePolicy, type Policy } from '../compile.js';
import { type Compared, comparing } from './compared.js';
import { intervalsOf } from './days.js';
import { type Reach, reachingOf } from './reach.js';
import { type Requester, type Term, termsOf } from './terms.js';

/** Who gains and loses what, between two sets of agreements of one State. */
export interface Change extends Omit<Requester, 'purpose'> {
  /** Roles for which it is not so; only where it is of any role. */
  readonly exceptRoles: readonly string[];
  readonly purposes: readonly string[];
  readonly record: string;
  readonly reaches: readonly Reach[];
  readonly kind: ChangeKind;
  readonly before: readonly Term[];
  readonly after: readonly Term[];
}

/** From nothing, to nothing; more of it, less of it; more of some and less of other records. */
export type ChangeKind = 'GAINS' | 'LOSES' | 'MORE' | 'LESS' | 'OTHERWISE';

interface Sides {
  readonly before: readonly Agreement[];
  readonly after: readonly Agreement[];
}

/**
 * Says who gains and loses what. Found by asking `decide` under both sets for every requester, day and kind of record that
 * the two tell apart, so that it cannot say other than what will be decided.
 */
export function diffAgreements(before: readonly Agreement[], after: readonly Agreement[]): readonly Change[] {
  const agencies = [...new Set([...before, ...after].map(({ grantee }) => grantee.agency))].sort();
  return agencies.flatMap((agency) => {
    const sides = { before: ofAgency(before, agency), after: ofAgency(after, agency) };
    if (JSON.stringify(sides.before) === JSON.stringify(sides.after)) return [];
    const usual = diffAgency({ agency }, ofCase(sides, undefined));
    const cases = [...sides.before, ...sides.after].map((agreement) => agreement.case).sort();
    return group([
      ...usual,
      ...[...new Set(cases)].flatMap((one) =>
        one === undefined
          ? []
          : diffAgency({ agency, case: one }, ofCase(sides, one)).filter(
              ({ case: _, ...change }) =>
                !usual.some((other) => JSON.stringify(other) === JSON.stringify(change)),
            ),
      ),
    ]);
  });
}

function ofAgency(agreements: readonly Agreement[], agency: string): readonly Agreement[] {
  const own = agreements.filter(({ grantee }) => grantee.agency === agency);
  return own.sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** What has to do with a case, or with none that an agreement names. */
function ofCase({ before, after }: Sides, one: string | undefined): Sides {
  return {
    before: before.filter((agreement) => isOfCase(agreement, one)),
    after: after.filter((agreement) => isOfCase(agreement, one)),
  };
}

/** Something that one kind of requester has otherwise than before. */
type Single = Omit<Change, 'purposes' | 'reaches'> & { readonly purpose: string; readonly reach: Reach };

function diffAgency(whom: Pick<Requester, 'agency' | 'case'>, sides: Sides): readonly Single[] {
  const all = [...sides.before, ...sides.after];
  const policies = { before: compilePolicy(sides.before), after: compilePolicy(sides.after) };
  const purposes = [...new Set(all.flatMap((agreement) => agreement.purposes))].sort();
  const roles = [undefined, ...[...new Set(all.flatMap(({ grantee }) => grantee.roles ?? []))].sort()];
  const records = [...new Set(all.flatMap(({ grants }) => grants.map(({ record }) => record)))].sort();
  const intervals = intervalsOf(all);
  return purposes.flatMap((purpose) =>
    records.flatMap((record) => {
      const compared = comparing(all, record, intervals);
      const found = roles.map((role) => diffRecord({ ...whom, role, purpose }, sides, policies, compared));
      return byRole(roles, found);
    }),
  );
}

/** What anyone of the agency has otherwise is not said again of each role, but of which roles it is not so. */
function byRole(
  roles: readonly (string | undefined)[],
  found: readonly (readonly Single[])[],
): readonly Single[] {
  const [ofAnyRole = [], ...ofRoles] = found;
  const own = ofRoles.flatMap((ofRole) => ofRole.filter((one) => !ofAnyRole.some((any) => isSame(any, one))));
  const general = ofAnyRole.map((any) => ({
    ...any,
    exceptRoles: roles.flatMap((role, index) =>
      role === undefined || found[index]?.some((one) => isSame(any, one)) === true ? [] : [role],
    ),
  }));
  return [...general, ...own];
}

function isSame(one: Single, other: Single): boolean {
  const { role: _one, ...left } = one;
  const { role: _other, ...right } = other;
  return JSON.stringify(left) === JSON.stringify(right);
}

function diffRecord(
  requester: Requester,
  { before, after }: Sides,
  policies: Readonly<Record<keyof Sides, Policy>>,
  { record, fields, reaches, intervals, rows }: Compared,
): readonly Single[] {
  const roles = requester.role === undefined ? [] : [requester.role];
  const points = intervals.flatMap(({ from }) => {
    const { agency, purpose, case: one } = requester;
    const asker = { agency, roles, purpose, case: one, date: from };
    const was = reachingOf(policies.before, asker, record, fields);
    const is = reachingOf(policies.after, asker, record, fields);
    return rows.map((row) => (reach: Reach) => [was.levelOf(reach, row), is.levelOf(reach, row)] as const);
  });
  return reaches.flatMap((reach) => {
    const levels = points.filter((at) => !isImplied(reach, at)).map((at) => at(reach));
    const kind = kindOf(
      levels,
      points.map((at) => at(reach)),
    );
    if (kind === undefined) return [];
    const terms = (side: readonly Agreement[]): readonly Term[] => termsOf(side, requester, record, reach);
    return [
      { ...requester, exceptRoles: [], record, reach, kind, before: terms(before), after: terms(after) },
    ];
  });

  /** A search that changes with what is shown of its fields goes without saying. */
  function isImplied(reach: Reach, at: (reach: Reach) => readonly [number, number]): boolean {
    if (reach.kind !== 'SEARCH') return false;
    const shown = reach.by.length === 0 ? fields : reach.by;
    return shown.some((field) => {
      const [was, is] = at({ kind: 'FIELD', field });
      return was !== is;
    });
  }
}

function kindOf(
  told: readonly (readonly [number, number])[],
  all: readonly (readonly [number, number])[],
): ChangeKind | undefined {
  const gained = told.some(([was, is]) => is > was);
  const lost = told.some(([was, is]) => is < was);
  if (!gained && !lost) return undefined;
  if (all.every(([was]) => was === 0)) return 'GAINS';
  if (all.every(([, is]) => is === 0)) return 'LOSES';
  if (gained && lost) return 'OTHERWISE';
  return gained ? 'MORE' : 'LESS';
}

/** Puts together what is said alike of several purposes, then of several fields. */
function group(singles: readonly Single[]): readonly Change[] {
  const byFields = new Map<string, Change>();
  for (const { purpose, reach, ...rest } of singles) {
    const key = JSON.stringify([rest, purpose, reach.kind === 'FIELD' ? null : reach]);
    const known = byFields.get(key);
    byFields.set(key, { ...rest, purposes: [purpose], reaches: [...(known?.reaches ?? []), reach] });
  }
  const byPurposes = new Map<string, Change>();
  for (const { purposes, ...rest } of byFields.values()) {
    const key = JSON.stringify(rest);
    byPurposes.set(key, { ...rest, purposes: [...(byPurposes.get(key)?.purposes ?? []), ...purposes] });
  }
  return [...byPurposes.values()];
}
