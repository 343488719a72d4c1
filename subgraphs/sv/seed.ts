import type { StateFacts } from '../world/facts/state-facts.js';
import { createRandom } from '../world/random.js';
import { allRowsOf, chained, type Row, rowsOf, type TableRows } from '../world/tables.js';
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
  return new Map<string, Iterable<Row>>([
    ['actas', rowsOf(facts.firearmSeizures, (seizure) => seizureRow(random, seizure))],
    ['actas_municion', allRowsOf(facts.firearmSeizures, ammunitionRows)],
    ['registro_armas', rowsOf(facts.firearms, (firearm) => firearmRow(random, firearm))],
    ['detenidos', rowsOf(facts.persons, (person) => personRow(random, person))],
    ['actas_detenidos', allRowsOf(facts.firearmSeizures, detentionRows)],
    ['rastreos', rowsOf(facts.traceRequests, traceRequestRow)],
    ['destrucciones', rowsOf(facts.destructions, (destruction) => destructionRow(random, destruction))],
    ['destrucciones_detalle', allRowsOf(facts.destructions, destroyedItemRows)],
    [
      'incautaciones',
      chained(
        publishedDrugRows(),
        rowsOf(facts.drugSeizures, (seizure) => drugSeizureRow(random, seizure)),
      ),
    ],
    ['incautaciones_detenidos', allRowsOf(facts.drugSeizures, drugDetentionRows)],
    ['pandillas', rowsOf(facts.gangs, gangRow)],
    ['pandillas_jefes', allRowsOf(facts.gangs, leaderRows)],
    ['pandillas_presencia', allRowsOf(facts.gangs, presenceRows)],
    ['fichas_pandilleros', rowsOf(facts.associations, (association) => associationRow(random, association))],
    ['hechos', rowsOf(facts.gangIncidents, (incident) => incidentRow(random, incident))],
    ['hechos_pandillas', allRowsOf(facts.gangIncidents, authorRows)],
    ['movimientos', rowsOf(facts.gangMovements, movementRow)],
    ['corrupcion', rowsOf(facts.corruptionCases, (one) => corruptionRow(random, one))],
    ['programas', rowsOf(facts.programmes, (programme) => programmeRow(random, programme))],
    ['practicas', rowsOf(facts.bestPractices, bestPracticeRow)],
    ['cooperacion', rowsOf(facts.assistance, assistanceRow)],
    ['leyes', rowsOf(facts.laws, lawRow)],
    ['contactos', rowsOf(facts.contacts, contactRow)],
  ]);
}
