import type { Tables } from '../../world/clerk.js';
import type { AssistanceFact, BestPracticeFact, ProgrammeFact } from '../../world/facts/prevention.js';
import type { StateFacts } from '../../world/facts/state-facts.js';
import { type Row, rowsOf } from '../../world/tables.js';
import { claseCooperacion, clasePrograma, poblacion, sentido } from './codigos.js';
import { canton, type Desk, fecha, ficha, itemRows } from './ficha.js';

/** Programmes, practices that worked, cooperation offered and asked for. */
export function prevencion({ programmes, bestPractices, assistance }: StateFacts, desk: Desk): Tables {
  return [
    ['programa', rowsOf(programmes, (programme) => programa(desk, programme))],
    ['programa_provincia', itemRows(programmes, ['programa_id', 'provincia'], provinces)],
    ['programa_documento', itemRows(programmes, ['programa_id', 'documento'], documents)],
    ['practica', rowsOf(bestPractices, (practice) => practica(desk, practice))],
    ['practica_provincia', itemRows(bestPractices, ['practica_id', 'provincia'], provinces)],
    ['practica_documento', itemRows(bestPractices, ['practica_id', 'documento'], documents)],
    ['cooperacion', rowsOf(assistance, (one) => cooperacion(desk, one))],
    ['cooperacion_documento', itemRows(assistance, ['cooperacion_id', 'documento'], documents)],
  ];
}

const provinces = ({ territory }: ProgrammeFact | BestPracticeFact): readonly string[] =>
  territory.map((subdivision) => subdivision.slice(3));

const documents = (fact: ProgrammeFact | BestPracticeFact | AssistanceFact): readonly string[] =>
  fact.documents;

function programa(desk: Desk, fact: ProgrammeFact): Row {
  return {
    programa_id: fact.number,
    nombre: fact.name,
    clase: clasePrograma[fact.kind],
    poblacion: desk.clerk.slips(fact, 20) ? '-' : poblacion[fact.targetGroup],
    canton_id: canton(desk, fact, fact.place),
    inicio: fecha(desk, fact, fact.startedOn),
    fin: fact.endedOn,
    participantes: fact.participantsCount,
    resultados: fact.results,
    ...ficha(desk, fact, 'Viceministerio de Paz'),
  };
}

function practica(desk: Desk, fact: BestPracticeFact): Row {
  return {
    practica_id: fact.number,
    nombre: fact.name,
    clase: clasePrograma[fact.kind],
    poblacion: poblacion[fact.targetGroup],
    publicada: fecha(desk, fact, fact.publishedOn),
    resultados: fact.results,
    ...ficha(desk, fact, 'Viceministerio de Paz'),
  };
}

function cooperacion(desk: Desk, fact: AssistanceFact): Row {
  return {
    cooperacion_id: fact.number,
    nombre: fact.name,
    clase: claseCooperacion[fact.kind],
    sentido: sentido[fact.direction],
    poblacion: poblacion[fact.targetGroup],
    desde: fecha(desk, fact, fact.from),
    hasta: fact.until,
    resultados: fact.results,
    ...ficha(desk, fact, 'Ministerio de Relaciones Exteriores y Culto'),
  };
}
