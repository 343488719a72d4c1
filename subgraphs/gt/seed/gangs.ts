import type {
  AssociationFact,
  GangFact,
  GangIncidentFact,
  GangMovementFact,
} from '../../world/facts/organizations.js';
import type { StateFacts } from '../../world/facts/state-facts.js';
import type { Random } from '../../world/random.js';
import { allRowsOf, dayFirst, type Row, rowsOf } from '../../world/tables.js';
import { codeOf, lists } from './code-lists.js';
import { countryCode, departmentNumber, registered } from './codes.js';

export function gangTables(
  random: Random,
  { gangs, associations, gangIncidents, gangMovements }: StateFacts,
): readonly (readonly [string, Iterable<Row>])[] {
  return [
    ['mara', rowsOf(gangs, (gang) => gangRow(random, gang))],
    ['mara_clica', allRowsOf(gangs, cliqueRows)],
    [
      'mara_signo',
      allRowsOf(gangs, ({ number, signs }) => signs.map((signo) => ({ id_mara: number, signo }))),
    ],
    ['mara_presencia', allRowsOf(gangs, presenceRows)],
    [
      'mara_persona',
      allRowsOf(gangs, ({ number, members }) =>
        members.map((person) => ({ id_mara: number, id_persona: person })),
      ),
    ],
    ['vinculo_mara', rowsOf(associations, (association) => associationRow(random, association))],
    ['vinculo_criterio', allRowsOf(associations, criterionRows)],
    ['hecho_mara', rowsOf(gangIncidents, (incident) => incidentRow(random, incident))],
    [
      'hecho_mara_autor',
      allRowsOf(gangIncidents, ({ number, gangs: authors }) =>
        authors.map((gang) => ({ id_hecho: number, id_mara: gang })),
      ),
    ],
    ['desplazamiento_mara', rowsOf(gangMovements, (movement) => movementRow(random, movement))],
  ];
}

function gangRow(random: Random, gang: GangFact): Row {
  return {
    id_mara: gang.number,
    nombre: gang.name,
    alias: gang.aliases.join(';'),
    delitos: gang.activities.map((activity) => codeOf(lists.activity, activity)).join(';'),
    miembros: gang.estimatedMembers,
    fec_primera: dayFirst(gang.firstSeenOn),
    fec_ultima: dayFirst(gang.lastSeenOn),
    ...registered(random, gang),
  };
}

function cliqueRows({ number, cliques }: GangFact): readonly Row[] {
  return cliques.map(({ name, subdivision, municipality, estimatedMembers }) => ({
    id_mara: number,
    nombre: name,
    cod_depto: Number(subdivision.slice(3)),
    municipio: municipality,
    miembros: estimatedMembers,
  }));
}

function presenceRows({ number, presence }: GangFact): readonly Row[] {
  return presence.map(({ subdivision, estimatedMembers, asOf }) => ({
    id_mara: number,
    cod_depto: Number(subdivision.slice(3)),
    miembros: estimatedMembers,
    anio: asOf.slice(0, 4),
  }));
}

function associationRow(random: Random, association: AssociationFact): Row {
  return {
    id_vinculo: association.number,
    id_persona: association.person,
    id_mara: association.gang,
    cod_papel: codeOf(lists.role, association.role),
    desde: association.from.slice(0, 4),
    hasta: association.until?.slice(0, 4) ?? null,
    fec_revision: dayFirst(association.reviewOn),
    fec_depuracion: dayFirst(association.purgeOn),
    notificado: association.notified ? 'S' : 'N',
    ...registered(random, association),
  };
}

function criterionRows({ number, criteria }: AssociationFact): readonly Row[] {
  return criteria.map(({ kind, evidence, on }) => ({
    id_vinculo: number,
    cod_criterio: codeOf(lists.criterion, kind),
    prueba: evidence,
    fecha: dayFirst(on),
  }));
}

function incidentRow(random: Random, incident: GangIncidentFact): Row {
  const story = incident.gangs.includes(0);
  return {
    id_hecho: incident.number,
    fec_hecho: dayFirst(incident.occurredAt.slice(0, 10)),
    cod_depto: departmentNumber(incident.place),
    municipio: incident.place.municipality,
    // 77 is what one office types for "to be classed"
    cod_tipo: !story && random.chance(0.03) ? 77 : codeOf(lists.gangIncident, incident.kind),
    victimas: incident.victimsCount,
    no_expediente: incident.caseNumber,
    ...registered(random, incident),
  };
}

function movementRow(random: Random, { from, to, ...movement }: GangMovementFact): Row {
  return {
    id_desplazamiento: movement.number,
    id_mara: movement.gang,
    cod_pais_de: countryCode(from.country),
    cod_depto_de: departmentNumber(from),
    lugar_de: from.municipality,
    cod_pais_a: countryCode(to.country),
    cod_depto_a: departmentNumber(to),
    lugar_a: to.municipality,
    fec_observado: dayFirst(movement.observedOn),
    cod_tipo: codeOf(lists.gangMovement, movement.kind),
    personas: movement.estimatedMembers,
    confianza: movement.confidencePercent,
    ...registered(random, movement),
  };
}
