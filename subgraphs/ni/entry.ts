import type { Fact, FactPlace } from '../world/facts/fact.js';
import type { Random } from '../world/random.js';
import { compactDay, counted, type Row } from '../world/tables.js';
import { codeLists, lettersOf } from './code-lists.js';

/** The prefix of a table's keys: AF-000123. */
export type Prefix = 'AF' | 'OC' | 'PT' | 'PV' | 'AD' | 'ID' | 'RT' | 'VH' | 'PG' | 'BP' | 'LY' | 'CT';

/** The stories of the demo stand first: they are typed without a fault. */
const firstFaulty = 40;

/** Whether this is one of the few records in which a clerk's hand slipped. */
export function slips(random: Random, { number }: Fact, probability: number): boolean {
  return random.chance(probability) && number >= firstFaulty;
}

export function keyOf(prefix: Prefix, number: number): string;
export function keyOf(prefix: Prefix, number: number | null): string | null;
export function keyOf(prefix: Prefix, number: number | null): string | null {
  return number === null ? null : `${prefix}-${String(number).padStart(6, '0')}`;
}

/** What every table keeps of a record besides the thing itself. */
export function entryOf(random: Random, fact: Fact, units: readonly string[]): Row {
  return {
    unidad: random.pick(units),
    nivel: codeLists.nivel[fact.handlingCode],
    indicacion: fact.handlingCode === 'H3' ? 'Pedir autorización a la Jefatura' : null,
    // Z9: not evaluated under any rule
    evaluacion: slips(random, fact, 0.02)
      ? 'Z9'
      : `${fact.sourceReliability}${String(fact.informationAccuracy)}`,
    alta: slips(random, fact, 0.004) ? '00000000' : day(fact.recordedOn),
    modificado: day(fact.updatedOn),
    caduca: day(fact.expiresOn),
  };
}

/** AAAAMMDD. */
export function day(text: string): string;
export function day(text: string | null): string | null;
export function day(text: string | null): string | null {
  return text === null ? null : compactDay(text.slice(0, 10));
}

/** A department by its name in capitals; some still write the department that was divided in 1987. */
export function located(random: Random, fact: Fact, { subdivision, municipality }: FactPlace): Row {
  const zelaya = slips(random, fact, 0.1) && /^NI-A[NS]$/u.test(subdivision);
  return { depto: zelaya ? 'ZELAYA' : lettersOf(codeLists.depto, subdivision), municipio: municipality };
}

/** A country by its three letters. */
export function country(iso: string | null): string | null {
  return iso === null ? null : lettersOf(codeLists.pais, iso);
}

/** Several answers in one box; null where there is none. */
export function inOneBox(texts: readonly (string | null)[]): string | null {
  return texts.length === 0 ? null : texts.join(';');
}

/** Rows that have no key of their own, counted. */
export function numberRows(rows: Iterable<Row>): Iterable<Row> {
  return counted('renglon', rows);
}
