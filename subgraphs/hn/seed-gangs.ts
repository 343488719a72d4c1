import type {
  AssociationFact,
  GangFact,
  GangIncidentFact,
  GangMovementFact,
} from '../world/facts/organizations.js';
import type { StateFacts } from '../world/facts/state-facts.js';
import type { Random } from '../world/random.js';
import { allRowsOf, type Row, rowsOf, type TableRows } from '../world/tables.js';
import type { CodeBooks } from './code-book.js';
import { codeOf } from './code-list.js';
import { codeLists } from './code-lists.js';
import { day, fichaOf, slips } from './fichas.js';
import { located, numberRows, pairs } from './rows.js';
import { membersAndDeeds } from './seed-organizations.js';

/** Gangs, who is linked to them, what they did and where they moved. */
export function gangTables(random: Random, books: CodeBooks, facts: StateFacts): TableRows {
  const { gangs, associations, gangIncidents, gangMovements } = facts;
  return new Map<string, Iterable<Row>>([
    ['mara', rowsOf(gangs, gangRow)],
    ...membersAndDeeds('mara', gangs),
    [
      'mara_clica',
      numberRows(
        'id_clica',
        allRowsOf(gangs, (gang) => cliqueRows(books, gang)),
      ),
    ],
    ['mara_signo', pairs(gangs, 'id_mara', 'signo', ({ signs }) => signs)],
    [
      'mara_presencia',
      numberRows(
        'id_presencia',
        allRowsOf(gangs, (gang) => presenceRows(books, gang)),
      ),
    ],
    ['vinculo', rowsOf(associations, associationRow)],
    ['vinculo_criterio', numberRows('id_criterio', allRowsOf(associations, criterionRows))],
    ['hecho', rowsOf(gangIncidents, (incident) => incidentRow(random, books, incident))],
    ['hecho_mara', pairs(gangIncidents, 'id_hecho', 'id_mara', ({ gangs: involved }) => involved)],
    ['desplazamiento', rowsOf(gangMovements, (movement) => movementRow(books, movement))],
  ]);
}

function gangRow(gang: GangFact): Row {
  return {
    id_mara: gang.number,
    num_ficha: fichaOf('mara', gang),
    nombre: gang.name,
    integrantes: gang.estimatedMembers,
    fec_primera: day(gang.firstSeenOn),
    fec_ultima: day(gang.lastSeenOn),
  };
}

function cliqueRows(books: CodeBooks, { number, cliques }: GangFact): readonly Row[] {
  return cliques.map((clique) => ({
    id_mara: number,
    nombre: clique.name,
    cod_localidad: books.localities.code(clique),
    integrantes: clique.estimatedMembers,
  }));
}

function presenceRows(books: CodeBooks, { number, presence }: GangFact): readonly Row[] {
  return presence.map(({ subdivision, estimatedMembers, asOf }) => ({
    id_mara: number,
    cod_division: books.divisions.code(subdivision),
    integrantes: estimatedMembers,
    anio: Number(asOf.slice(0, 4)),
  }));
}

function associationRow(association: AssociationFact): Row {
  return {
    id_vinculo: association.number,
    num_ficha: fichaOf('vinculo', association),
    id_persona: association.person,
    id_mara: association.gang,
    cod_rol: codeOf(codeLists.rol, association.role),
    anio_desde: Number(association.from.slice(0, 4)),
    anio_hasta: association.until === null ? null : Number(association.until.slice(0, 4)),
    fec_revision: day(association.reviewOn),
    fec_depuracion: day(association.purgeOn),
    notificado: association.notified ? 1 : 0,
  };
}

function criterionRows({ number, criteria }: AssociationFact): readonly Row[] {
  return criteria.map(({ kind, evidence, on }) => ({
    id_vinculo: number,
    cod_criterio: codeOf(codeLists.criterio, kind),
    evidencia: evidence,
    fec_criterio: day(on),
  }));
}

function incidentRow(random: Random, books: CodeBooks, incident: GangIncidentFact): Row {
  return {
    id_hecho: incident.number,
    num_ficha: fichaOf('hecho', incident),
    fec_hecho: day(incident.occurredAt),
    ...located(books, incident.place),
    // 88: a number of the form before 2015
    cod_tipo: slips(random, incident, 0.05) ? 88 : codeOf(codeLists.tipo_hecho, incident.kind),
    victimas: incident.victimsCount,
    num_expediente: incident.caseNumber,
  };
}

function movementRow(books: CodeBooks, movement: GangMovementFact): Row {
  return {
    id_desplazamiento: movement.number,
    num_ficha: fichaOf('desplazamiento', movement),
    id_mara: movement.gang,
    cod_localidad_desde: books.localities.code(movement.from),
    cod_localidad_hasta: books.localities.code(movement.to),
    fec_observado: day(movement.observedOn),
    cod_tipo: codeOf(codeLists.tipo_desplazamiento, movement.kind),
    integrantes: movement.estimatedMembers,
    certeza: movement.confidencePercent,
  };
}
