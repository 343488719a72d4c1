import { type Clock, dateIn } from '../../common/clock.js';
import { IstmoError } from '../../common/errors.js';
import { type Grantee, type Sharing, sharingWith } from '../../policy/sharing.js';
import type { QuotaStandings } from '../access/quotas.js';
import type { KnownState } from '../states/directory.js';
import type { Asked } from './named-states.js';
import { quotasOf } from './quotas.js';
import type { RegionContext } from './region-context.js';

/** What one State shares with one agency, as far as the gateway knows its agreements. */
interface StateSharing {
  readonly state: string;
  readonly agency: string;
  readonly isKnown: boolean;
  readonly records: readonly Sharing[];
}

type FieldInfo = Asked['info'];

interface States {
  readonly states?: readonly string[] | null;
}

/** The States that an argument names, or all of them. */
export type StatesOf = (
  codes: readonly string[] | null | undefined,
  argument: string,
  asked: Asked,
) => readonly KnownState[];

/** Who the requester is and what is shared with him, and who gives what to whom: out of agreements alone, no State is asked. */
export function sharingResolvers(statesOf: StatesOf, clock: Clock, standings: QuotaStandings) {
  return {
    me: (_: unknown, __: unknown, { exchange: { requester } }: RegionContext) => {
      if (requester === undefined) throw new IstmoError('INTERNAL');
      const sharing = ({ states }: States, context: RegionContext, info: FieldInfo) =>
        statesOf(states, 'states', { context, info }).map((known) => sharingOf(known, requester, clock()));
      return {
        ...requester,
        sharing,
        quotas: ({ states }: States, context: RegionContext, info: FieldInfo) =>
          quotasOf(statesOf(states, 'states', { context, info }), requester, standings, clock()),
        purposes: (_given: unknown, context: RegionContext, info: FieldInfo) => {
          const all = sharing({}, context, info).flatMap(({ records }) => records);
          return [...new Set(all.map(({ purpose }) => purpose))].sort();
        },
      };
    },
    sharing: (
      _: unknown,
      { states, agencies }: States & { readonly agencies?: readonly string[] | null },
      context: RegionContext,
      info: FieldInfo,
    ) =>
      statesOf(states, 'states', { context, info }).flatMap((known) =>
        granteesOf(known)
          .filter((agency) => agencies?.includes(agency) ?? true)
          .map((agency) => sharingOf(known, { agency, roles: undefined }, clock())),
      ),
  };
}

function granteesOf({ offering }: KnownState): readonly string[] {
  return [...(offering?.policy.grants.keys() ?? [])].sort();
}

function sharingOf({ state, offering }: KnownState, grantee: Grantee, now: number): StateSharing {
  const date = dateIn(state.timeZone, now);
  return {
    state: state.code,
    agency: grantee.agency,
    isKnown: offering !== undefined,
    records: offering === undefined ? [] : sharingWith(offering.policy, grantee, offering.offered, date),
  };
}
