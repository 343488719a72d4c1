import type { CorruptionCaseFact } from '../../world/facts/money.js';
import type {
  AssistanceFact,
  BestPracticeFact,
  ContactFact,
  LawFact,
  ProgrammeFact,
} from '../../world/facts/prevention.js';
import type { Random } from '../../world/random.js';
import type { Row } from '../../world/tables.js';
import { departmentName, entered, placed, typed } from './entry.js';
import { words } from './words.js';

export function corruptionRow(random: Random, one: CorruptionCaseFact): Row {
  return {
    caso: one.number,
    institucion: one.office,
    delito: typed(random, words.offence[one.offence]),
    etapa: typed(random, words.caseStatus[one.status]),
    apertura: one.openedOn,
    norma: one.instrument,
    referencia_fiscal: one.caseNumber,
    ...entered(one),
  };
}

/** What programmes, practices and cooperation have in common. */
function practice({ name, targetGroup, territory, results, documents }: Described): Row {
  return {
    nombre: name,
    poblacion: words.target[targetGroup],
    deptos: territory.map(departmentName).join(', '),
    resultados: results,
    documentos: documents.join(' '),
  };
}

type Described = Pick<ProgrammeFact, 'name' | 'targetGroup' | 'territory' | 'results' | 'documents'>;

export function programmeRow(random: Random, programme: ProgrammeFact): Row {
  return {
    programa: programme.number,
    ...practice(programme),
    tipo: words.programme[programme.kind],
    ...placed(random, programme.place),
    inicio: programme.startedOn,
    fin: programme.endedOn,
    participantes: programme.participantsCount,
    ...entered(programme),
  };
}

export function bestPracticeRow(one: BestPracticeFact): Row {
  return {
    practica: one.number,
    ...practice(one),
    tipo: words.programme[one.kind],
    publicada: one.publishedOn,
    ...entered(one),
  };
}

export function assistanceRow(one: AssistanceFact): Row {
  return {
    cooperacion: one.number,
    ...practice(one),
    tipo: words.assistance[one.kind],
    sentido: words.direction[one.direction],
    inicio: one.from,
    fin: one.until,
    ...entered(one),
  };
}

export function lawRow(law: LawFact): Row {
  return {
    ley: law.number,
    titulo: law.title,
    decreto: law.lawNumber,
    materia: words.subject[law.subject],
    estado: words.legalStatus[law.status],
    vigencia: law.inForceOn,
    resumen: law.text,
    ...entered(law),
  };
}

export function contactRow(contact: ContactFact): Row {
  return {
    contacto: contact.number,
    oficina: contact.organization,
    tema: words.desk[contact.domain],
    horario: contact.hours,
    idiomas: contact.languages.join(', '),
    telefono: contact.phone,
    correo: contact.email,
    ...entered(contact),
  };
}
