import { z } from 'zod';
import type { Clock } from '../../common/clock.js';
import { IstmoError } from '../../common/errors.js';
import { type Withheld, withholdingReasons } from '../../common/withheld.js';
import type { Access, FetchScope } from '../access/access.js';
import type { StateFetch } from '../access/state-fetch.js';
import type { Declaration } from '../admission/declaration.js';
import type { StateAnswer, StateStatus } from '../exchange.js';
import type { Requester } from '../identity/requester.js';
import type { Asserter } from '../states/assertion.js';
import type { Directory, KnownState } from '../states/directory.js';
import type { NodeClient } from '../states/node-client.js';
import { discloseAnswer } from './disclosure.js';
import type { Representation } from '../states/owner.js';

/** What asking needs besides the question itself. */
export interface Asking {
  readonly access: Access;
  readonly directory: Directory;
  readonly client: NodeClient;
  readonly assert: Asserter;
  readonly clock: Clock;
  /** Milliseconds that one State has. */
  readonly stateTimeoutMs: number;
}

export interface StateQuestion {
  readonly state: string;
  readonly scope: FetchScope;
  readonly representations: readonly Representation[];
  readonly requestId: string;
  readonly requester: Requester;
  readonly declaration: Declaration;
  /** Milliseconds left to the whole request. */
  readonly remainingMs: number;
}

/** What one State gave: an entity or null for each representation, and the account of it. */
export interface StateResult {
  readonly entities: readonly unknown[];
  readonly answer: StateAnswer;
  readonly errors: readonly StateFault[];
}

/** What went wrong at one place of a State's answer, as a client reads it. */
export interface StateFault {
  readonly error: IstmoError;
  /** Position among the question's representations, then the fields beneath it. */
  readonly path: readonly [share: number, ...beneath: (string | number)[]];
}

const answerSchema = z.object({
  data: z.object({ _entities: z.array(z.unknown()) }).nullish(),
  errors: z
    .array(
      z.object({
        path: z.array(z.union([z.string(), z.number()])).optional(),
        extensions: z.object({ code: z.string().optional(), argument: z.string().optional() }).optional(),
      }),
    )
    .default([]),
  extensions: z
    .object({
      istmo: z
        .object({
          withheld: z
            .array(
              z.object({
                coordinate: z.string(),
                reason: z.enum(withholdingReasons),
                agreement: z.string().optional(),
                records: z.array(z.string()).optional(),
              }),
            )
            .default([]),
        })
        .optional(),
    })
    .optional(),
});

/** Asks one State for its share of the representations. Never throws for a fault of the State's. */
export async function askState(asking: Asking, question: StateQuestion): Promise<StateResult> {
  const startedAt = asking.clock();
  const elapsed = (): number => asking.clock() - startedAt;
  const known = asking.directory.get(question.state);
  if (known === undefined) return failed(question, new IstmoError('UNKNOWN_STATE'), elapsed(), undefined);
  if (known.offering === undefined)
    return failed(question, new IstmoError('STATE_UNAVAILABLE'), elapsed(), undefined);
  const fetch = asking.access({ ...question, ...inForce(known, known.offering), now: startedAt });
  if (fetch.query === undefined) return withheldWhole(question, fetch, elapsed());
  const body = JSON.stringify({
    query: fetch.query,
    variables: variablesFor(fetch, question),
  });
  const { jti, token } = asking.assert({ ...question, body });
  try {
    const timeoutMs = Math.max(1, Math.min(asking.stateTimeoutMs, question.remainingMs));
    const json = await asking.client.post(question.state, body, token, timeoutMs);
    return answered(question, fetch, jti, readAnswer(json, question), elapsed());
  } catch (error) {
    const fault = error instanceof IstmoError ? error : new IstmoError('STATE_ERROR', { cause: error });
    return failed(question, fault, elapsed(), jti, fetch);
  }
}

function inForce({ state }: KnownState, offering: NonNullable<KnownState['offering']>) {
  return { timeZone: state.timeZone, offering };
}

function variablesFor(fetch: StateFetch, question: StateQuestion): Record<string, unknown> {
  const used = Object.entries(question.scope.variables).filter(([name]) => fetch.variableNames.has(name));
  return { ...Object.fromEntries(used), representations: question.representations };
}

type NodeAnswer = z.infer<typeof answerSchema>;

function readAnswer(json: unknown, { representations }: StateQuestion): NodeAnswer & { entities: unknown[] } {
  const parsed = answerSchema.safeParse(json);
  if (!parsed.success) throw new IstmoError('NODE_BAD_RESPONSE', { cause: parsed.error });
  const entities = parsed.data.data?._entities ?? representations.map(() => null);
  if (entities.length !== representations.length) throw new IstmoError('NODE_BAD_RESPONSE');
  return { ...parsed.data, entities };
}

function answered(
  question: StateQuestion,
  fetch: StateFetch,
  jti: string,
  { entities, extensions, errors }: NodeAnswer & { entities: unknown[] },
  ms: number,
): StateResult {
  const faults = errors.flatMap((error) => stateFaults(error, entities.length));
  const { records, foreign } = discloseAnswer(entities, question.state);
  const refused = extensions?.istmo?.withheld ?? [];
  const withheld = [...fetch.withheld, ...refused];
  const hidden = new Set(
    refused.flatMap(({ coordinate, records: of }) => (of === undefined ? [coordinate] : [])),
  );
  const shown = fetch.asked.filter((coordinate) => !hidden.has(coordinate));
  const failed = faults.some(({ error }) => error.code === 'STATE_ERROR');
  const status = failed
    ? 'ERROR'
    : shown.length === 0 && fetch.asked.length > 0
      ? statusOfNothing(withheld)
      : 'ANSWERED';
  return {
    entities,
    errors: faults,
    answer: {
      state: question.state,
      status,
      ms,
      jti,
      agreements: fetch.agreements,
      legalBasis: fetch.legalBasis,
      records,
      shown,
      withheld,
      ...(foreign.length > 0 && { fault: `returned records of others: ${foreign.join(', ')}` }),
    },
  };
}

/** A node's error without its text: what the requester can mend is named, all else is the State's fault. */
function stateFaults(
  { path, extensions }: NodeAnswer['errors'][number],
  length: number,
): readonly StateFault[] {
  const { code, argument } = extensions ?? {};
  // what is withheld is told apart, with its reason
  if (code === 'WITHHELD') return [];
  const error =
    code === 'ARGUMENT_INVALID'
      ? new IstmoError(code, argument === undefined ? {} : { details: { argument } })
      : new IstmoError('STATE_ERROR');
  const [, share, ...beneath] = path ?? [];
  if (typeof share === 'number') return [{ error, path: [share, ...beneath] }];
  return Array.from({ length }, (_, position) => ({ error, path: [position] }));
}

function withheldWhole(question: StateQuestion, { withheld }: StateFetch, ms: number): StateResult {
  return {
    entities: question.representations.map(() => null),
    errors: [],
    answer: { ...unanswered(question, statusOfNothing(withheld), ms), withheld },
  };
}

function statusOfNothing(withheld: readonly Withheld[]): StateStatus {
  return withheld.length > 0 && withheld.every(({ reason }) => reason === 'NOT_OFFERED')
    ? 'NOT_OFFERED'
    : 'WITHHELD';
}

/** A State that failed: every coordinate that it was to be asked for is missing, and says why. */
function failed(
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
      withheld: [...(fetch?.withheld ?? []), ...missing],
    },
  };
}

const failureKinds: Partial<Record<IstmoError['code'], readonly [StateStatus, Withheld['reason']]>> = {
  STATE_TIMEOUT: ['TIMEOUT', 'STATE_TIMEOUT'],
  STATE_UNAVAILABLE: ['UNAVAILABLE', 'STATE_UNAVAILABLE'],
};

function unanswered({ state }: StateQuestion, status: StateStatus, ms: number): StateAnswer {
  return { state, status, ms, agreements: [], legalBasis: [], records: {}, shown: [], withheld: [] };
}
