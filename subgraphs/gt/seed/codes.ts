import { models } from '../../world/catalogue.js';
import type { Fact, FactPlace } from '../../world/facts/fact.js';
import type { Random } from '../../world/random.js';
import { dayFirst, handlingNumber, type Row } from '../../world/tables.js';

/** Guatemala's own catalogues: a number a value, counted from 1. */
export const makes = [...new Set(models.map(({ make }) => make))].sort();
export const calibres = [...new Set(models.map(({ calibre }) => calibre))].sort();
export const kinds = ['PISTOL', 'REVOLVER', 'RIFLE', 'SHOTGUN', 'SUBMACHINE_GUN'] as const;

export const countries: readonly (readonly [iso: string, name: string])[] = [
  ['AT', 'Austria'],
  ['BE', 'Bélgica'],
  ['BR', 'Brasil'],
  ['CN', 'China'],
  ['CZ', 'República Checa'],
  ['GT', 'Guatemala'],
  ['IL', 'Israel'],
  ['IT', 'Italia'],
  ['RO', 'Rumania'],
  ['US', 'Estados Unidos'],
  ['BZ', 'Belice'],
  ['CO', 'Colombia'],
  ['CR', 'Costa Rica'],
  ['DE', 'Alemania'],
  ['DO', 'República Dominicana'],
  ['EC', 'Ecuador'],
  ['ES', 'España'],
  ['HN', 'Honduras'],
  ['IN', 'India'],
  ['JM', 'Jamaica'],
  ['MX', 'México'],
  ['NI', 'Nicaragua'],
  ['PA', 'Panamá'],
  ['PE', 'Perú'],
  ['SV', 'El Salvador'],
  ['VE', 'Venezuela'],
  ['BO', 'Bolivia'],
];

export function countryCode(iso: string | null): number | null {
  const index = countries.findIndex(([code]) => code === iso);
  return index < 0 ? null : index + 1;
}

/** GT-05 is the fifth department. */
export function departmentNumber({ subdivision }: FactPlace): number | null {
  return subdivision.startsWith('GT-') ? Number(subdivision.slice(3)) : null;
}

/** Some clerks leave the form empty, most leave the box alone. */
const neverChanged = [null, null, null, null, null, null, null, null, null, ''] as const;

/** The columns that every table of the register ends with. A few days are such as no calendar has: years of typing leave them. */
export function registered(random: Random, fact: Fact): Row {
  return {
    fec_registro: random.chance(0.005) ? '31/02/2011' : dayFirst(fact.recordedOn),
    fec_actualizacion: fact.updatedOn === null ? random.pick(neverChanged) : dayFirst(fact.updatedOn),
    fec_vence: fact.expiresOn === null ? null : dayFirst(fact.expiresOn),
    cod_manejo: handlingNumber(fact.handlingCode),
    instrucciones: fact.handlingCode === 'H3' ? 'Consultar a la fiscalía antes de usar' : null,
    fuente: fact.sourceReliability,
    exactitud: fact.informationAccuracy,
  };
}
