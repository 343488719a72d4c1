import type { Agreement } from '../../../policy/agreement.js';
import { compilePolicy } from '../../../policy/compile.js';
import { holds } from '../../../policy/condition.js';
import { decide, type Decision } from '../../../policy/decide.js';
import { mergeWithheld } from '../../../policy/merge-withheld.js';
import { maskValue } from '../../../policy/mask.js';
import { type Age, ageAt, hasAge, identifies, protectsAge } from '../../../policy/minors.js';
import { isReturned, project } from '../../../policy/project.js';

type Row = Readonly<Record<string, unknown>> & { readonly id: string; readonly type: string };

/** One of the worked decisions. */
export interface WorkedCase {
  readonly name: string;
  readonly agreements: readonly Agreement[];
  readonly records: readonly Row[];
  readonly request: {
    readonly agency: string;
    readonly roles: readonly string[];
    readonly purpose: string;
    readonly date: string;
    readonly record: string;
    readonly select: readonly string[];
    readonly filter?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    readonly sort?: { readonly field: string; readonly descending: boolean };
  };
  readonly expected: unknown;
}

/** Answers a worked case over rows in memory, as a node answers it over its database. */
export function answer({ agreements, records, request }: WorkedCase) {
  const decision = decide(compilePolicy(agreements), request, {
    record: request.record,
    fields: request.select,
    filters: Object.keys(request.filter ?? {}),
    sorts: request.sort === undefined ? [] : [request.sort.field],
  });
  const rows = records
    .filter(({ type }) => type === request.record)
    .filter((row) => holds(request.filter, row))
    .map((row) => ({ row, opened: openedOf(decision, row), age: ageOf(row) }))
    .filter(({ opened, age }) => isReturned(decision, opened, age))
    .sort((one, other) => compare(one.row, other.row, request.sort));
  const shown = rows.map(({ row, opened, age }) => ({ row, projection: project(decision, opened, age) }));
  return {
    records: shown.map(({ row, projection }) => ({
      id: row.id,
      fields: Object.fromEntries(
        request.select.map((field) => [field, present(projection.shown, row, field)]),
      ),
    })),
    withheld: mergeWithheld([
      ...decision.withheld,
      ...shown.flatMap(({ row, projection }) =>
        projection.withheld.map((one) => ({ ...one, records: [row.id] })),
      ),
    ]).map(({ coordinate, reason, records: ids }) => ({ coordinate, reason, ...(ids && { records: ids }) })),
    hit: hitOf(decision, records, request),
  };
}

function openedOf(decision: Decision, row: Row): readonly boolean[] {
  return decision.grants.map(({ grant }) => holds(grant.where, row));
}

function ageOf(row: Row): Age {
  return hasAge(row.type) ? ageAt(row['birthDate'], row['eventDate'] ?? row['recordedAt']) : 'ADULT';
}

function present(shown: ReturnType<typeof project>['shown'], row: Row, field: string) {
  if (!shown.has(field)) return { withheld: true };
  const mask = shown.get(field);
  const value = row[field];
  if (mask === undefined || value === null) return { value };
  return mask === 'HASH' ? { masked: mask } : { masked: mask, value: maskValue(value, mask, 'key') };
}

function hitOf(
  decision: Decision,
  records: readonly Row[],
  { record, filter = {}, sort }: WorkedCase['request'],
) {
  if (decision.hits.length === 0 || (Object.keys(filter).length === 0 && sort === undefined)) return null;
  const byEquality =
    Object.keys(filter).length > 0 &&
    Object.values(filter).every((condition) => Object.keys(condition).join() === 'eq');
  const fields = Object.keys(filter);
  const hit = decision.hits.some(
    (grant) =>
      byEquality &&
      fields.every((field) => grant.hit.matchOn.includes(field)) &&
      records.some(
        (row) =>
          row.type === record &&
          holds(filter, row) &&
          holds(grant.where, row) &&
          !(fields.some((field) => identifies(record, field)) && protectsAge(grant, ageOf(row))),
      ),
  );
  return hit ? 'HIT' : 'NO_HIT';
}

/** By the field sorted by, missing values last, ties by id. */
function compare(one: Row, other: Row, sort: WorkedCase['request']['sort']): number {
  const ties = one.id < other.id ? -1 : 1;
  if (sort === undefined) return ties;
  const [left, right] = [one[sort.field] ?? null, other[sort.field] ?? null];
  if (left === right) return ties;
  if (left === null || right === null) return left === null ? 1 : -1;
  return (left < right ? -1 : 1) * (sort.descending ? -1 : 1);
}
