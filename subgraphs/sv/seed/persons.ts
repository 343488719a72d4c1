import type { FirearmSeizureFact } from '../../world/facts/firearms.js';
import type { PersonFact } from '../../world/facts/organizations.js';
import type { Random } from '../../world/random.js';
import type { Row } from '../../world/tables.js';
import { entered } from './entry.js';

/** Nationality as the form prints it. */
const nationalities: Readonly<Record<string, string>> = {
  BZ: 'BELICEÑA',
  CR: 'COSTARRICENSE',
  DO: 'DOMINICANA',
  GT: 'GUATEMALTECA',
  HN: 'HONDUREÑA',
  NI: 'NICARAGÜENSE',
  PA: 'PANAMEÑA',
  SV: 'SALVADOREÑA',
  US: 'ESTADOUNIDENSE',
};

export function personRow(random: Random, person: PersonFact): Row {
  return {
    id: person.number,
    nombre: person.name.toUpperCase(),
    apodos: person.aliases.join(','),
    nacimiento: person.birthDate,
    genero: person.sex === 'FEMALE' ? 'Femenino' : 'Masculino',
    nacionalidad: nationalities[person.nationality] ?? 'OTRA',
    dui: person.nationalIdentification,
    pasaporte: person.passport ?? random.pick(['', null]),
    senas: person.physicalFeatures,
    menor: person.isMinor === null ? null : person.isMinor ? 'SI' : 'NO',
    detenido_el: person.metOn,
    ...entered(person),
  };
}

/** Who was detained in which event. */
export function detentionRows({ number, persons }: FirearmSeizureFact): readonly Row[] {
  return persons.map((person) => ({ acta: number, id: person }));
}
