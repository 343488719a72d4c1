import type { AuditEntry } from '../../audit/entry.js';
import { entryMasked } from '../../audit/entry-masked.js';
import { type Seal, sealContent, sealKeyName, type SealKeys } from '../../audit/seal.js';
import type { ErrorCode } from '../../common/errors.js';
import type { Exchange, StateAnswer } from '../exchange.js';

/** How a request ended, for the log. */
export interface Outcome {
  readonly result: 'ANSWERED' | 'PARTIAL' | 'REFUSED';
  readonly code?: ErrorCode;
}

/**
 * The log entry of a request: who asked what, why, on which basis, and what each State disclosed or withheld. Never a
 * value of a variable, a literal, a result, a token or a justification in clear.
 *
 * @param sealKeys - absent: what was asked in full is not kept
 */
export function entryOf(
  exchange: Exchange,
  outcome: Outcome,
  source: string,
  sealKeys?: SealKeys,
): AuditEntry {
  const { requester, declaration, operation } = exchange;
  const time = new Date(exchange.receivedAt).toISOString();
  const sealed = sealKeys && sealOf(exchange, time, sealKeys);
  return {
    specversion: '1.0',
    id: exchange.requestId,
    source,
    type: typeOf(exchange, outcome),
    time,
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
      ...(sealed && { sealed }),
      ...(exchange.readings && { readings: exchange.readings }),
      ...(exchange.releases && { releases: exchange.releases }),
      outcome,
    },
  };
}

/** What was asked, sealed for each State that was asked; undefined where none was. */
function sealOf(
  { question, declaration, answers }: Exchange,
  time: string,
  keys: SealKeys,
): Seal | undefined {
  const states = [...new Set(answers.map(({ state }) => state))];
  if (question === undefined || states.length === 0) return undefined;
  const { justification } = declaration ?? {};
  const content = { ...question, ...(justification !== undefined && { justification }) };
  return sealContent(
    content,
    states.map((state) => sealKeyName(state, time)),
    keys,
  );
}

function typeOf({ readings, releases }: Exchange, { result }: Outcome): AuditEntry['type'] {
  if (result === 'REFUSED') return 'org.istmo.refusal.v1';
  if (releases !== undefined) return 'org.istmo.release.v1';
  return readings !== undefined ? 'org.istmo.log-reading.v1' : 'org.istmo.access.v1';
}

function entryState({ state, masked, ...answer }: StateAnswer): AuditEntry['data']['states'][number] {
  return { code: state, ...answer, ...(masked && { masked: entryMasked(masked, answer.records) }) };
}

/** Whether every State that was asked answered. */
export function outcomeOf(answers: readonly StateAnswer[]): Outcome {
  const failed = answers.some(({ status }) => ['TIMEOUT', 'UNAVAILABLE', 'ERROR'].includes(status));
  return { result: failed ? 'PARTIAL' : 'ANSWERED' };
}
