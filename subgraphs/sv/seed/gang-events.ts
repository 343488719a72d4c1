import type { FactPlace } from '../../world/facts/fact.js';
import type { GangIncidentFact, GangMovementFact } from '../../world/facts/organizations.js';
import type { Random } from '../../world/random.js';
import type { Row } from '../../world/tables.js';
import { departmentName, entered, placed, typed } from './entry.js';
import { countries, words } from './words.js';

export function incidentRow(random: Random, incident: GangIncidentFact): Row {
  const story = incident.gangs.includes(0);
  return {
    hecho: incident.number,
    fecha_hora: incident.occurredAt.replace('T', ' '),
    ...placed(random, incident.place, story),
    tipo: typed(random, words.incident[incident.kind], story),
    victimas: incident.victimsCount,
    referencia_fiscal: incident.caseNumber,
    ...entered(incident),
  };
}

export function authorRows({ number, gangs }: GangIncidentFact): readonly Row[] {
  return gangs.map((gang) => ({ hecho: number, pandilla: gang }));
}

export function movementRow(movement: GangMovementFact): Row {
  return {
    movimiento: movement.number,
    pandilla: movement.gang,
    ...side('de', movement.from),
    ...side('a', movement.to),
    observado: movement.observedOn,
    tipo: words.movement[movement.kind],
    personas: movement.estimatedMembers,
    certeza: movement.confidencePercent,
    ...entered(movement),
  };
}

function side(name: 'de' | 'a', { country, subdivision, municipality }: FactPlace): Row {
  return {
    [`${name}_pais`]: countries[country] ?? null,
    [`${name}_depto`]: departmentName(subdivision),
    [`${name}_lugar`]: municipality,
  };
}
