import type { TraceRequestFact } from '../../world/facts/firearms.js';
import type { Row } from '../../world/tables.js';
import { entered } from './entry.js';
import { countries, words } from './words.js';

/** A request to trace a firearm that El Salvador sent or received. */
export function traceRequestRow(request: TraceRequestFact): Row {
  return {
    solicitud: request.number,
    fecha: request.requestedOn,
    solicita: countries[request.requestingState] ?? null,
    solicitado: countries[request.requestedState] ?? null,
    urgente: request.priority === 'URGENT' ? 'SI' : 'NO',
    delito: request.crimeCode,
    referencia_fiscal: request.caseNumber,
    serie: request.serial,
    marca: request.make.toUpperCase(),
    estado: words.traceStatus[request.status],
    resultado: request.result === null ? null : words.traceOutcome[request.result],
    respondida: request.completedOn,
    arma: request.firearm === null ? null : `A-${String(request.firearm).padStart(6, '0')}`,
    ...entered(request),
  };
}
