import { z } from 'zod';
import type { Clock } from '../../../common/clock.js';
import { isErrorCode, IstmoError } from '../../../common/errors.js';
import { releasePurpose } from '../../../common/purposes.js';
import { type Particulars, type StepText, textOf } from '../../../policy/release/step-texts.js';
import type { Declaration } from '../../admission/declaration.js';
import type { Exchange, StateAnswer } from '../../exchange.js';
import type { Asserter } from '../../states/assertion.js';
import type { Directory } from '../../states/directory.js';
import type { ReleaseClient } from '../../states/node-client.js';

/** What asking a State about releases takes. */
export interface AskingDesk {
  readonly directory: Pick<Directory, 'get'>;
  readonly client: ReleaseClient;
  readonly assert: Asserter;
  readonly clock: Clock;
  /** Milliseconds that one State has. */
  readonly stateTimeoutMs: number;
}

/** A step, to the State that decides. */
export interface DeskStep {
  readonly state: string;
  readonly step: StepText;
  /** What is personal in a request. */
  readonly particulars?: Particulars;
  /** What it is asked for; a decision has no purpose of its own. */
  readonly declaration?: Declaration;
}

const answerSchema = z.object({
  release: z.looseObject({ id: z.string() }).optional(),
  releases: z.array(z.looseObject({ id: z.string() })).optional(),
  next: z.string().nullable().optional(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.looseObject({ code: z.string() }) }))
    .optional(),
});

export type DeskAnswer = Omit<z.infer<typeof answerSchema>, 'errors'>;

/**
 * Takes a step to the node of the State that decides, with an assertion of who takes it, and notes for the log that it was asked.
 *
 * @throws IstmoError with the reason for which the State did not take it, or for which it was not reached
 */
export async function askDesk(asking: AskingDesk, exchange: Exchange, asked: DeskStep): Promise<DeskAnswer> {
  const { state, step, particulars } = asked;
  const { requester, requestId } = exchange;
  if (requester === undefined) throw new IstmoError('INTERNAL');
  const text = textOf(step);
  const declaration = asked.declaration ?? { purpose: releasePurpose, urgency: 'ROUTINE' };
  const signed = asking.assert({
    requestId,
    requester,
    declaration,
    requests: [{ state, body: text }],
  });
  const assertion = signed.get(state);
  if (assertion === undefined) throw new IstmoError('INTERNAL');
  const startedAt = asking.clock();
  const answer = (status: StateAnswer['status']): void => {
    exchange.answers.push(stateAnswer(asking, asked, status, assertion.jti, asking.clock() - startedAt));
  };
  const body = JSON.stringify({ text, ...(particulars && { particulars }) });
  try {
    const posted = await asking.client.postRelease(state, body, assertion.token, asking.stateTimeoutMs);
    const read = answerOf(posted.text);
    answer('ANSWERED');
    return read;
  } catch (error) {
    answer(statusOf(error));
    throw error;
  }
}

/** @throws IstmoError */
function answerOf(text: string): DeskAnswer {
  const { errors: [refusal] = [], ...answer } = parsed(text);
  if (refusal === undefined) return answer;
  const { code, argument } = refusal.extensions;
  if (!isErrorCode(code) || !isForClients(code))
    throw new IstmoError('STATE_ERROR', { cause: new Error(refusal.message) });
  throw new IstmoError(code, typeof argument === 'string' ? { details: { argument } } : {});
}

function parsed(text: string): z.infer<typeof answerSchema> {
  try {
    return answerSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new IstmoError('NODE_BAD_RESPONSE', { cause });
  }
}

/** What a client can act on; that an assertion is not taken is none of its business. */
function isForClients(code: NonNullable<IstmoError['code']>): boolean {
  return (
    code.startsWith('RELEASE_') ||
    [
      'SECOND_OFFICER_MISSING',
      'ARGUMENT_INVALID',
      'RATE_LIMITED',
      'CASE_MISSING',
      'PURPOSE_UNKNOWN',
    ].includes(code)
  );
}

const failures: Readonly<Record<string, StateAnswer['status']>> = {
  STATE_TIMEOUT: 'TIMEOUT',
  STATE_UNAVAILABLE: 'UNAVAILABLE',
  STATE_ERROR: 'ERROR',
  NODE_BAD_RESPONSE: 'ERROR',
  STATE_ANSWER_TOO_LARGE: 'ERROR',
};

function statusOf(error: unknown): StateAnswer['status'] {
  return error instanceof IstmoError ? (failures[error.code] ?? 'ANSWERED') : 'ERROR';
}

/** For the log: that the State was asked, and by which id its own log has it. No record was disclosed. */
function stateAnswer(
  { directory }: AskingDesk,
  { state }: DeskStep,
  status: StateAnswer['status'],
  jti: string,
  ms: number,
): StateAnswer {
  return {
    state,
    status,
    ms,
    jti,
    agreements: [],
    agreementsDigest: directory.get(state)?.offering?.agreementsDigest,
    legalBasis: [],
    records: {},
    shown: [],
    withheld: [],
  };
}
