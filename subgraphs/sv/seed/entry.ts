import type { Fact, FactPlace } from '../../world/facts/fact.js';
import { departmentsOf } from '../../world/reference.js';
import type { Random } from '../../world/random.js';
import type { Row } from '../../world/tables.js';

/** El Salvador's departments: ISO 3166-2 code → name. */
const departments = new Map(departmentsOf('SV').map(({ code, name }) => [code, name]));

export function departmentName(subdivision: string): string | null {
  return departments.get(subdivision) ?? null;
}

/** Where it happened, as it was typed: a department that few can read now and then. */
export function placed(random: Random, { subdivision, municipality }: FactPlace, story = false): Row {
  const name = departmentName(subdivision);
  return {
    depto: !story && random.chance(0.01) ? 'S. Salv.' : name,
    municipio: municipality,
  };
}

/** The columns with which every table ends. */
export function entered(fact: Fact): Row {
  return {
    ingreso: fact.recordedOn,
    modificado: fact.updatedOn,
    vence: fact.expiresOn,
    manejo: fact.handlingCode,
    fuente: fact.sourceReliability,
  };
}

/** A word as some write it: mostly as the form prints it, now and then in capitals or with a slip. */
export function typed(random: Random, word: string, story = false): string {
  if (story || random.chance(0.9)) return word;
  return random.chance(0.9) ? word.toUpperCase() : `${word}?`;
}
