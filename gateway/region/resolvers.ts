import type { DocumentNode } from 'graphql';
import { IstmoError } from '../../common/errors.js';
import { parseRecordId } from '../../common/record-id.js';
import type {
  MemberState,
  QueryMemberStateArgs,
  QueryMemberStatesArgs,
  Requester,
} from '../../schema/types.js';
import type { GatewayContext } from '../exchange.js';
import type { Source } from '../execute/source.js';
import type { Directory, KnownState } from '../states/directory.js';
import { recordLink, rootLookup } from './fan-out.js';
import { latestResolver } from './latest/latest.js';
import { type FanOut, fanOutsOf, recordTypesOf } from './lookups.js';

/**
 * Resolvers of the region's own subgraph: the directory of States, and stubs that each State fills in itself.
 *
 * @param document - the region's SDL: which fields fan out, and by what, stands there
 * @param member - all States, for what is merged of them
 */
export function regionResolvers(document: DocumentNode, directory: Directory, member: Source) {
  const stateNamed = (code: string): KnownState => {
    const known = directory.get(code);
    if (known === undefined)
      throw new IstmoError('UNKNOWN_STATE', { details: { argument: code.slice(0, 2) } });
    return known;
  };
  const named = (states: readonly string[] | null | undefined): readonly string[] | undefined =>
    states == null ? undefined : [...new Set(states)].map((code) => stateNamed(code).state.code);
  const memberState = (code: string) => presentState(stateNamed(code));
  const fanOuts = fanOutsOf(document);
  const lookups = fanOuts.filter(({ parent }) => parent === 'Query');
  const links = fanOuts.filter(({ parent }) => parent !== 'Query');

  return {
    Query: {
      memberStates: (_: unknown, { codes }: QueryMemberStatesArgs) =>
        (named(codes) ?? directory.states).map(memberState),
      memberState: (_: unknown, { code }: QueryMemberStateArgs) => memberState(code),
      ...byField(lookups, (fanOut) => rootLookup(fanOut, directory, named)),
      ...Object.fromEntries(
        recordTypesOf(document).map((type) => [fieldNamed(type), recordStub(type, stateNamed)]),
      ),
      latest: latestResolver({ member, states: directory.states, named }),
      me: (_: unknown, __: unknown, { exchange }: GatewayContext): Requester | undefined =>
        exchange.requester,
    },
    MemberState: {
      __resolveReference: ({ code }: { readonly code: string }) => memberState(code),
    },
    ...Object.fromEntries(
      [...new Set(links.map(({ parent }) => parent))].map((type) => [
        type,
        {
          __resolveReference: (representation: unknown) => representation,
          ...byField(
            links.filter(({ parent }) => parent === type),
            (fanOut) => recordLink(fanOut, directory, named),
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
function recordStub(type: string, stateNamed: (code: string) => KnownState) {
  return (_: unknown, { id }: { readonly id: string }): { readonly id: string } => {
    const parsed = parseRecordId(id);
    if (parsed?.type !== type)
      throw new IstmoError('RECORD_ID_INVALID', { details: { argument: 'id', type } });
    stateNamed(parsed.state);
    return { id };
  };
}

/** What the region itself knows of a State. */
type DirectoryEntry = Pick<
  MemberState,
  'code' | 'nameEnglish' | 'nameSpanish' | 'timeZone' | 'nodeStatus' | 'nodeSeenAt'
>;

function presentState({ state, up, seenAt }: KnownState): DirectoryEntry {
  return {
    code: state.code,
    nameEnglish: state.name.en,
    nameSpanish: state.name.es,
    timeZone: state.timeZone,
    nodeStatus: up ? 'UP' : 'DOWN',
    nodeSeenAt: seenAt === undefined ? null : new Date(seenAt).toISOString(),
  };
}
