import { IstmoError } from '../../common/errors.js';
import { fetchScope } from '../access/access.js';
import type { RequestQuotas } from '../access/quotas.js';
import type { Exchange } from '../exchange.js';
import type { Data } from '../plan/data.js';
import { type MemberFetch, readMemberFetch } from '../plan/member-fetch.js';
import type { FetchOperation } from '../plan/steps.js';
import { type Share, splitByOwner } from '../states/owner.js';
import { begunWith } from '../states/begun-with.js';
import { type Asking, askStates } from './ask-states.js';
import type { StateResult } from './state-result.js';
import type { EntitiesAnswer, EntityFault, Source, SourceRequest } from './source.js';

/** What asking needs, for whichever request. */
export interface AskingMembers extends Omit<Asking, 'quotas'> {
  /** Quotas for one request more; absent where none are kept. */
  readonly quotas?: (() => RequestQuotas) | undefined;
}

/**
 * The one logical subgraph `member` that stands for all States: splits a fetch's representations by the State that owns
 * each key, asks the owners side by side, and puts their entities back in order.
 *
 * @param requestTimeoutMs - milliseconds that a whole request has
 */
export function createMemberSource(
  { quotas, directory, ...asking }: AskingMembers,
  requestTimeoutMs: number,
): Source {
  // a request of several steps asks each State under the agreements that it first asked it under
  const askingOf = (exchange: Exchange): Asking => {
    exchange.begun ??= { directory: begunWith(directory), quotas: quotas?.() };
    return { directory: exchange.begun.directory, quotas: exchange.begun.quotas, ...asking };
  };
  const known = new WeakMap<FetchOperation, MemberFetch>();
  const read = (operation: FetchOperation): MemberFetch => {
    const fetch = known.get(operation) ?? readMemberFetch(operation.text, operation.passedKeys);
    known.set(operation, fetch);
    return fetch;
  };
  return {
    // States serve no fields of a root type: the planner asks them for entities only
    root: () => Promise.reject(new IstmoError('INTERNAL')),
    entities: (request, representations) => {
      const { exchange } = request.context;
      const remainingMs = exchange.receivedAt + requestTimeoutMs - asking.clock();
      return askOwners(
        askingOf(exchange),
        { fetch: read(request.operation), remainingMs, ...request },
        representations,
      );
    },
  };
}

interface MemberRequest extends SourceRequest {
  readonly fetch: MemberFetch;
  readonly remainingMs: number;
}

async function askOwners(
  asking: Asking,
  { fetch, variables, context: { exchange }, remainingMs }: MemberRequest,
  representations: readonly Data[],
): Promise<EntitiesAnswer> {
  const { requester, declaration, requestId } = exchange;
  if (requester === undefined || declaration === undefined) throw new IstmoError('INTERNAL');
  const shares = splitByOwner(representations);
  const onAnswer = (state: string): void => void progress.set(state, 'ANSWERED');
  const question = {
    scope: fetchScope(fetch, variables),
    requestId,
    requester,
    declaration,
    remainingMs,
    onAnswer,
  };
  const progress = (exchange.progress ??= new Map());
  for (const { state } of shares) if (state !== undefined) progress.set(state, 'WAITING');
  const results = await askStates(
    asking,
    question,
    shares.map(({ state, positions }) => ({
      state: state ?? '',
      representations: positions.map((position) => representations[position] ?? {}),
    })),
  );
  exchange.answers.push(...results.map(({ answer }) => answer));
  return assemble(shares, results, representations.length);
}

/** One entity for each representation, in order; one fault for each place that a failing State leaves empty. */
function assemble(shares: readonly Share[], results: readonly StateResult[], length: number): EntitiesAnswer {
  const entities: unknown[] = new Array<unknown>(length).fill(null);
  const faults: EntityFault[] = [];
  shares.forEach(({ positions, state }, index) => {
    const result = results[index];
    positions.forEach((position, share) => {
      entities[position] = result?.entities[share] ?? null;
    });
    for (const { error, path } of result?.errors ?? []) {
      const [share, ...beneath] = path;
      const position = positions[share] ?? 0;
      faults.push({ error, position, path: beneath, ...(state !== undefined && { state }) });
    }
  });
  return { entities, faults };
}
