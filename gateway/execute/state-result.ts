import { IstmoError } from '../../common/errors.js';
import type { Withheld } from '../../common/withheld.js';
import type { FetchScope } from '../access/access.js';
import type { Exhausted } from '../access/quotas.js';
import type { StateFetch } from '../access/state-fetch.js';
import type { Declaration } from '../admission/declaration.js';
import type { StateAnswer, StateStatus } from '../exchange.js';
import type { Requester } from '../identity/requester.js';
import type { Representation } from '../states/owner.js';
import { ofOwnRecords } from './beside.js';
import type { Disclosure } from './disclosure.js';
import { faultsOf, type NodeAnswer, type StateFault } from './node-answer.js';

/** A question to several States at once. */
export interface StatesQuestion {
  readonly scope: FetchScope;
  readonly requestId: string;
  readonly requester: Requester;
  readonly declaration: Declaration;
  /** Milliseconds left to the whole request. */
  readonly remainingMs: number;
  /** Told of each State as soon as it has answered, or failed. */
  readonly onAnswer?: (state: string) => void;
}

/** What a node answered, and the records that are in it. */
export interface ReadAnswer extends NodeAnswer {
  readonly disclosure: Disclosure;
}

/** One State's share of it. */
export interface StateShare {
  readonly state: string;
  readonly representations: readonly Representation[];
}

export type StateQuestion = StatesQuestion & StateShare;

/** What one State gave: an entity or null for each representation, and the account of it. */
export interface StateResult {
  readonly entities: readonly unknown[];
  readonly answer: StateAnswer;
  readonly errors: readonly StateFault[];
}

export function answered(
  question: StateQuestion,
  fetch: StateFetch,
  jti: string,
  { entities, errors, beside, disclosure }: ReadAnswer,
  ms: number,
): StateResult {
  const { records, faults } = disclosure;
  const { withheld: refused, masked } = ofOwnRecords(beside, question.state);
  const stateFaults = [
    ...errors.flatMap((error) => faultsOf(error, entities)),
    ...faults.map((path) => ({ error: new IstmoError('STATE_ERROR'), path })),
  ];
  const withheld = [...fetch.withheld, ...refused];
  const hidden = new Set(
    refused.flatMap(({ coordinate, records: of }) => (of === undefined ? [coordinate] : [])),
  );
  const shown = fetch.asked.filter((coordinate) => !hidden.has(coordinate));
  const nothingShown = shown.length === 0 && fetch.asked.length > 0;
  const answeredAs = nothingShown ? statusOfNothing(withheld) : 'ANSWERED';
  return {
    entities,
    errors: stateFaults,
    answer: {
      state: question.state,
      status: stateFaults.some(({ error }) => error.code === 'STATE_ERROR') ? 'ERROR' : answeredAs,
      ms,
      jti,
      agreements: fetch.agreements,
      legalBasis: fetch.legalBasis,
      records,
      shown: shownIn(shown, question.representations, entities, records),
      withheld,
      agreementsDigest: fetch.agreementsDigest,
      agreementsHistory: fetch.agreementsHistory,
      ...(masked.length > 0 && { masked }),
      ...(faults.length > 0 && { fault: describeFault(disclosure) }),
    },
  };
}

/** Of the coordinates that could be shown those that were: of records, lists and look-ups that came. */
function shownIn(
  coordinates: readonly string[],
  representations: readonly Representation[],
  entities: readonly unknown[],
  records: StateAnswer['records'],
): readonly string[] {
  const lookups = representations.filter((_, position) => entities[position] != null);
  const types = new Set([...Object.keys(records), ...lookups.map(({ __typename }) => __typename)]);
  const isShown = (type: string): boolean =>
    types.has(type) || (type.endsWith('Connection') && lookups.length > 0);
  return coordinates.filter((coordinate) => isShown(coordinate.slice(0, coordinate.indexOf('.'))));
}

/** For the log: what a node returned that it must not have, its own texts cut short. */
function describeFault({ foreign, faults }: Disclosure): string {
  if (foreign.length === 0) return `returned what was not asked for, ${String(faults.length)} times`;
  const some = foreign.slice(0, 10).map((id) => id.slice(0, 100));
  const more = foreign.length > some.length ? `, and ${String(foreign.length - some.length)} more` : '';
  return `returned records of others: ${some.join(', ')}${more}`;
}

/** A State whose agreements leave nothing to ask it for. */
export function withheldWhole(question: StateQuestion, fetch: StateFetch, ms: number): StateResult {
  const { withheld } = fetch;
  return {
    entities: question.representations.map(() => null),
    errors: [],
    answer: { ...unanswered(question, statusOfNothing(withheld), ms), ...digestOf(fetch), withheld },
  };
}

/** A State whose answer goes over what its quotas leave: nothing of it is passed on. */
export function overQuota(
  question: StateQuestion,
  fetch: StateFetch,
  jti: string,
  exhausted: Exhausted,
  ms: number,
): StateResult {
  const [[agreement, retryAt] = []] = exhausted;
  const missing = fetch.asked.map((coordinate): Withheld => ({
    coordinate,
    reason: 'QUOTA_EXHAUSTED',
    ...(agreement !== undefined && { agreement }),
    ...(retryAt !== undefined && { retryAt }),
  }));
  return {
    entities: question.representations.map(() => null),
    errors: [],
    answer: {
      ...unanswered(question, 'WITHHELD', ms),
      jti,
      ...digestOf(fetch),
      withheld: [...fetch.withheld, ...missing],
    },
  };
}

function statusOfNothing(withheld: readonly Withheld[]): StateStatus {
  return withheld.length > 0 && withheld.every(({ reason }) => reason === 'NOT_OFFERED')
    ? 'NOT_OFFERED'
    : 'WITHHELD';
}

/** A State that failed: every coordinate that it was to be asked for is missing, and says why. */
export function failed(
  question: StateQuestion,
  error: IstmoError,
  ms: number,
  jti: string | undefined,
  fetch?: StateFetch,
): StateResult {
  const [status, reason] = failureKinds[error.code] ?? (['ERROR', 'STATE_ERROR'] as const);
  const missing = (fetch?.asked ?? question.scope.operation.entities.map(({ typeName }) => typeName)).map(
    (coordinate): Withheld => ({ coordinate, reason }),
  );
  return {
    entities: question.representations.map(() => null),
    errors: question.representations.map((_, share) => ({ error, path: [share] })),
    answer: {
      ...unanswered(question, status, ms),
      ...(jti !== undefined && { jti }),
      ...digestOf(fetch),
      withheld: [...(fetch?.withheld ?? []), ...missing],
    },
  };
}

/** Names the texts that were decided by, where any were. */
function digestOf(
  fetch: StateFetch | undefined,
): Pick<StateAnswer, 'agreementsDigest' | 'agreementsHistory'> {
  const { agreementsDigest, agreementsHistory } = fetch ?? {};
  return {
    ...(agreementsDigest !== undefined && { agreementsDigest }),
    ...(agreementsHistory !== undefined && { agreementsHistory }),
  };
}

const failureKinds: Partial<Record<IstmoError['code'], readonly [StateStatus, Withheld['reason']]>> = {
  STATE_TIMEOUT: ['TIMEOUT', 'STATE_TIMEOUT'],
  STATE_UNAVAILABLE: ['UNAVAILABLE', 'STATE_UNAVAILABLE'],
};

function unanswered({ state }: StateQuestion, status: StateStatus, ms: number): StateAnswer {
  return { state, status, ms, agreements: [], legalBasis: [], records: {}, shown: [], withheld: [] };
}
