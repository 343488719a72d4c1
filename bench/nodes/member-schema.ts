import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLSchema } from 'graphql';
import { parseRecordId } from '../../common/record-id.js';
import { memberDocument } from '../../schema/sources.js';
import { type FirearmRecord, firearmAt, firearmsFrom, seizureOf } from './records.js';

interface Page {
  readonly first: number;
  readonly after?: string | null;
}

interface Seizures {
  readonly filter: { readonly caseNumber: { readonly eq: string } };
}

interface TraceKey {
  readonly state: string;
  readonly serialNumber: string;
  readonly make: string;
}

/** The shared language over records that are made up: the same answer to the same question, for every State. */
export function memberSchema(): GraphQLSchema {
  const resolvers = {
    MemberState: {
      __resolveReference: ({ code }: { readonly code: string }) => ({ code }),
      firearms: ({ code }: { readonly code: string }, { first, after }: Page) =>
        connection(firearmsFrom(code, Number(after ?? 0), first)),
      firearmSeizures: ({ code }: { readonly code: string }, { filter }: Seizures) =>
        connection([seizureOf(code, filter.caseNumber.eq)]),
    },
    FirearmTrace: {
      __resolveReference: (key: TraceKey) => ({ ...key, ...traceIn(key.state, key) }),
    },
    Firearm: {
      __resolveReference: ({ id }: { readonly id: string }) =>
        firearmAt(parseRecordId(id)?.state ?? '', Number(id.slice(-6))),
    },
    FirearmSeizure: {
      __resolveReference: ({ id }: { readonly id: string }) => seizureOf(parseRecordId(id)?.state ?? '', id),
    },
  };
  return buildSubgraphSchema([{ typeDefs: memberDocument(), resolvers }]);
}

/** What a State knows of a firearm that is traced: always one record. */
export function traceIn(
  state: string,
  { serialNumber, make }: Pick<FirearmRecord, 'serialNumber' | 'make'>,
): Readonly<Record<string, unknown>> {
  return {
    state,
    hit: 'HIT',
    records: [{ ...firearmAt(state, 7), serialNumber, make }],
    outcome: 'TRACED_TO_DEALER',
    timeToCrimeDays: 1_204,
  };
}

/** Records as a page of all that there are. */
export function connection(rows: readonly object[]): Readonly<Record<string, unknown>> {
  return {
    totalCount: rows.length,
    edges: rows.map((node, index) => ({ cursor: String(index), node })),
    pageInfo: { hasNextPage: false, hasPreviousPage: false },
  };
}
