import type { ContactFact, LawFact } from '../../world/facts/prevention.js';
import type { Random } from '../../world/random.js';
import { dayFirst, type Row } from '../../world/tables.js';
import { codeOf, lists } from './code-lists.js';
import { registered } from './codes.js';

export function lawRow(random: Random, law: LawFact): Row {
  return {
    id_ley: law.number,
    titulo: law.title,
    numero: law.lawNumber,
    cod_materia: codeOf(lists.subject, law.subject),
    cod_estado: codeOf(lists.legalStatus, law.status),
    fec_vigencia: law.inForceOn === null ? '' : dayFirst(law.inForceOn),
    resumen: law.text,
    ...registered(random, law),
  };
}

export function contactRow(random: Random, contact: ContactFact): Row {
  return {
    id_contacto: contact.number,
    dependencia: contact.organization,
    cod_tema: codeOf(lists.desk, contact.domain),
    horario: contact.hours,
    idiomas: contact.languages.join('/'),
    telefono: contact.phone,
    correo: contact.email,
    ...registered(random, contact),
  };
}
