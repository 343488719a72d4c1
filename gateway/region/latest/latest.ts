import { type GraphQLResolveInfo, responsePathAsArray } from 'graphql';
import { invalidArgument } from '../../../common/argument-problem.js';
import { IstmoError } from '../../../common/errors.js';
import { listsByDomain } from '../../../schema/lists.js';
import type { QueryLatestArgs } from '../../../schema/types.js';
import type { Source } from '../../execute/source.js';
import type { NamedStates } from '../named-states.js';
import type { RegionContext } from '../region-context.js';
import { listName, readCursor, writeCursor } from './cursor.js';
import { mergeLists, type MergedPage, placeAfter } from './merge.js';
import { listsFetch, readLists } from './read-lists.js';

/** `first` has a default. */
type LatestArguments = QueryLatestArgs & { readonly first: number };

/** The part of `info` that tells where a field stands in the answer. */
type FieldInfo = Pick<GraphQLResolveInfo, 'path'>;

export interface LatestOptions {
  /** All States, which are asked for the order of their records. */
  readonly member: Source;
  readonly states: readonly string[];
  readonly named: NamedStates;
}

/**
 * The newest records of several States in one order. Each State is asked for no more than the order of its newest
 * records; those of the page are left to their owners, as records by their id are.
 */
export function latestResolver({ member, states: all, named }: LatestOptions) {
  const fetches = new Map([...listsByDomain()].map(([domain, lists]) => [domain, listsFetch(lists)]));
  return async (
    _parent: unknown,
    { domain, states, first, after }: LatestArguments,
    context: RegionContext,
    info: FieldInfo,
  ) => {
    const fetch = fetches.get(domain);
    if (fetch === undefined) throw invalidArgument({ path: 'domain', problem: 'NO_VALUE' });
    if (context.exchange.declaration === undefined)
      throw new IstmoError('PURPOSE_MISSING', { details: { header: 'Istmo-Purpose' } });
    const asked = named.several(states, 'states', { context, info });
    const list = listName(domain, asked);
    const from = after == null ? new Map<string, never>() : readCursor(list, after);
    const place = { context, path: responsePathAsArray(info.path) };
    const answers = await readLists(member, fetch, asked ?? all, { first, after: from }, place);
    const page = mergeLists(
      answers.flatMap(({ parts }) => parts),
      from,
      first,
    );
    const unseen = answers.some(({ failed }) => failed);
    return present(list, page, { hasNextPage: page.more || unseen, hasPreviousPage: after != null });
  };
}

function present(
  list: string,
  page: MergedPage,
  more: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean },
) {
  const cursorAfter = (count: number): string => writeCursor(list, placeAfter(page, count));
  return {
    edges: page.items.map(({ state, record, id }, position) => ({
      state,
      node: { __typename: record, id },
      // written where they are asked for
      cursor: () => cursorAfter(position + 1),
    })),
    pageInfo: {
      ...more,
      startCursor: () => (page.items.length === 0 ? null : cursorAfter(1)),
      endCursor: () => cursorAfter(page.items.length),
    },
  };
}
