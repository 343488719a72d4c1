import type { TraceRequestFact } from '../../world/facts/firearms.js';
import { monthFirst, type Row } from '../../world/tables.js';
import { codes } from './code-lists.js';
import { entered } from './codes.js';

/** A request to trace a firearm that the United States received. */
export function traceRequestRow(request: TraceRequestFact): Row {
  return {
    request_id: request.number,
    requested_on: monthFirst(request.requestedOn),
    from_country: request.requestingState,
    to_country: request.requestedState,
    rush: request.priority === 'URGENT' ? 'Y' : 'N',
    offense_code: request.crimeCode,
    case_no: request.caseNumber,
    serial_no: request.serial,
    make: request.make,
    status: codes.traceStatus[request.status],
    outcome: request.result === null ? null : codes.traceOutcome[request.result],
    completed_on: request.completedOn === null ? null : monthFirst(request.completedOn),
    firearm_id: request.firearm,
    ...entered(request),
  };
}
