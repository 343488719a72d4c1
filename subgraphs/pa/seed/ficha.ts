import type { Fact, FactPlace } from '../../world/facts/fact.js';
import { type Clerk, unrealDay } from '../../world/clerk.js';
import type { Row } from '../../world/tables.js';

const semaforo = { H0: 'VERDE', H1: 'AMARILLO', H2: 'NARANJA', H3: 'ROJO' } as const;

/** The columns with which every Panamanian record ends. */
export function ficha(fact: Fact, entidad: string): Row {
  return {
    entidad,
    semaforo: semaforo[fact.handlingCode],
    nota_manejo: fact.handlingCode === 'H3' ? 'Consultar al fiscal de la causa antes de usar' : null,
    source_grade: fact.sourceReliability,
    info_grade: fact.informationAccuracy,
    created_on: fact.recordedOn,
    updated_on: fact.updatedOn,
    verified_on: fact.verifiedOn,
    expires_on: fact.expiresOn,
  };
}

/** Panama's numbers of its provinces and comarcas by their ISO 3166-2 codes. */
const provincias: Readonly<Record<string, string>> = {
  'PA-1': '01',
  'PA-2': '02',
  'PA-3': '03',
  'PA-4': '04',
  'PA-5': '05',
  'PA-6': '06',
  'PA-7': '07',
  'PA-8': '08',
  'PA-9': '09',
  'PA-10': '13',
  'PA-EM': '11',
  'PA-KY': '10',
  'PA-NB': '12',
  'PA-NT': '14',
};

/** Where something happened; the number of a province that there is not, where the clerk slipped. */
export function lugar({ slips }: Clerk, fact: Fact, { subdivision, municipality, ...at }: FactPlace): Row {
  return {
    provincia: slips(fact, 15) ? '99' : (provincias[subdivision] ?? null),
    distrito: municipality,
    lat: at.latitude,
    lon: at.longitude,
  };
}

/** A day as typed: now and then one that no calendar has. */
export function fecha({ slips }: Clerk, fact: Fact, day: string): string {
  return slips(fact, 8) ? unrealDay(day) : day;
}

/** Kilograms in pounds, as far as the scales of the customs tell. */
export function enLibras(kilograms: number): number {
  return Math.round((kilograms / 0.45359237) * 1e6) / 1e6;
}

/** A weight with its unit: ports from the north weigh in pounds; some unit is none. */
export function peso({ random, slips }: Clerk, fact: Fact, kilograms: number | null): Row {
  if (kilograms === null) return { weight: null, weight_unit: null };
  if (slips(fact, 10)) return { weight: kilograms, weight_unit: 'PQT' };
  return random.chance(0.2)
    ? { weight: enLibras(kilograms), weight_unit: 'LB' }
    : { weight: kilograms, weight_unit: 'KG' };
}

/** Several values in one column. */
export function enLista(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.join('|');
}
