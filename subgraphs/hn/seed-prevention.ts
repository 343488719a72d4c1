import type { AssistanceFact, ContactFact, LawFact, ProgrammeFact } from '../world/facts/prevention.js';
import type { StateFacts } from '../world/facts/state-facts.js';
import { type Row, rowsOf, type TableRows } from '../world/tables.js';
import type { CodeBooks } from './code-book.js';
import { codeOf } from './code-list.js';
import { codeLists } from './code-lists.js';
import { day, fichaOf } from './fichas.js';
import { numberRows, pairs } from './rows.js';

/** Programmes, technical assistance, laws and people to call. */
export function preventionTables(
  books: CodeBooks,
  { programmes, assistance, laws, contacts }: StateFacts,
): TableRows {
  return new Map<string, Iterable<Row>>([
    ['programa', rowsOf(programmes, (programme) => programmeRow(books, programme))],
    [
      'programa_division',
      pairs(programmes, 'id_programa', 'cod_division', ({ territory }) => books.divisions.codes(territory)),
    ],
    [
      'programa_documento',
      numberRows(
        'id_documento',
        pairs(programmes, 'id_programa', 'enlace', ({ documents }) => documents),
      ),
    ],
    ['asistencia', rowsOf(assistance, assistanceRow)],
    [
      'asistencia_division',
      pairs(assistance, 'id_asistencia', 'cod_division', ({ territory }) => books.divisions.codes(territory)),
    ],
    [
      'asistencia_documento',
      numberRows(
        'id_documento',
        pairs(assistance, 'id_asistencia', 'enlace', ({ documents }) => documents),
      ),
    ],
    ['norma', rowsOf(laws, lawRow)],
    ['enlace', rowsOf(contacts, contactRow)],
    ['enlace_idioma', pairs(contacts, 'id_enlace', 'idioma', ({ languages }) => languages)],
  ]);
}

function programmeRow(books: CodeBooks, programme: ProgrammeFact): Row {
  return {
    id_programa: programme.number,
    num_ficha: fichaOf('programa', programme),
    nombre: programme.name,
    cod_tipo: codeOf(codeLists.tipo_programa, programme.kind),
    cod_poblacion: codeOf(codeLists.poblacion, programme.targetGroup),
    cod_localidad: books.localities.code(programme.place),
    fec_inicio: day(programme.startedOn),
    fec_fin: day(programme.endedOn),
    participantes: programme.participantsCount,
    resultados: programme.results,
  };
}

function assistanceRow(assistance: AssistanceFact): Row {
  return {
    id_asistencia: assistance.number,
    num_ficha: fichaOf('asistencia', assistance),
    nombre: assistance.name,
    cod_tipo: codeOf(codeLists.tipo_asistencia, assistance.kind),
    cod_sentido: codeOf(codeLists.sentido, assistance.direction),
    cod_poblacion: codeOf(codeLists.poblacion, assistance.targetGroup),
    fec_desde: day(assistance.from),
    fec_hasta: day(assistance.until),
    resultados: assistance.results,
  };
}

function lawRow(law: LawFact): Row {
  return {
    id_norma: law.number,
    num_ficha: fichaOf('norma', law),
    titulo: law.title,
    numero: law.lawNumber,
    cod_materia: codeOf(codeLists.materia, law.subject),
    cod_estado: codeOf(codeLists.estado_norma, law.status),
    fec_vigencia: day(law.inForceOn),
    texto: law.text,
  };
}

function contactRow(contact: ContactFact): Row {
  return {
    id_enlace: contact.number,
    num_ficha: fichaOf('enlace', contact),
    institucion: contact.organization,
    cod_ambito: codeOf(codeLists.ambito, contact.domain),
    horario: contact.hours,
    telefono: contact.phone,
    correo: contact.email,
  };
}
