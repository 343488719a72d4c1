import type { PersonFact } from '../../world/facts/organizations.js';
import type { Random } from '../../world/random.js';
import { dayFirst, type Row } from '../../world/tables.js';
import { countryCode, registered } from './codes.js';

/** A person of the register. Where only the year of birth is known, day and month are zeros; the form has no other way. */
export function personRow(random: Random, person: PersonFact): Row {
  const { birthDate } = person;
  return {
    id_persona: person.number,
    nombre_completo: person.name,
    alias: person.aliases.join('; '),
    fec_nacimiento:
      birthDate === null ? null : birthDate.length === 4 ? `00/00/${birthDate}` : dayFirst(birthDate),
    sexo: person.sex === 'FEMALE' ? 'F' : 'M',
    cod_pais: countryCode(person.nationality),
    dpi: person.nationalIdentification,
    pasaporte: person.passport,
    senas: person.physicalFeatures,
    menor: person.isMinor === null ? null : person.isMinor ? 'S' : 'N',
    fec_hecho: dayFirst(person.metOn),
    ...registered(random, person),
  };
}
