import type { BestPracticeFact, ContactFact, LawFact, ProgrammeFact } from '../world/facts/prevention.js';
import type { StateFacts } from '../world/facts/state-facts.js';
import type { Random } from '../world/random.js';
import { type Row, rowsOf, type TableRows } from '../world/tables.js';
import { codeLists, lettersOf } from './code-lists.js';
import { day, entryOf, inOneBox, keyOf, located } from './entry.js';

const units = ['Dirección de Asuntos Juveniles', 'Comisaría de la Mujer'];

/** Programmes, practices, laws and people to call. */
export function preventionTables(
  random: Random,
  { programmes, bestPractices, laws, contacts }: StateFacts,
): TableRows {
  return new Map<string, Iterable<Row>>([
    ['programas', rowsOf(programmes, (programme) => programmeRow(random, programme))],
    ['practicas', rowsOf(bestPractices, (practice) => practiceRow(random, practice))],
    ['leyes', rowsOf(laws, (law) => lawRow(random, law))],
    ['contactos', rowsOf(contacts, (contact) => contactRow(random, contact))],
  ]);
}

function programmeRow(random: Random, programme: ProgrammeFact): Row {
  return {
    programa: keyOf('PG', programme.number),
    nombre: programme.name,
    tipo: codeLists.tipo_programa[programme.kind],
    grupo: codeLists.grupo[programme.targetGroup],
    deptos: departments(programme.territory),
    ...located(random, programme, programme.place),
    inicio: day(programme.startedOn),
    fin: day(programme.endedOn),
    participantes: programme.participantsCount,
    resultados: programme.results,
    documentos: inOneBox(programme.documents),
    ...entryOf(random, programme, units),
  };
}

function practiceRow(random: Random, practice: BestPracticeFact): Row {
  return {
    practica: keyOf('BP', practice.number),
    nombre: practice.name,
    tipo: codeLists.tipo_programa[practice.kind],
    grupo: codeLists.grupo[practice.targetGroup],
    deptos: departments(practice.territory),
    publicada: day(practice.publishedOn),
    resultados: practice.results,
    documentos: inOneBox(practice.documents),
    ...entryOf(random, practice, units),
  };
}

function departments(territory: readonly string[]): string | null {
  return inOneBox(territory.map((subdivision) => lettersOf(codeLists.depto, subdivision)));
}

function lawRow(random: Random, law: LawFact): Row {
  return {
    ley: keyOf('LY', law.number),
    titulo: law.title,
    numero: law.lawNumber,
    materia: codeLists.materia[law.subject],
    estado: codeLists.estado_ley[law.status],
    vigencia: day(law.inForceOn),
    texto: law.text,
    ...entryOf(random, law, ['Asamblea Nacional']),
  };
}

function contactRow(random: Random, contact: ContactFact): Row {
  return {
    contacto: keyOf('CT', contact.number),
    institucion: contact.organization,
    tema: codeLists.tema[contact.domain],
    horario: contact.hours,
    idiomas: inOneBox(contact.languages),
    telefono: contact.phone,
    correo: contact.email,
    ...entryOf(random, contact, ['Dirección de Relaciones Internacionales']),
  };
}
