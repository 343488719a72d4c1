import type { GraphQLResolveInfo } from 'graphql';
import { invalidArgument } from '../../common/argument-problem.js';
import { parseRecordId } from '../../common/record-id.js';
import { isDistance } from '../../schema/serials-beside.js';
import type { Lookup, Vocabulary } from '../../schema/vocabulary.js';
import type { Authorised } from './authorise.js';
import { authorisedAt, type Door, entityAt, hangingAt } from './doors.js';
import { type ListArguments, readListArguments } from './list-arguments.js';
import { answerStatistics, type StatisticsQuery } from './statistics/statistics.js';
import { createFinder, type Finder } from './lookup.js';
import { answerList } from './list.js';
import { materialiseKeys } from './materialise.js';
import type { NodeRequest } from './node-request.js';

type Resolver<Arguments> = (
  parent: unknown,
  args: Arguments,
  request: NodeRequest,
  info: GraphQLResolveInfo,
) => unknown;

/**
 * The resolvers of a node: its doors, and nothing beneath them, since what passes a door is plain.
 *
 * @param doors - fields that are connections
 */
export function nodeResolvers(vocabulary: Vocabulary, state: string, doors: readonly Door[]) {
  const referred = [...vocabulary.records.keys()].filter((type) => type !== 'Statistics');
  const references = referred.map((type) => {
    const lookup = vocabulary.lookups.get(type);
    const resolve =
      lookup === undefined ? recordReference(type, state) : lookupReference(type, lookup, state);
    const hanging = doors.filter((door) => door.type === type);
    return [type, { __resolveReference: resolve, ...resolving(hanging, hangingConnection) }] as const;
  });
  return {
    ...Object.fromEntries(references),
    MemberState: {
      __resolveReference: ({ code }: { readonly code: string }) => (code === state ? { code } : null),
      ...resolving(
        doors.filter(({ type }) => type === 'MemberState'),
        connection,
      ),
      statistics,
    },
  };
}

function resolving(doors: readonly Door[], resolver: Resolver<ListArguments>) {
  return Object.fromEntries(doors.map(({ field }) => [field, resolver]));
}

const connection: Resolver<ListArguments> = async (_parent, given, request, info) => {
  const authorised = authorisedAt(request, info);
  if (authorised?.access.decision === undefined) return null;
  return answerList(request, authorised, readListArguments(info, given, request.states));
};

/** A list that hangs on a record. */
const hangingConnection: Resolver<ListArguments> = async (parent, given, request, info) => {
  const hanging = hangingAt(parent, info);
  if (hanging?.authorised.access.decision === undefined) return null;
  return answerList(request, hanging.authorised, {
    ...readListArguments(info, given, request.states),
    owner: hanging.owner,
  });
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
    const within = lookup.near === undefined ? undefined : distanceOf(reference['within']);
    const keys = { given: Object.fromEntries(given), within };
    return { __typename: type, state, ...(await find(keys)) };
  };
}

/** @throws IstmoError `ARGUMENT_INVALID`: a gateway lets none pass that is no distance, and is not trusted to */
function distanceOf(within: unknown): number {
  if (!isDistance(within)) throw invalidArgument({ path: 'within', problem: 'DISTANCE' });
  return within;
}
