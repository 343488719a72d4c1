import type { Fact } from '../world/facts/fact.js';
import type { Random } from '../world/random.js';
import { dayFirst, type Row } from '../world/tables.js';
import type { CodeBooks } from './code-book.js';
import { codeOf } from './code-list.js';
import { codeLists } from './code-lists.js';

const policia = 'Dirección Policial de Investigaciones';
const antidrogas = 'Dirección Nacional Policial Antidrogas';
const antimaras = 'Dirección Policial Antimaras y Pandillas Contra el Crimen Organizado';
const registro = 'Registro Nacional de Armas de Fuego';
const atic = 'Agencia Técnica de Investigación Criminal';
const defensa = 'Secretaría de Defensa Nacional';
const prevencion = 'Secretaría de Seguridad, Unidad de Prevención';

/** Tables with a ficha: the last two digits of its number, and who enters them. */
const kinds = {
  arma: [1, [registro, policia, atic]],
  decomiso: [2, [policia, 'Policía Militar del Orden Público']],
  rastreo: [3, [atic]],
  licencia: [4, [defensa]],
  arsenal: [5, [defensa, registro]],
  destruccion: [6, ['Ministerio Público', defensa]],
  incautacion: [7, [antidrogas, 'Fuerza Naval', 'Ministerio Público']],
  cultivo: [8, [antidrogas]],
  laboratorio: [9, [antidrogas, atic]],
  ruta: [10, [antidrogas]],
  medio_transporte: [11, [policia, antidrogas]],
  persona: [12, [policia, atic]],
  organizacion: [13, [atic]],
  mara: [14, [antimaras]],
  vinculo: [15, [antimaras]],
  hecho: [16, [antimaras, policia]],
  desplazamiento: [17, [antimaras, 'Instituto Nacional de Migración']],
  programa: [18, [prevencion]],
  asistencia: [19, [prevencion]],
  norma: [20, ['Poder Judicial']],
  enlace: [21, [policia]],
} as const satisfies Readonly<Record<string, readonly [digits: number, organizations: readonly string[]]>>;

export type FichaKind = keyof typeof kinds;

/** The stories of the demo stand first: they are typed without a fault. */
const firstFaulty = 40;

/** Whether this is one of the few records in which a clerk's hand slipped. */
export function slips(random: Random, { number }: Fact, probability: number): boolean {
  return random.chance(probability) && number >= firstFaulty;
}

/** The number of a record's ficha. */
export function fichaOf(kind: FichaKind, { number }: Fact): number {
  return number * 100 + kinds[kind][0];
}

/** What is kept of every record alike, apart from the record itself. */
export function fichaRow(random: Random, books: CodeBooks, kind: FichaKind, fact: Fact): Row {
  const { recordedOn, updatedOn, verifiedOn, expiresOn, handlingCode } = fact;
  return {
    num_ficha: fichaOf(kind, fact),
    cod_dependencia: books.organizations.code(random.pick<string>(kinds[kind][1])),
    fec_ingreso: slips(random, fact, 0.004) ? '31/02/2016' : day(recordedOn),
    fec_actualizacion: day(updatedOn),
    fec_verificacion: day(verifiedOn),
    fec_vencimiento: day(expiresOn),
    cod_manejo: codeOf(codeLists.manejo, handlingCode),
    instrucciones: handlingCode === 'H3' ? 'Consultar a la fiscalía antes de usar' : null,
    cod_fuente: codeOf(codeLists.fuente, fact.sourceReliability),
    exactitud: fact.informationAccuracy,
  };
}

/** DD/MM/AAAA; what is known by the year alone as 00/00/AAAA. */
export function day(text: string | null): string | null {
  if (text === null) return null;
  return text.length < 10 ? `00/00/${text.slice(0, 4)}` : dayFirst(text.slice(0, 10));
}
