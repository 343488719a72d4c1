import { parseRecordId } from '../../common/record-id.js';
import { IstmoError } from '../../common/errors.js';
import type { LogReader } from '../../audit/reading/log-reader.js';
import type { GatewayContext } from '../exchange.js';
import type { Directory, KnownState } from '../states/directory.js';
import { auditResolvers } from './audit-resolvers.js';

interface FirearmKey {
  readonly serialNumber: string;
  readonly make: string;
  readonly calibre?: string | null;
}

interface FirearmRepresentation extends Partial<Record<keyof FirearmKey, string | null>> {
  readonly id: string;
}

interface States {
  readonly states?: readonly string[] | null;
}

/** Resolvers of the region's own subgraph: the directory of States, and stubs that each State fills in itself. */
export function regionResolvers(directory: Directory, reader: LogReader) {
  const stateNamed = (code: string): KnownState => {
    const known = directory.get(code);
    if (known === undefined)
      throw new IstmoError('UNKNOWN_STATE', { details: { argument: code.slice(0, 2) } });
    return known;
  };
  const codes = (states: readonly string[] | null | undefined): readonly string[] =>
    states == null ? directory.states : [...new Set(states)].map((code) => stateNamed(code).state.code);
  const traces = (key: FirearmKey, states: readonly string[]) =>
    states.map((state) => ({ state, ...key, calibre: key.calibre ?? null }));
  const stub =
    (type: string) =>
    (_: unknown, { id }: { readonly id: string }) =>
      ownStub(type, id, stateNamed);
  const memberState = (code: string) => presentState(stateNamed(code));

  return {
    Query: {
      memberStates: (_: unknown, { codes: named }: { readonly codes?: readonly string[] | null }) =>
        codes(named).map(memberState),
      memberState: (_: unknown, { code }: { readonly code: string }) => memberState(code),
      firearmTraces: (_: unknown, { states, ...key }: FirearmKey & States) => traces(key, codes(states)),
      firearm: stub('Firearm'),
      firearmSeizure: stub('FirearmSeizure'),
      drugSeizure: stub('DrugSeizure'),
      ...auditResolvers(reader),
      me: (_: unknown, __: unknown, { exchange }: GatewayContext) => exchange.requester,
    },
    MemberState: {
      __resolveReference: ({ code }: { readonly code: string }) => memberState(code),
    },
    Firearm: {
      __resolveReference: (representation: FirearmRepresentation) => representation,
      tracing: ({ id, serialNumber, make, calibre }: FirearmRepresentation, { states }: States) => {
        // without serial number and make there is nothing to follow it by
        if (serialNumber == null || make == null) return null;
        const origin = parseRecordId(id)?.state;
        const others = states == null ? directory.states.filter((code) => code !== origin) : codes(states);
        return traces({ serialNumber, make, calibre: calibre ?? null }, others);
      },
    },
  };
}

/** A record by its id: the owner fills it in. */
function ownStub(
  type: string,
  id: string,
  stateNamed: (code: string) => KnownState,
): { readonly id: string } {
  const parsed = parseRecordId(id);
  if (parsed?.type !== type) throw new IstmoError('RECORD_ID_INVALID', { details: { argument: 'id', type } });
  stateNamed(parsed.state);
  return { id };
}

function presentState({ state, up, seenAt }: KnownState) {
  return {
    code: state.code,
    nameEnglish: state.name.en,
    nameSpanish: state.name.es,
    timeZone: state.timeZone,
    nodeStatus: up ? 'UP' : 'DOWN',
    nodeSeenAt: seenAt === undefined ? null : new Date(seenAt).toISOString(),
  };
}
