import type { Mask, Withheld } from '../common/withheld.js';
import type { Agreement, Condition } from './agreement.js';
import { compilePolicy } from './compile.js';
import { holds } from './condition.js';
import { type PlainRow, type ReachingRow, reachOf } from './plain-row.js';
import { type Asker, decide, type Decision } from './decide.js';
import { type HitStatus, tellsHit } from './hit.js';
import { maskValue } from './mask.js';
import { mergeWithheld } from './merge-withheld.js';
import { type Age, ageAt, eventOf, hasAge, identifies, protectsAge } from './minors.js';
import { isReturned, project } from './project.js';

/** What is asked of the records of one type. */
export interface RowsRequest extends Asker {
  readonly record: string;
  readonly select: readonly string[];
  readonly filter?: Condition | undefined;
  readonly sort?: { readonly field: string; readonly descending: boolean } | undefined;
}

/** A field of a returned record. */
export type ShownValue =
  | { readonly value: unknown }
  /** `HASH` without its value: it is keyed. */
  | { readonly masked: Mask; readonly value?: unknown }
  | { readonly withheld: true };

/** What a request is answered with. */
export interface RowsAnswer {
  readonly records: readonly { readonly id: string; readonly fields: Readonly<Record<string, ShownValue>> }[];
  readonly withheld: readonly Omit<Withheld, 'agreement'>[];
  /** Null where no hit grant applies, or nothing is looked for. */
  readonly hit: HitStatus | null;
}

/** Answers a request over rows in memory, as a node answers it over its database. */
export function decideRows(
  agreements: readonly Agreement[],
  rows: readonly PlainRow[],
  request: RowsRequest,
): RowsAnswer {
  const decision = decide(compilePolicy(agreements), request, {
    record: request.record,
    fields: request.select,
    filters: Object.keys(request.filter ?? {}),
    onlyEquals: Object.values(request.filter ?? {}).every((wanted) => Object.keys(wanted).join() === 'eq'),
    sorts: request.sort === undefined ? [] : [request.sort.field],
  });
  const reach = reachOf(rows);
  const candidates = rows.filter(({ type }) => type === request.record);
  const returned = candidates
    .filter((row) => holds(request.filter, reach(row).values))
    .map((row) => ({ row, opened: openedOf(decision, row), age: ageOf(row) }))
    .filter(({ opened, age }) => isReturned(decision, opened, age))
    .sort((one, other) => compare(one.row, other.row, request.sort))
    .map(({ row, opened, age }) => ({ row, projection: project(decision, opened, age) }));
  const missing = returned.flatMap(({ row, projection }) =>
    projection.withheld.map((one) => ({ ...one, records: [row.id] })),
  );
  return {
    records: returned.map(({ row, projection: { shown } }) => ({
      id: row.id,
      fields: Object.fromEntries(request.select.map((field) => [field, shownValue(shown, row, field)])),
    })),
    withheld: mergeWithheld([...decision.withheld, ...missing]).map(({ coordinate, reason, records }) => ({
      coordinate,
      reason,
      ...(records && { records }),
    })),
    hit: hitOf(decision, candidates.map(reach), request),
  };
}

function openedOf(decision: Decision, row: PlainRow): readonly boolean[] {
  return decision.grants.map(({ grant }) => holds(grant.where, row));
}

function ageOf(row: PlainRow): Age {
  return hasAge(row.type) ? ageAt(row['birthDate'], eventOf(row)) : 'ADULT';
}

function shownValue(shown: ReturnType<typeof project>['shown'], row: PlainRow, field: string): ShownValue {
  if (!shown.has(field)) return { withheld: true };
  const mask = shown.get(field);
  const value = row[field] ?? null;
  if (mask === undefined || value === null) return { value };
  return mask === 'HASH' ? { masked: mask } : { masked: mask, value: maskValue(value, mask, '') };
}

function hitOf(decision: Decision, rows: readonly ReachingRow[], request: RowsRequest): HitStatus | null {
  const { hits, reading } = decision;
  if (!tellsHit(hits, reading)) return null;
  const identified = reading.filters.some((field) => identifies(reading.record, field));
  const isHit = hits.some(
    ({ grant, answers }) =>
      answers &&
      rows.some(
        ({ values, row, person }) =>
          holds(request.filter, values) &&
          holds(grant.where, row) &&
          !(identified && protectsAge(grant, ageOf(person))),
      ),
  );
  return isHit ? 'HIT' : 'NO_HIT';
}

/** By the field sorted by, missing values last, ties by id. */
function compare(one: PlainRow, other: PlainRow, sort: RowsRequest['sort']): number {
  const ties = one.id < other.id ? -1 : 1;
  if (sort === undefined) return ties;
  const [left, right] = [one[sort.field] ?? null, other[sort.field] ?? null];
  if (left === right) return ties;
  if (left === null || right === null) return left === null ? 1 : -1;
  return (left < right ? -1 : 1) * (sort.descending ? -1 : 1);
}
