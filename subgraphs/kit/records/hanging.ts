import { sql } from 'kysely';
import type { ForeignField, LinkField } from '../mapping/mapping.js';
import { fromClause, own } from './record-shape.js';
import { possibleKeys, type Prepared, type Source } from './source.js';
import { columnOf, type Expression, never } from './sql-text.js';

/** The record on which a list hangs, and how. */
export interface Owner {
  /** `Gang.incidents` */
  readonly field: string;
  readonly form: ForeignField | LinkField;
  readonly key: string;
}

/** Rows that hang on one record: they name it themselves, or a table between the two does. */
export function hangsOn(source: Source, { key }: Prepared, { form, key: owner }: Owner): Expression {
  const [table = '', column] =
    'link' in form
      ? [form.link.table, form.link.ours]
      : [source.mapping.records[form.references]?.table, form.foreign];
  const numeric = source.shape.get(table)?.get(column)?.numeric === true;
  const [possible] = possibleKeys([owner], numeric);
  if (possible === undefined) return never;
  if (!('link' in form)) return sql`${columnOf(own, column)} = ${possible}`;
  const between = 'l';
  return sql`${key} IN (
    SELECT ${columnOf(between, form.link.theirs)} FROM ${fromClause(table, {}, between)}
    WHERE ${columnOf(between, column)} = ${possible})`;
}
