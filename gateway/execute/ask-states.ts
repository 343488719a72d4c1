import type { Clock } from '../../common/clock.js';
import { IstmoError } from '../../common/errors.js';
import type { Access, Decide } from '../access/access.js';
import type { Exhausted, QuotaQuestion, RequestQuotas } from '../access/quotas.js';
import type { StateFetch } from '../access/state-fetch.js';
import type { Asserter, NodeRequest, SignedAssertion } from '../states/assertion.js';
import type { BegunWith } from '../states/begun-with.js';
import type { KnownState } from '../states/directory.js';
import type { NodeClient } from '../states/node-client.js';
import { parseAnswer, readNodeAnswer } from './node-answer.js';
import {
  answered,
  failed,
  overQuota,
  type ReadAnswer,
  type StateQuestion,
  type StateResult,
  type StateShare,
  type StatesQuestion,
  withheldWhole,
} from './state-result.js';

/** What asking needs besides the question itself. */
export interface Asking {
  readonly access: Access;
  readonly directory: BegunWith;
  readonly client: NodeClient;
  readonly assert: Asserter;
  /** Of this request; absent where none are kept. */
  readonly quotas?: RequestQuotas | undefined;
  readonly clock: Clock;
  /** Milliseconds that one State has. */
  readonly stateTimeoutMs: number;
}

/** Asks States side by side, each for its share. Never throws for a fault of a State's. */
export async function askStates(
  asking: Asking,
  question: StatesQuestion,
  shares: readonly StateShare[],
): Promise<readonly StateResult[]> {
  const decide = asking.access(question);
  const drafted = shares.map(({ state, representations }) =>
    // in this order: V8 takes a microsecond for each property that is put after a spread
    prepare(asking, decide, { state, representations, ...question }),
  );
  const prepared = await withinQuotas(asking, decide, drafted);
  const requests = prepared.filter((one) => 'body' in one);
  const assertions = asking.assert({ requests, ...question });
  return Promise.all(
    prepared.map(async (one) => {
      const result = 'body' in one ? await ask(asking, one, assertions.get(one.state)) : one;
      question.onAnswer?.(result.answer.state);
      return result;
    }),
  );
}

/** Takes the request from the quotas of all States that it asks, and asks none for what they do not leave. */
async function withinQuotas(
  asking: Asking,
  decide: Decide,
  drafted: readonly (Prepared | StateResult)[],
): Promise<readonly (Prepared | StateResult)[]> {
  const limited = drafted.flatMap((one) => ('body' in one && one.quota !== undefined ? [one.quota] : []));
  if (asking.quotas === undefined || limited.length === 0) return drafted;
  const admitted = await asking.quotas.admit(limited);
  const exhausted = new Map(limited.map((quota, index) => [quota, admitted[index]]));
  return drafted.map((one) => {
    const used = 'body' in one && one.quota !== undefined ? exhausted.get(one.quota) : undefined;
    return 'body' in one && used !== undefined && used.size > 0
      ? prepare(asking, decide, one.question, used)
      : one;
  });
}

/** A request to a node that is ready to be signed and sent. */
interface Prepared extends NodeRequest {
  /** How many questions the node takes in one exchange. */
  readonly bundles: number | undefined;
  readonly question: StateQuestion;
  readonly fetch: StateFetch;
  /** Absent where no agreement by which it is asked has one. */
  readonly quota: QuotaQuestion | undefined;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
}

/** Decides what a State is asked for; where it cannot be asked, or need not, that is the result. */
function prepare(
  asking: Asking,
  decide: Decide,
  question: StateQuestion,
  exhausted?: Exhausted,
): Prepared | StateResult {
  const startedAt = asking.clock();
  const elapsed = (): number => asking.clock() - startedAt;
  const known = asking.directory.get(question.state);
  if (known === undefined) return failed(question, new IstmoError('UNKNOWN_STATE'), elapsed(), undefined);
  if (known.offering === undefined)
    return failed(question, new IstmoError('STATE_UNAVAILABLE'), elapsed(), undefined);
  try {
    const { representations } = question;
    const { offering, state } = known;
    const fetch = decide({ representations, timeZone: state.timeZone, offering, exhausted, now: startedAt });
    if (fetch.query === undefined) return withheldWhole(question, fetch, elapsed());
    const body = fetch.writeBody(question.scope.variables, representations);
    const quota = quotaQuestion(question, known, fetch);
    return { state: question.state, body, bundles: offering.bundles, question, fetch, quota, startedAt };
  } catch (cause) {
    // what a State has published may fail as well as what it answers
    return failed(question, new IstmoError('STATE_ERROR', { cause }), elapsed(), undefined);
  }
}

async function ask(
  asking: Asking,
  { question, fetch, quota, body, bundles, startedAt }: Prepared,
  assertion: SignedAssertion | undefined,
): Promise<StateResult> {
  if (assertion === undefined) throw new IstmoError('INTERNAL');
  const { jti, token } = assertion;
  const elapsed = (): number => asking.clock() - startedAt;
  try {
    const timeoutMs = Math.max(1, Math.min(asking.stateTimeoutMs, question.remainingMs));
    const text = await asking.client.post(question.state, { body, token, timeoutMs, bundles });
    const answer = readAnswer(text, question, fetch);
    const result = answered(question, fetch, jti, answer, elapsed());
    const { counted } = answer.beside;
    const { records } = result.answer;
    const over = quota && (await asking.quotas?.settle(quota, { counted, records }));
    return over === undefined || over.size === 0 ? result : overQuota(question, fetch, jti, over, elapsed());
  } catch (error) {
    const fault = error instanceof IstmoError ? error : new IstmoError('STATE_ERROR', { cause: error });
    return failed(question, fault, elapsed(), jti, fetch);
  }
}

/** Reads what a State has answered: as it came where most of it is passed on, parsed and checked where not. */
function readAnswer(
  text: string,
  { representations, state }: StateQuestion,
  { passage, readDisclosure }: StateFetch,
): ReadAnswer {
  const passed = passage?.(text, representations, state);
  if (passed !== undefined) return { errors: [], ...passed };
  const answer = readNodeAnswer(parseAnswer(text), representations.length);
  return { disclosure: readDisclosure(answer.entities, representations, state), ...answer };
}

function quotaQuestion(
  { state, requester: { officer } }: StateQuestion,
  { state: { timeZone } }: KnownState,
  { quotas = [] }: StateFetch,
): QuotaQuestion | undefined {
  return quotas.length === 0 ? undefined : { state, timeZone, officer, quotas };
}
