import type { DocumentNode, GraphQLResolveInfo } from 'graphql';
import type { Clock } from '../../common/clock.js';
import { IstmoError } from '../../common/errors.js';
import { parseRecordId } from '../../common/record-id.js';
import type { MemberState, QueryMemberStateArgs, QueryMemberStatesArgs } from '../../schema/types.js';
import type { QuotaStandings } from '../access/quotas.js';
import type { Source } from '../execute/source.js';
import type { Directory, KnownState } from '../states/directory.js';
import { checkingArguments } from './checked.js';
import { recordLink, rootLookup } from './fan-out.js';
import { latestResolver } from './latest/latest.js';
import { type FanOut, fanOutsOf, recordTypesOf } from './lookups.js';
import { type NamedStates, namedStates } from './named-states.js';
import type { RegionContext } from './region-context.js';
import { sharingResolvers, type StatesOf } from './sharing.js';

export interface RegionParts {
  readonly directory: Directory;
  /** All States, for what is merged of them. */
  readonly member: Source;
  readonly clock: Clock;
  readonly quotaStandings: QuotaStandings;
}

/**
 * Resolvers of the region's own subgraph: the directory of States, stubs that each State fills in itself, and who shares
 * what.
 *
 * @param document - the region's SDL: which fields fan out, and by what, stands there
 */
export function regionResolvers(
  document: DocumentNode,
  { directory, member, clock, quotaStandings }: RegionParts,
) {
  const named = namedStates(directory);
  const statesOf: StatesOf = (codes, argument, asked) =>
    (named.several(codes, argument, asked) ?? directory.states).map((code) => named.one(code, argument));
  const fanOuts = fanOutsOf(document);
  const lookups = fanOuts.filter(({ parent }) => parent === 'Query');
  const links = fanOuts.filter(({ parent }) => parent !== 'Query');

  return {
    Query: checkingArguments({
      memberStates: (
        _: unknown,
        { codes }: QueryMemberStatesArgs,
        context: RegionContext,
        info: GraphQLResolveInfo,
      ) => statesOf(codes, 'codes', { context, info }).map(presentState),
      memberState: (_: unknown, { code }: QueryMemberStateArgs) => presentState(named.one(code, 'code')),
      ...byField(lookups, (fanOut) => rootLookup(fanOut, directory, named)),
      ...Object.fromEntries(
        recordTypesOf(document).map((type) => [fieldNamed(type), recordStub(type, named)]),
      ),
      latest: latestResolver({ member, states: directory.states, named }),
      ...sharingResolvers(statesOf, clock, quotaStandings),
    }),
    MemberState: {
      __resolveReference: ({ code }: { readonly code: string }) => presentState(named.one(code, 'code')),
    },
    ...Object.fromEntries(
      [...new Set(links.map(({ parent }) => parent))].map((type) => [
        type,
        {
          __resolveReference: (representation: unknown) => representation,
          ...checkingArguments(
            byField(
              links.filter(({ parent }) => parent === type),
              (fanOut) => recordLink(fanOut, directory, named),
            ),
          ),
        },
      ]),
    ),
  };
}

function byField<Resolver>(fanOuts: readonly FanOut[], resolver: (fanOut: FanOut) => Resolver) {
  return Object.fromEntries(fanOuts.map((fanOut) => [fanOut.field, resolver(fanOut)]));
}

/** `FirearmSeizure` → `firearmSeizure` */
function fieldNamed(type: string): string {
  return type.charAt(0).toLowerCase() + type.slice(1);
}

/** A record by its id: the owner fills it in. */
function recordStub(type: string, named: NamedStates) {
  return (_: unknown, { id }: { readonly id: string }): { readonly id: string } => {
    const parsed = parseRecordId(id);
    if (parsed?.type !== type)
      throw new IstmoError('RECORD_ID_INVALID', { details: { argument: 'id', type } });
    named.one(parsed.state, 'id');
    return { id };
  };
}

/** What the region itself knows of a State. */
type DirectoryEntry = Pick<
  MemberState,
  'code' | 'nameEnglish' | 'nameSpanish' | 'timeZone' | 'nodeStatus'
> & {
  /** Written out only where it is asked for. */
  readonly nodeSeenAt: () => MemberState['nodeSeenAt'];
};

function presentState({ state, up, seenAt }: KnownState): DirectoryEntry {
  return {
    code: state.code,
    nameEnglish: state.name.en,
    nameSpanish: state.name.es,
    timeZone: state.timeZone,
    nodeStatus: up ? 'UP' : 'DOWN',
    nodeSeenAt: () => (seenAt === undefined ? null : new Date(seenAt).toISOString()),
  };
}
