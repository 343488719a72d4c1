import { type Clerk, unrealDay } from '../../world/clerk.js';
import type { Fact, FactPlace } from '../../world/facts/fact.js';
import { dayFirst, type Row } from '../../world/tables.js';
import { provincias } from './provincias.js';

const clasificacion = {
  H0: 'USO POLICIAL',
  H1: 'NO ES PRUEBA',
  H2: 'NO DIFUNDIR',
  H3: 'CONSULTAR',
} as const;

/** The key of a record: what it is, and its number. A key is of one table, since INVOLUCRADOS names records of several. */
export type Prefix = 'A' | 'AC' | 'ID' | 'CU' | 'EM' | 'IN' | 'DM' | 'RU' | 'P' | 'O' | 'RE' | 'LE' | 'CO';

export function clave(prefix: Prefix, number: number): string {
  return `${prefix}${String(number).padStart(7, '0')}`;
}

export function claveONada(prefix: Prefix, number: number | null): string | null {
  return number === null ? null : clave(prefix, number);
}

/** The columns with which every Dominican record ends. */
export function ficha(fact: Fact, dependencia: string): Row {
  return {
    DEPENDENCIA: dependencia,
    CLASIFICACION: clasificacion[fact.handlingCode],
    INSTRUCCIONES: fact.handlingCode === 'H3' ? 'CONSULTAR A LA DNCD ANTES DE USAR' : null,
    FUENTE: fact.sourceReliability,
    EXACTITUD: fact.informationAccuracy,
    F_REGISTRO: dayFirst(fact.recordedOn),
    F_MODIFICA: diaONada(fact.updatedOn),
    F_VERIFICA: diaONada(fact.verifiedOn),
    F_VENCE: diaONada(fact.expiresOn),
  };
}

export function diaONada(day: string | null): string | null {
  return day === null ? null : dayFirst(day);
}

/** A day as typed: now and then one that no calendar has. */
export function fecha({ slips }: Clerk, fact: Fact, day: string): string {
  return dayFirst(slips(fact, 12) ? unrealDay(day) : day);
}

/** Where something happened: the province by its name, sometimes by none that there is. */
export function lugar({ slips }: Clerk, fact: Fact, { subdivision, municipality, ...at }: FactPlace): Row {
  return {
    PROVINCIA: slips(fact, 25) ? 'NO INDICA' : (provincias[subdivision] ?? null),
    MUNICIPIO: municipality.toUpperCase(),
    LATITUD: at.latitude,
    LONGITUD: at.longitude,
  };
}

/** Several values in one column. */
export function enLista(values: readonly string[]): string {
  return values.join('; ');
}

/** What a list gives to columns that are numbered: one row out of one a column. */
export function enColumnas(rows: readonly Row[]): Row {
  return Object.fromEntries(rows.flatMap((row) => Object.entries(row)));
}
