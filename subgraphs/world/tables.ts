import type { HandlingCode } from '../../schema/types.js';

/** A value as a national database keeps it. */
export type Cell = string | number | null;

export type Row = Readonly<Record<string, Cell>>;

/** Table → its rows, in the order in which they can be inserted. Rows may be made while they are read. */
export type TableRows = ReadonlyMap<string, Iterable<Row>>;

/** 2023-06-14 as 14/06/2023. */
export function dayFirst(day: string): string {
  const [year, month, date] = day.split('-');
  return `${date ?? ''}/${month ?? ''}/${year ?? ''}`;
}

/** 2023-06-14 as 06/14/2023. */
export function monthFirst(day: string): string {
  const [year, month, date] = day.split('-');
  return `${month ?? ''}/${date ?? ''}/${year ?? ''}`;
}

/** 2023-06-14 as 20230614. */
export function compactDay(day: string): string {
  return day.replaceAll('-', '');
}

/** H2 as 2. */
export function handlingNumber(code: HandlingCode): number {
  return Number(code.slice(1));
}

/** A row of each thing, made while it is read: a State's rows are never all held. To be read once. */
export function* rowsOf<T>(things: Iterable<T>, make: (thing: T) => Row): Iterable<Row> {
  for (const thing of things) yield make(thing);
}

/** Some rows of each thing, made while they are read. To be read once. */
export function* allRowsOf<T>(things: Iterable<T>, make: (thing: T) => readonly Row[]): Iterable<Row> {
  for (const thing of things) yield* make(thing);
}

/** The rows of one, then those of the other. */
export function* chained(one: Iterable<Row>, other: Iterable<Row>): Iterable<Row> {
  yield* one;
  yield* other;
}

/** Rows counted from 1 in a key of their own. */
export function* counted(key: string, rows: Iterable<Row>): Iterable<Row> {
  let number = 0;
  for (const row of rows) yield { [key]: (number += 1), ...row };
}

/** Makes rows for what making them brings about. */
export function exhaust(rows: Iterable<Row>): void {
  const iterator = rows[Symbol.iterator]();
  while (iterator.next().done !== true);
}
