import type { TraceRequestFact } from '../../world/facts/firearms.js';
import type { Random } from '../../world/random.js';
import { dayFirst, type Row } from '../../world/tables.js';
import { codeOf, lists } from './code-lists.js';
import { countryCode, makes, registered } from './codes.js';

/** A request to trace a firearm that Guatemala sent or received. */
export function traceRequestRow(random: Random, request: TraceRequestFact): Row {
  return {
    id_solicitud: request.number,
    fec_solicitud: dayFirst(request.requestedOn),
    cod_pais_solicita: countryCode(request.requestingState),
    cod_pais_solicitado: countryCode(request.requestedState),
    prioridad: request.priority === 'URGENT' ? 'U' : 'N',
    cod_delito: request.crimeCode,
    no_expediente: request.caseNumber,
    no_serie: request.serial,
    cod_marca: makes.indexOf(request.make) + 1,
    cod_estado: codeOf(lists.traceStatus, request.status),
    cod_resultado: codeOf(lists.traceOutcome, request.result),
    fec_respuesta: request.completedOn === null ? '' : dayFirst(request.completedOn),
    id_arma: request.firearm,
    ...registered(random, request),
  };
}
