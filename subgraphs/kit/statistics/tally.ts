import { type GraphQLObjectType, isObjectType } from 'graphql';
import { sql } from 'kysely';
import { isObjectField, type RecordMapping } from '../mapping/mapping.js';
import type { RawRow } from '../records/cell.js';
import { mappedValue, type MappedValue, own } from '../records/record-shape.js';
import { prepare, type Source } from '../records/source.js';
import { all, type Expression } from '../records/sql-text.js';
import { kindOf, valueExpression } from '../records/value.js';
import type { Tally } from './level.js';
import type { Dimension, Subject } from './subjects.js';

/** Counts the rows of a subject in a year, in one statement; none where the State does not map the record or its date. */
export async function readTallies(source: Source, subject: Subject, year: number): Promise<readonly Tally[]> {
  const mapping = source.mapping.records[subject.record];
  const type = source.schema.getType(subject.record);
  if (mapping === undefined || !isObjectType(type)) return [];
  const date = mappedValue(mapping, type, subject.date);
  if (date === undefined) return [];
  const { dialect, db } = source.database;
  const express = ({ form, type: of }: MappedValue): Expression =>
    valueExpression(form, kindOf(of), own, dialect);
  const { from, visible } = prepare(source, {
    record: subject.record,
    fields: [],
    opens: [{ where: undefined, returns: true }],
  });
  const columns = dimensionsOf(subject, mapping, type).map(
    ([dimension, value]) => [dimension, express(value)] as const,
  );
  const weight = subject.weight === undefined ? undefined : mappedValue(mapping, type, subject.weight);
  const named = columns.map(([, expression], n) => sql`${expression} AS ${sql.id(`d${String(n)}`)}`);
  const names = ['m', ...columns.map((_, n) => `d${String(n)}`)].map((name) => sql.id(name));
  const { rows } = await sql<RawRow>`
    SELECT ${sql.join(names)}, COUNT(*) AS n, SUM(w) AS w FROM (
      SELECT ${sql.join([sql`SUBSTR(${express(date)}, 1, 7) AS m`, ...named, sql`${weight ? express(weight) : sql`NULL`} AS w`])}
      FROM ${from} WHERE ${all([visible, sql`SUBSTR(${express(date)}, 1, 4) = ${String(year)}`])}
    ) AS counted GROUP BY ${sql.join(names)}`.execute(db);
  return rows.map((row) => ({
    at: {
      MONTH: textOf(row['m']),
      ...Object.fromEntries(columns.map(([dimension], n) => [dimension, textOf(row[`d${String(n)}`])])),
    },
    count: Number(row['n']),
    kilograms: row['w'] === null || row['w'] === undefined ? null : Number(row['w']),
  }));
}

/** The dimensions that the State can tell of a subject, besides the month. */
export function dimensionsOf(
  { placed, substance, calibre, origin }: Subject,
  mapping: RecordMapping,
  type: GraphQLObjectType,
): readonly (readonly [Dimension, MappedValue])[] {
  const field = (name: string | undefined): MappedValue | undefined =>
    name === undefined ? undefined : mappedValue(mapping, type, name);
  const found = [
    ['SUBDIVISION', placed ? subdivisionIn(mapping, type) : undefined],
    ['SUBSTANCE_OR_CALIBRE', field(substance ?? calibre)],
    ['ORIGIN', field(origin)],
  ] as const;
  return found.flatMap(([dimension, value]) => (value === undefined ? [] : [[dimension, value] as const]));
}

function subdivisionIn(mapping: RecordMapping, type: GraphQLObjectType): MappedValue | undefined {
  const form = mapping.fields['place'];
  const place = type.getFields()['place']?.type;
  return form !== undefined && isObjectField(form) && isObjectType(place)
    ? mappedValue(form, place, 'subdivision')
    : undefined;
}

function textOf(value: RawRow[string]): string | null {
  return value === null || value === undefined ? null : String(value).trim();
}
