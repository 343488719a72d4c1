import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLSchema } from 'graphql';
import { parseRecordId } from '../../common/record-id.js';
import { regionDocument } from '../../schema/sources.js';

interface TraceKey {
  readonly serialNumber: string;
  readonly make: string;
  readonly calibre?: string | null;
}

/** The region's subgraph without the region: its list of States and the stubs of a trace, unguarded. */
export function bareRegionSchema(codes: readonly string[]): GraphQLSchema {
  const traces = ({ serialNumber, make, calibre = null }: TraceKey, states: readonly string[]) =>
    states.map((state) => ({ state, serialNumber, make, calibre }));
  const resolvers = {
    Query: {
      memberStates: () => codes.map((code) => ({ code })),
      memberState: (_: unknown, { code }: { readonly code: string }) => ({ code }),
    },
    MemberState: { __resolveReference: ({ code }: { readonly code: string }) => ({ code }) },
    Firearm: {
      __resolveReference: (representation: object) => representation,
      tracing: (firearm: TraceKey & { readonly id: string }) =>
        traces(
          firearm,
          codes.filter((code) => code !== parseRecordId(firearm.id)?.state),
        ),
    },
  };
  return buildSubgraphSchema([{ typeDefs: regionDocument(), resolvers }]);
}
