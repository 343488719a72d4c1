import type { GraphQLResolveInfo } from 'graphql';
import { parseRecordId } from '../../common/record-id.js';
import type { Lookup, Vocabulary } from '../../schema/vocabulary.js';
import type { Authorised } from './authorise.js';
import { authorisedAt, entityAt } from './doors.js';
import { checkListArguments } from './list-arguments.js';
import { answerStatistics, type StatisticsQuery } from './statistics/statistics.js';
import { createFinder, type Finder } from './lookup.js';
import { materialise, materialiseKeys } from './materialise.js';
import { type NodeRequest, planFor } from './node-request.js';
import type { Equalities } from './records/by-key.js';
import type { Filter } from './records/condition-sql.js';
import { countRows, readPage } from './records/page.js';

interface ConnectionArguments {
  readonly filter?: Filter | null;
  readonly sort?: { readonly field: string; readonly descending: boolean } | null;
  readonly first: number;
  readonly after?: string | null;
}

type Resolver<Arguments> = (
  parent: unknown,
  args: Arguments,
  request: NodeRequest,
  info: GraphQLResolveInfo,
) => unknown;

/**
 * The resolvers of a node: its doors, and nothing beneath them, since what passes a door is plain.
 *
 * @param doors - fields of MemberState that are connections, with the record that each pages through
 */
export function nodeResolvers(vocabulary: Vocabulary, state: string, doors: readonly string[]) {
  const referred = [...vocabulary.records.keys()].filter((type) => type !== 'Statistics');
  const references = referred.map((type) => {
    const lookup = vocabulary.lookups.get(type);
    const resolve =
      lookup === undefined ? recordReference(type, state) : lookupReference(type, lookup, state);
    return [type, { __resolveReference: resolve }] as const;
  });
  return {
    ...Object.fromEntries(references),
    MemberState: {
      __resolveReference: ({ code }: { readonly code: string }) => (code === state ? { code } : null),
      ...Object.fromEntries(doors.map((field) => [field, connection])),
      statistics,
    },
  };
}

const connection: Resolver<ConnectionArguments> = async (
  _parent,
  { filter, sort, first, after },
  request,
  info,
) => {
  const authorised = authorisedAt(request, info);
  const decision = authorised?.access.decision;
  if (authorised === undefined || decision === undefined) return null;
  checkListArguments(info, { filter, sort, first, after });
  const wanted = (field: string): boolean => authorised.selection.fields.has(field);
  const condition = filter ?? {};
  const record = authorised.beneath.get('edges')?.beneath.get('node');
  const totalCount = wanted('totalCount')
    ? await countRows(request.source, planFor(decision), condition)
    : null;
  if (!wanted('edges') && !wanted('pageInfo')) return { totalCount };
  const page = await readPage(request.source, planFor(record?.access.decision ?? decision), {
    filter: condition,
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
};

/** Counted over all records, whoever asks: what comes out tells of none of them. */
const statistics: Resolver<StatisticsQuery> = (_parent, query, request, info) => {
  const authorised = authorisedAt(request, info);
  const decision = authorised?.access.decision;
  if (authorised === undefined || decision === undefined) return null;
  const shown = decision.reading.fields.filter((field) => !authorised.access.hidden.has(field));
  for (const field of shown) request.ledger.shown.add(`Statistics.${field}`);
  return answerStatistics(request.source, query, shown);
};

type Reference = Readonly<Record<string, unknown>>;

function recordReference(type: string, state: string) {
  return async ({ id }: Reference, request: NodeRequest, info: GraphQLResolveInfo): Promise<unknown> => {
    const authorised = entityAt(request, info, type);
    const parsed = typeof id === 'string' ? parseRecordId(id) : undefined;
    if (authorised === undefined || parsed?.state !== state || parsed.type !== type) return null;
    const [record] = await materialiseKeys(request, [parsed.key], authorised);
    return record ?? null;
  };
}

function lookupReference(type: string, lookup: Lookup, state: string) {
  const finders = new WeakMap<Authorised, Finder>();
  return async (reference: Reference, request: NodeRequest, info: GraphQLResolveInfo): Promise<unknown> => {
    const authorised = entityAt(request, info, type);
    if (authorised === undefined || reference['state'] !== state) return null;
    const find = finders.get(authorised) ?? createFinder(request, authorised, lookup);
    finders.set(authorised, find);
    const given = lookup.by.flatMap((field) => {
      const value = reference[field];
      return typeof value === 'string' ? [[field, value] as const] : [];
    });
    const keys: Equalities = Object.fromEntries(given);
    return { __typename: type, state, ...(await find(keys)) };
  };
}
