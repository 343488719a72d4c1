import type { GraphQLResolveInfo } from 'graphql';
import type { Authorised } from './authorise.js';
import { checkListArguments } from './list-arguments.js';
import { materialise } from './materialise.js';
import { type NodeRequest, planFor } from './node-request.js';
import type { Filter } from './records/condition-sql.js';
import type { Owner } from './records/hanging.js';
import { countRows, readPage } from './records/page.js';

/** Arguments of a list, `first` with its default. */
export interface ListArguments {
  readonly filter?: Filter | null;
  readonly sort?: { readonly field: string; readonly descending: boolean } | null;
  readonly first: number;
  readonly after?: string | null;
}

/**
 * Answers a list, a page at a time.
 *
 * @param authorised - of the list; null is answered where it is shut
 * @param owner - the record on which it hangs; without one it is all that the State has
 */
export async function answerList(
  request: NodeRequest,
  authorised: Authorised,
  info: GraphQLResolveInfo,
  { filter, sort, first, after }: ListArguments,
  owner?: Owner,
): Promise<unknown> {
  const { decision } = authorised.access;
  if (decision === undefined) return null;
  checkListArguments(info, { filter, sort, first, after });
  const wanted = (field: string): boolean => authorised.selection.fields.has(field);
  const condition = filter ?? {};
  const record = authorised.beneath.get('edges')?.beneath.get('node');
  const totalCount = wanted('totalCount')
    ? await countRows(request.source, planFor(decision), condition, owner)
    : null;
  if (!wanted('edges') && !wanted('pageInfo')) return { totalCount };
  const page = await readPage(request.source, planFor(record?.access.decision ?? decision), {
    filter: condition,
    owner,
    sort: sort ?? undefined,
    first,
    after: after ?? undefined,
  });
  const nodes =
    record &&
    (await materialise(
      request,
      page.rows.map(({ row }) => row),
      record,
    ));
  return {
    totalCount,
    edges: page.rows.map(({ cursor }, position) => ({ cursor, node: nodes?.[position] ?? null })),
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: after != null,
      startCursor: page.rows[0]?.cursor ?? null,
      endCursor: page.rows.at(-1)?.cursor ?? null,
    },
  };
}
