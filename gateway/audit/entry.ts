import type { AuditEntry } from '../../audit/entry.js';
import type { ErrorCode } from '../../common/errors.js';
import type { Exchange, StateAnswer } from '../exchange.js';

/** How a request ended, for the log. */
export interface Outcome {
  readonly result: 'ANSWERED' | 'PARTIAL' | 'REFUSED';
  readonly code?: ErrorCode;
}

/**
 * The log entry of a request: who asked what, why, on which basis, and what each State disclosed or withheld. Never a
 * value of a variable, a literal, a result, a token or a justification.
 */
export function entryOf(exchange: Exchange, outcome: Outcome, source: string): AuditEntry {
  const { requester, declaration, operation } = exchange;
  return {
    specversion: '1.0',
    id: exchange.requestId,
    source,
    type: outcome.result === 'REFUSED' ? 'org.istmo.refusal.v1' : 'org.istmo.access.v1',
    time: new Date(exchange.receivedAt).toISOString(),
    datacontenttype: 'application/json',
    data: {
      requestId: exchange.requestId,
      sourceAddress: exchange.sourceAddress,
      ...(requester && { requester }),
      ...(declaration && {
        purpose: declaration.purpose,
        ...(declaration.case !== undefined && { case: declaration.case }),
        urgency: declaration.urgency,
      }),
      ...(operation && { operation }),
      states: exchange.answers.map(entryState),
      outcome,
    },
  };
}

function entryState({ state, ...answer }: StateAnswer): AuditEntry['data']['states'][number] {
  return { code: state, ...answer };
}

/** Whether every State that was asked answered. */
export function outcomeOf(answers: readonly StateAnswer[]): Outcome {
  const failed = answers.some(({ status }) => ['TIMEOUT', 'UNAVAILABLE', 'ERROR'].includes(status));
  return { result: failed ? 'PARTIAL' : 'ANSWERED' };
}
