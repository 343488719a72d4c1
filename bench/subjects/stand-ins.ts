import { buildSubgraphSchema } from '@apollo/subgraph';
import { LRUCache } from 'lru-cache';
import type { Access } from '../../gateway/access/access.js';
import { type StateFetch, stateFetch } from '../../gateway/access/state-fetch.js';
import type { Identity } from '../../gateway/identity/identity.js';
import type { GatewayParts } from '../../gateway/parts.js';
import type { MemberFetch } from '../../gateway/plan/member-fetch.js';
import type { Asserter } from '../../gateway/states/assertion.js';
import type { Decision } from '../../policy/decide.js';
import { memberDocument } from '../../schema/sources.js';
import { benchAsker } from '../nodes/agreements.js';
import type { SubjectName } from './subject.js';

/** The gateway's parts with one of the four that cost most put out of action. Only the bench can do this. */
export function withStandIn(parts: GatewayParts, subject: SubjectName): GatewayParts {
  switch (subject) {
    case 'istmo-without-identity':
      return { ...parts, identity: oneRequester() };
    case 'istmo-without-access':
      return { ...parts, access: everythingOpen(parts) };
    case 'istmo-without-assertions':
      return { ...parts, assert: nothingSigned() };
    case 'istmo-without-log':
      return { ...parts, log: nothingLogged(parts) };
    default:
      return parts;
  }
}

/** Everybody is the same requester, whatever the token. */
function oneRequester(): Identity {
  const requester = {
    agency: benchAsker.agency,
    country: 'US',
    officer: 'officer-0',
    client: 'bench',
    roles: [benchAsker.role],
  };
  return { identify: () => Promise.resolve(requester) };
}

/** No agreement is read and nothing is pruned: each State gets the fetch as it was planned, written once. */
function everythingOpen({ vocabulary }: GatewayParts): Access {
  const schema = buildSubgraphSchema({ typeDefs: memberDocument() });
  const written = new WeakMap<MemberFetch, StateFetch>();
  return ({ scope: { operation, variables } }) =>
    ({ representations, offering }) => {
      const known = written.get(operation);
      if (known !== undefined) return known;
      const pruning = {
        schema,
        vocabulary,
        variables,
        fragments: operation.fragments,
        offered: offering.offered,
      };
      const fetch = stateFetch(
        { ...pruning, decide: openDecision },
        operation,
        representations,
        new LRUCache({ max: 1 }),
      );
      written.set(operation, fetch);
      return fetch;
    };
}

function openDecision(record: string, fields: readonly string[]): Decision {
  return {
    reading: { record, fields, filters: [], onlyEquals: true, sorts: [] },
    grants: [{ agreement: 'none', legalBasis: [], grant: { record, fields }, returns: true }],
    hits: [],
    withheld: [],
  };
}

function nothingSigned(): Asserter {
  return ({ requests }) => new Map(requests.map(({ state }) => [state, { jti: 'none', token: 'none' }]));
}

/** Entries are counted and dropped. */
function nothingLogged({ log }: GatewayParts): GatewayParts['log'] {
  let size = 0;
  return {
    append: () => Promise.resolve({ index: size++ }),
    growth: (oldSizes) => log.growth(oldSizes),
    get size() {
      return size;
    },
    health: { writable: true, backlog: 0 },
    commits: log.commits,
    verifierKey: log.verifierKey,
    close: () => Promise.resolve(),
  };
}
