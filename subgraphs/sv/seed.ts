import type { StateFacts } from '../world/facts/state-facts.js';
import { createRandom } from '../world/random.js';
import type { Row, TableRows } from '../world/tables.js';
import { destroyedItemRows, destructionRow } from './seed/destructions.js';
import { drugDetentionRows, drugSeizureRow } from './seed/drugs.js';
import { ammunitionRows, firearmRow, seizureRow } from './seed/firearms.js';
import { authorRows, incidentRow, movementRow } from './seed/gang-events.js';
import { associationRow, gangRow, leaderRows, presenceRows } from './seed/gangs.js';
import { detentionRows, personRow } from './seed/persons.js';
import {
  assistanceRow,
  bestPracticeRow,
  contactRow,
  corruptionRow,
  lawRow,
  programmeRow,
} from './seed/practice.js';
import { publishedDrugRows } from './seed/published-drugs.js';
import { traceRequestRow } from './seed/trace-requests.js';

/** El Salvador's part of the world: wide rows, free text, inches, ISO dates where there are any. */
export function seedSv(facts: StateFacts): TableRows {
  const random = createRandom(facts.seed + 503);
  const ownDrugs = facts.drugSeizures.map((seizure) => drugSeizureRow(random, seizure));
  return new Map<string, readonly Row[]>([
    ['actas', facts.firearmSeizures.map((seizure) => seizureRow(random, seizure))],
    ['actas_municion', facts.firearmSeizures.flatMap(ammunitionRows)],
    ['registro_armas', facts.firearms.map((firearm) => firearmRow(random, firearm))],
    ['detenidos', facts.persons.map((person) => personRow(random, person))],
    ['actas_detenidos', facts.firearmSeizures.flatMap(detentionRows)],
    ['rastreos', facts.traceRequests.map(traceRequestRow)],
    ['destrucciones', facts.destructions.map((destruction) => destructionRow(random, destruction))],
    ['destrucciones_detalle', facts.destructions.flatMap(destroyedItemRows)],
    ['incautaciones', [...publishedDrugRows(), ...ownDrugs]],
    ['incautaciones_detenidos', facts.drugSeizures.flatMap(drugDetentionRows)],
    ['pandillas', facts.gangs.map(gangRow)],
    ['pandillas_jefes', facts.gangs.flatMap(leaderRows)],
    ['pandillas_presencia', facts.gangs.flatMap(presenceRows)],
    ['fichas_pandilleros', facts.associations.map((association) => associationRow(random, association))],
    ['hechos', facts.gangIncidents.map((incident) => incidentRow(random, incident))],
    ['hechos_pandillas', facts.gangIncidents.flatMap(authorRows)],
    ['movimientos', facts.gangMovements.map(movementRow)],
    ['corrupcion', facts.corruptionCases.map((one) => corruptionRow(random, one))],
    ['programas', facts.programmes.map((programme) => programmeRow(random, programme))],
    ['practicas', facts.bestPractices.map(bestPracticeRow)],
    ['cooperacion', facts.assistance.map(assistanceRow)],
    ['leyes', facts.laws.map(lawRow)],
    ['contactos', facts.contacts.map(contactRow)],
  ]);
}
