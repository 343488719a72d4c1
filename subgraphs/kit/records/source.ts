import type { RawRow } from './cell.js';
import { type GraphQLObjectType, type GraphQLSchema, isObjectType } from 'graphql';
import { sql } from 'kysely';
import type { Clock } from '../../../common/clock.js';
import { formatRecordId } from '../../../common/record-id.js';
import type { Condition, FieldCondition } from '../../../policy/agreement.js';
import type { OpenedAges } from '../../../policy/minors.js';
import type { Database, Dialect } from '../database/open.js';
import type { DatabaseShape } from '../database/shape.js';
import { isReferenceField, type Mapping, type RecordMapping } from '../mapping/mapping.js';
import { agesSql } from './age-sql.js';
import { conditionSql, type ReachedRows, referredSql, type Rows } from './condition-sql.js';
import { noteOf, type QualityNote, writtenParts } from './quality.js';
import { fieldColumns, fromClause, own, readField, type Selected } from './record-shape.js';
import { all, any, asBit, asText, columnOf, type Expression, never } from './sql-text.js';

/** A State's database, seen through its mapping. */
export interface Source {
  readonly database: Database;
  readonly shape: DatabaseShape;
  readonly mapping: Mapping;
  readonly schema: GraphQLSchema;
  readonly clock: Clock;
}

/** What a statement over one record type reads. */
export interface ReadPlan {
  readonly record: string;
  /** Fields of the record; those that hang on other tables are read apart. */
  readonly fields: readonly string[];
  /** For each grant the rows that it opens: undefined for all. */
  readonly opens: readonly Opening[];
}

export interface Opening {
  readonly where: Condition | undefined;
  /** Whether a row may be returned under it, and not only shown more of. */
  readonly returns: boolean;
  /** Of persons, where they are found or sorted by what identifies them: of which ages they may be returned; else all. */
  readonly ages?: OpenedAges;
  /** Where the records are found by the person that they refer to: the ages are that person's. */
  readonly through?: Through;
}

/** A reference, and what is asked of the record that it leads to. */
export interface Through {
  readonly field: string;
  readonly wanted: FieldCondition | Condition;
}

/** A row in the terms of the shared language. */
export interface Row {
  readonly key: string;
  readonly id: string;
  /** For each opening of the plan whether it holds. */
  readonly opened: readonly boolean[];
  readonly values: Readonly<Record<string, unknown>>;
  /** What does not fit, of the fields read; empty where `quality` is not read. */
  readonly notes: readonly QualityNote[];
}

/** A plan made ready: the parts of its statements. */
export interface Prepared {
  readonly rows: Rows;
  readonly dialect: Dialect;
  readonly select: Expression;
  readonly from: Expression;
  /** Rows that may be returned at all: opened, and not expired. */
  readonly visible: Expression;
  readonly key: Expression;
  readonly keyText: Expression;
  readonly numericKey: boolean;
  readonly read: (row: RawRow) => Row;
}

/** @throws Error where the record has no mapping: what is not offered is never read */
export function prepare(source: Source, { record, fields, opens }: ReadPlan): Prepared {
  const mapping = source.mapping.records[record];
  const type = source.schema.getType(record);
  if (mapping === undefined || !isObjectType(type)) throw new Error(`${record} is not mapped`);
  const { dialect } = source.database;
  const rows = rowsOf(source, mapping, type);
  const key = columnOf(own, mapping.key);
  const keyText = asText(key, dialect);
  const columns = fields.map((field) => [field, fieldColumns(mapping, type, field, dialect)] as const);
  const written = fields.includes('quality') ? writtenParts(mapping, type, fields, dialect) : [];
  const wheres = distinctWheres(opens);
  const conditions = wheres.distinct.map((where) => conditionSql(rows, where));
  const returning = distinctReturning(opens).map((opening) =>
    all([conditionSql(rows, opening.where), ...ofAges(rows, opening)]),
  );
  const today = todayOf(source);
  return {
    rows,
    dialect,
    select: sql.join([
      sql`${keyText} AS ${sql.id('_key')}`,
      ...conditions.map(
        (condition, position) => sql`${asBit(condition)} AS ${sql.id(`_open${String(position)}`)}`,
      ),
      ...columns.flatMap(([, selected]) => selected.map(selectedAs)),
      ...written.map(({ raw }) => selectedAs(raw)),
    ]),
    from: fromClause(mapping.table, mapping.joins, own),
    visible: all([any(returning), ...notExpired(rows, today)]),
    key,
    keyText,
    numericKey: source.shape.get(mapping.table)?.get(mapping.key)?.numeric === true,
    read: (row) => {
      const rowKey = String(row['_key']);
      const holds = conditions.map((_, index) => Number(row[`_open${String(index)}`]) === 1);
      const values = columns.map(([field, selected]) => {
        const form = mapping.fields[field];
        return [field, form === undefined ? null : readField(row, form, field, selected)] as const;
      });
      return {
        key: rowKey,
        id: formatRecordId({ state: source.mapping.state, type: record, key: rowKey }),
        opened: wheres.of.map((index) => holds[index] === true),
        values: Object.fromEntries(values),
        notes: written.flatMap((part) =>
          noteOf(
            part,
            row[part.raw.alias],
            columns
              .flatMap(([, selected]) => selected)
              .find(({ alias }) => alias === part.path)
              ?.read(row[part.path]) ?? null,
          ),
        ),
      };
    },
  };
}

/** Conditions that many grants share are put to the database once. @returns them, and for each opening which is its own */
function distinctWheres(opens: readonly Opening[]) {
  const texts = opens.map(({ where }) => JSON.stringify(where ?? {}));
  const distinct = [...new Set(texts)];
  return {
    distinct: distinct.map((text) => opens[texts.indexOf(text)]?.where),
    of: texts.map((text) => distinct.indexOf(text)),
  };
}

function rowsOf(source: Source, mapping: RecordMapping, type: GraphQLObjectType): Rows {
  const { state, records } = source.mapping;
  const reach = (record: string): ReachedRows | undefined => {
    const reached = records[record];
    const reachedType = source.schema.getType(record);
    if (reached === undefined || !isObjectType(reachedType)) return undefined;
    const rows = rowsOf(source, reached, reachedType);
    const key = asText(columnOf(own, reached.key), rows.dialect);
    const from = fromClause(reached.table, reached.joins, own);
    return {
      rows,
      keysWhere: (condition) =>
        sql`SELECT ${key} FROM ${from} WHERE ${all([condition, ...notExpired(rows, todayOf(source))])}`,
    };
  };
  return { state, mapping, type, dialect: source.database.dialect, reach };
}

/** Of persons, or of records of persons, those whose ages an opening opens. */
function ofAges(rows: Rows, { ages, through }: Opening): readonly Expression[] {
  if (through === undefined) return agesSql(rows, ages);
  const form = rows.mapping.fields[through.field];
  if (form === undefined || !isReferenceField(form)) return [never];
  return [referredSql(rows, form, through.wanted, (reached) => agesSql(reached, ages))];
}

function distinctReturning(opens: readonly Opening[]): readonly Opening[] {
  const returning = opens.filter(({ returns }) => returns);
  const name = ({ where = {}, ages, through }: Opening): string => JSON.stringify([where, ages, through]);
  return [...new Map(returning.map((one) => [name(one), one])).values()];
}

export function selectedAs({ alias, expression }: Selected): Expression {
  return sql`${expression} AS ${sql.id(alias)}`;
}

function todayOf({ clock }: Source): string {
  return new Date(clock()).toISOString().slice(0, 10);
}

/** Expired records are not served. */
function notExpired(rows: Rows, today: string): readonly Expression[] {
  if (rows.mapping.fields['expiresOn'] === undefined) return [];
  const expired = conditionSql(rows, { expiresOn: { lte: today } });
  const onLastDay = conditionSql(rows, { expiresOn: { eq: today } });
  return [sql`(${asBit(expired)} = 0 OR ${asBit(onLastDay)} = 1)`];
}

/** Keys that can be keys of this table at all: a number's column is not asked for a word. */
export function possibleKeys(keys: readonly string[], numeric: boolean): readonly string[] {
  return numeric ? keys.filter((key) => /^\d{1,18}$/u.test(key)) : keys;
}
