import type { GraphQLDataSource } from '@apollo/gateway';
import { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import { IstmoError } from '../../common/errors.js';
import type { Exchange, GatewayContext } from '../exchange.js';
import { type Asking, askState, type StateResult } from './ask-state.js';
import { type MemberFetch, readMemberFetch } from '../plan/member-fetch.js';
import { type Representation, type Share, splitByOwner } from '../states/owner.js';

type Answer = Awaited<ReturnType<GraphQLDataSource<GatewayContext>['process']>>;

/**
 * The data source of the one logical subgraph `member` that stands for all States: splits a fetch's representations by
 * the State that owns each key, asks the owners side by side, and puts their entities back in order.
 *
 * @param requestTimeoutMs - milliseconds that a whole request has
 */
export function createMemberSource(
  asking: Asking,
  requestTimeoutMs: number,
): GraphQLDataSource<GatewayContext> {
  const operations = new LRUCache<string, MemberFetch>({ max: 1_000 });
  const read = (text: string): MemberFetch => {
    const known = operations.get(text);
    if (known !== undefined) return known;
    const operation = readMemberFetch(text);
    operations.set(text, operation);
    return operation;
  };
  return {
    process: async (options) => {
      const { query, variables } = options.request;
      const { exchange } = options.context as GatewayContext;
      const { representations, ...others } = variables ?? {};
      const share = { operation: read(query ?? ''), variables: others, exchange };
      const remainingMs = exchange.receivedAt + requestTimeoutMs - asking.clock();
      return askOwners(asking, share, representations as readonly Representation[], remainingMs);
    },
  };
}

interface Fetch {
  readonly operation: MemberFetch;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly exchange: Exchange;
}

async function askOwners(
  asking: Asking,
  fetch: Fetch,
  representations: readonly Representation[],
  remainingMs: number,
): Promise<Answer> {
  const { requester, declaration, requestId } = fetch.exchange;
  if (requester === undefined || declaration === undefined) throw new IstmoError('INTERNAL');
  const shares = splitByOwner(representations);
  const results = await Promise.all(
    shares.map(({ state, positions }) =>
      askState(asking, {
        ...fetch,
        state: state ?? '',
        representations: positions.map((position) => representations[position] ?? {}),
        requestId,
        requester,
        declaration,
        remainingMs,
      }),
    ),
  );
  fetch.exchange.answers.push(...results.map(({ answer }) => answer));
  return assemble(shares, results, representations.length);
}

/** One entity for each representation, in order; one error for each place that a failing State leaves empty. */
function assemble(shares: readonly Share[], results: readonly StateResult[], length: number): Answer {
  const entities: unknown[] = new Array<unknown>(length).fill(null);
  const errors: GraphQLError[] = [];
  shares.forEach(({ positions, state }, index) => {
    const result = results[index];
    positions.forEach((position, share) => {
      entities[position] = result?.entities[share] ?? null;
    });
    for (const { error, path } of result?.errors ?? []) {
      const [share, ...beneath] = path;
      errors.push(entityError(error, state, [positions[share] ?? 0, ...beneath]));
    }
  });
  return { data: { _entities: entities }, ...(errors.length > 0 && { errors }) };
}

function entityError(
  error: IstmoError,
  state: string | undefined,
  path: readonly (string | number)[],
): GraphQLError {
  return new GraphQLError(error.message, {
    path: ['_entities', ...path],
    extensions: { ...error.extensions, ...(state !== undefined && { state }) },
  });
}
