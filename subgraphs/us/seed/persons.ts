import type { PersonFact } from '../../world/facts/organizations.js';
import { monthFirst, type Row } from '../../world/tables.js';
import { entered } from './codes.js';

/** A subject of the index: whoever bought a firearm, and whom the police of other States named. */
export function subjectRow(person: PersonFact): Row {
  const { birthDate } = person;
  return {
    purchaser_id: person.number,
    full_name: person.name,
    also_known_as: person.aliases.join('|'),
    // of some only the year is known; the form takes it as it comes
    date_of_birth: birthDate === null || birthDate.length === 4 ? birthDate : monthFirst(birthDate),
    sex: person.sex === 'FEMALE' ? 'F' : 'M',
    citizenship: person.nationality,
    licence_no: person.nationalIdentification,
    passport_no: person.passport,
    scars_marks: person.physicalFeatures,
    juvenile: person.isMinor === null ? null : person.isMinor ? 'Y' : 'N',
    ...entered(person),
  };
}
