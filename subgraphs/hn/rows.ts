import type { Fact, FactPlace } from '../world/facts/fact.js';
import { allRowsOf, counted, type Row } from '../world/tables.js';
import type { CodeBooks } from './code-book.js';

/** Where something happened, as the tables with coordinates keep it. */
export function located(books: CodeBooks, place: FactPlace): Row {
  return {
    cod_localidad: books.localities.code(place),
    latitud: place.latitude,
    longitud: place.longitude,
  };
}

/** Rows that have no number of their own, counted. */
export function numberRows(key: string, rows: Iterable<Row>): Iterable<Row> {
  return counted(key, rows);
}

/** The rows of a table of pairs: a fact's number, and each of what belongs to it, once. */
export function pairs<F extends Fact>(
  facts: readonly F[],
  ours: string,
  theirs: string,
  of: (fact: F) => readonly (string | number)[],
): Iterable<Row> {
  return allRowsOf(facts, (fact) =>
    [...new Set(of(fact))].map((value) => ({ [ours]: fact.number, [theirs]: value })),
  );
}
