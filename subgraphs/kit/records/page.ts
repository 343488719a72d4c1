import type { Cell, RawRow } from './cell.js';
import { isObjectType } from 'graphql';
import { sql } from 'kysely';
import { conditionSql, type Filter } from './condition-sql.js';
import { hangsOn, type Owner } from './hanging.js';
import { type Cursor, listName, readCursor, writeCursor } from './cursor.js';
import { mappedValue, presentValue } from './record-shape.js';
import { type Prepared, prepare, type ReadPlan, type Row, type Source } from './source.js';
import { all, asBit, type Expression } from './sql-text.js';
import { kindOf } from './value.js';

/** Which records of a list are asked for. */
export interface PageQuery {
  readonly filter: Filter;
  readonly sort: { readonly field: string; readonly descending: boolean } | undefined;
  /** 1 to 100. */
  readonly first: number;
  readonly after: string | undefined;
  /** Where the list hangs on one record. */
  readonly owner?: Owner | undefined;
}

export interface Page {
  readonly rows: readonly { readonly row: Row; readonly cursor: string }[];
  readonly hasNextPage: boolean;
}

/** Reads one page of a list, in one statement: missing values last, ties by id. */
export async function readPage(source: Source, plan: ReadPlan, query: PageQuery): Promise<Page> {
  const { list, after } = placeOf(source, plan.record, query);
  const prepared = prepare(source, plan);
  const sort = sortExpression(prepared, query);
  const condition = [
    prepared.visible,
    conditionSql(prepared.rows, query.filter),
    ...(query.owner === undefined ? [] : [hangsOn(source, prepared, query.owner)]),
    ...beyond(prepared, query, sort, after),
  ];
  const direction = query.sort?.descending === true ? sql`DESC` : sql`ASC`;
  const order = [
    ...(sort === undefined
      ? []
      : [sql`CASE WHEN ${sort} IS NULL THEN 1 ELSE 0 END`, sql`${sort} ${direction}`]),
    prepared.keyText,
  ];
  const sorted = sort === undefined ? sql`` : sql`, ${sort} AS ${sql.id('_sort')}`;
  const { rows } = await sql<RawRow>`
    SELECT ${prepared.select}${sorted} FROM ${prepared.from} WHERE ${all(condition)}
    ORDER BY ${sql.join(order)} LIMIT ${sql.lit(query.first + 1)}`.execute(source.database.db);
  return {
    rows: rows.slice(0, query.first).map((raw) => {
      const row = prepared.read(raw);
      return { row, cursor: writeCursor(list, { value: sortValue(raw['_sort']), key: row.key }) };
    }),
    hasNextPage: rows.length > query.first,
  };
}

/** Which list a page is of, and where it begins. */
export interface PagePlace {
  readonly list: string;
  readonly after: Cursor | undefined;
}

/** @throws IstmoError `ARGUMENT_INVALID` where `after` is no cursor of this list */
export function placeOf(
  { mapping, schema }: Pick<Source, 'mapping' | 'schema'>,
  record: string,
  { filter, sort, after, owner }: PageQuery,
): PagePlace {
  const list = listName([record, filter, sort, ...ownerName(owner)]);
  const type = schema.getType(record);
  const sorted =
    sort && isObjectType(type)
      ? mappedValue(mapping.records[record] ?? { fields: {} }, type, sort.field)
      : undefined;
  const kind = sorted === undefined ? 'text' : kindOf(sorted.type);
  return { list, after: after === undefined ? undefined : readCursor(list, after, kind) };
}

/** Counts the records of a list that may be returned. */
export async function countRows(
  source: Source,
  plan: ReadPlan,
  filter: Filter,
  owner?: Owner,
): Promise<number> {
  if (!plan.opens.some(({ returns }) => returns)) return 0;
  const prepared = prepare(source, { ...plan, fields: [] });
  const condition = all([
    prepared.visible,
    conditionSql(prepared.rows, filter),
    ...(owner === undefined ? [] : [hangsOn(source, prepared, owner)]),
  ]);
  const { rows } = await sql<{ readonly total: number | string }>`
    SELECT COUNT(*) AS total FROM ${prepared.from} WHERE ${condition}`.execute(source.database.db);
  return Number(rows[0]?.total ?? 0);
}

/**
 * Whether a list has a record that is told of. Every row is gone through to the end, and everything is asked of it in one expression: no
 * row is left out beforehand, so a database takes as long for a hit as for none.
 */
export async function hasHit(
  source: Source,
  plan: ReadPlan,
  filter: Filter,
  owner?: Owner,
): Promise<boolean> {
  if (plan.opens.length === 0) return false;
  const prepared = prepare(source, plan);
  const met = all([
    prepared.visible,
    conditionSql(prepared.rows, filter),
    ...(owner === undefined ? [] : [hangsOn(source, prepared, owner)]),
  ]);
  const { rows } = await sql<{ readonly total: number | string | null }>`
    SELECT SUM(${asBit(met)}) AS total FROM ${prepared.from}`.execute(source.database.db);
  return Number(rows[0]?.total ?? 0) > 0;
}

function ownerName(owner: Owner | undefined): readonly string[] {
  return owner === undefined ? [] : [owner.field, owner.key];
}

function sortExpression({ rows, dialect }: Prepared, { sort }: PageQuery): Expression | undefined {
  const value = sort && mappedValue(rows.mapping, rows.type, sort.field);
  return value && presentValue(value, dialect);
}

/** What comes after a cursor in the order of the list. */
function beyond(
  { keyText }: Prepared,
  { sort }: PageQuery,
  expression: Expression | undefined,
  after: Cursor | undefined,
): readonly Expression[] {
  if (after === undefined) return [];
  const later = sql`${keyText} > ${after.key}`;
  if (expression === undefined) return [later];
  if (after.value === null) return [sql`(${expression} IS NULL AND ${later})`];
  const further = sort?.descending === true ? sql`<` : sql`>`;
  return [
    sql`(${expression} ${further} ${after.value} OR (${expression} = ${after.value} AND ${later}) OR ${expression} IS NULL)`,
  ];
}

function sortValue(value: Cell): Cursor['value'] {
  if (value === null || value === undefined) return null;
  return typeof value === 'number' ? value : String(value);
}
