import type { GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { dateIn } from '../../common/clock.js';
import { withRetryAt } from '../../common/withheld.js';
import { isOfCase } from '../../policy/case.js';
import { type Asker, decide } from '../../policy/decide.js';
import { doorAsked } from '../../policy/operation/scope.js';
import type { Vocabulary } from '../../schema/vocabulary.js';
import type { Declaration } from '../admission/declaration.js';
import { type MemberFetch, withDefaults } from '../plan/member-fetch.js';
import type { Representation } from '../states/owner.js';
import type { Requester } from '../identity/requester.js';
import type { Offering } from '../states/directory.js';
import { type LimitedAgreement, type StateFetch, stateFetch, type WrittenTexts } from './state-fetch.js';

/** What one run of a fetch asks of whichever State. */
export interface FetchScope {
  readonly operation: MemberFetch;
  /** With the defaults that the operation gives. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Fields that are filtered and sorted by, door by door: what decisions depend on. */
  readonly doors: string;
}

/** Reads the variables of a fetch, once for all States that it asks. */
export function fetchScope(operation: MemberFetch, given: Readonly<Record<string, unknown>>): FetchScope {
  const variables = withDefaults(operation, given);
  return {
    operation,
    variables,
    doors: JSON.stringify(operation.doors.map((door) => doorAsked(door, variables))),
  };
}

/** What is asked, by whom, for what: the same for all States that are asked at once. */
export interface Question {
  readonly scope: FetchScope;
  readonly requester: Requester;
  readonly declaration: Declaration;
}

/** What of it one State is asked, and what it has published. */
export interface Asked {
  readonly representations: readonly Representation[];
  readonly timeZone: string;
  readonly offering: Offering;
  /** Agreements whose quota is used up, and until when (ISO 8601): they open nothing. */
  readonly exhausted?: ReadonlyMap<string, string> | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Decides what of a fetch one State's agreements let this requester have. */
export type Decide = (asked: Asked) => StateFetch;

/** Decides for one question, State by State. */
export type Access = (question: Question) => Decide;

/** Decisions are made once for an operation, an asker, a set of agreements and what is filtered by, then remembered. */
export function createAccess(schema: GraphQLSchema, vocabulary: Vocabulary): Access {
  // what is remembered of a fetch goes with it
  const remembered = new WeakMap<MemberFetch, Memory>();
  const memoryOf = (operation: MemberFetch): Memory => {
    const known = remembered.get(operation) ?? {
      fetches: new LRUCache({ max: 200 }),
      written: new LRUCache({ max: 100 }),
    };
    remembered.set(operation, known);
    return known;
  };
  return (question) => {
    const { operation, variables, doors } = question.scope;
    const { fetches, written } = memoryOf(operation);
    const { agency, roles } = question.requester;
    const { purpose } = question.declaration;
    const askedAlike = JSON.stringify([agency, roles, purpose, doors]);
    let last: { readonly key: string; readonly fetches: OfferingFetches } | undefined;
    const fetchesFor = (askedFor: string): OfferingFetches => {
      if (last?.key === askedFor) return last.fetches;
      const key = `${askedAlike}${askedFor}`;
      const known = fetches.get(key) ?? new WeakMap<Offering, StateFetch>();
      fetches.set(key, known);
      last = { key: askedFor, fetches: known };
      return known;
    };
    return (asked) => {
      const { offering, representations, exhausted } = asked;
      const date = dateIn(asked.timeZone, asked.now);
      const special = specialTo(question, asked);
      const kinds = kindsOf(representations, vocabulary);
      // all that a decision depends on besides the agreements; each part tells where it ends
      const known = fetchesFor(`${date}${special === nothing ? '' : JSON.stringify(special)}${kinds}`);
      const decided = known.get(offering);
      if (decided !== undefined) return withRetry(decided, exhausted);
      const asker = { agency, roles, purpose, date, ...special };
      const pruned = stateFetch(
        {
          schema,
          vocabulary,
          variables,
          fragments: operation.fragments,
          offered: offering.offered,
          decide: (record, fields, scope) => decide(offering.policy, asker, { record, fields, ...scope }),
        },
        operation,
        representations,
        written,
      );
      const fetch = { ...pruned, ...namedBy(offering, pruned.agreements) };
      known.set(offering, fetch);
      return withRetry(fetch, exhausted);
    };
  };
}

/** By what a State has published. */
type OfferingFetches = WeakMap<Offering, StateFetch>;

/** By which agreements a State is asked: their quotas, and the texts that they stand in. */
function namedBy(
  { policy, agreementsDigest, agreementsHistory }: Offering,
  agreements: readonly string[],
): Pick<StateFetch, 'quotas' | 'agreementsDigest' | 'agreementsHistory'> {
  const quotas = agreements.flatMap((agreement): readonly LimitedAgreement[] => {
    const quota = policy.quotas.get(agreement);
    return quota === undefined ? [] : [{ agreement, quota }];
  });
  return { quotas, agreementsDigest, agreementsHistory };
}

/** Says when to try again, which the same decision says at another time otherwise. */
function withRetry(fetch: StateFetch, exhausted: Asked['exhausted']): StateFetch {
  if (exhausted === undefined) return fetch;
  return { ...fetch, withheld: withRetryAt(fetch.withheld, exhausted) };
}

/**
 * What only some decisions depend on: which quotas are used up, and the declared case where an agreement is for it. Decisions
 * on all other cases are the same.
 */
function specialTo(
  { requester, declaration }: Question,
  { offering, exhausted }: Asked,
): Pick<Asker, 'case' | 'exhausted'> {
  const bound = offering.policy.bound.get(requester.agency) ?? [];
  const isBound = bound.some((one) => isOfCase(one, declaration.case));
  if (!isBound && exhausted === undefined) return nothing;
  return {
    ...(exhausted && { exhausted: [...exhausted.keys()].sort() }),
    ...(isBound && { case: declaration.case }),
  };
}

const nothing = {};

/** What is remembered of one fetch. */
interface Memory {
  /** By asker and what is filtered by. */
  readonly fetches: LRUCache<string, OfferingFetches>;
  readonly written: WrittenTexts;
}

/** How many types the representations have, and which; of look-ups also which keys they really give. */
function kindsOf(representations: readonly Representation[], { lookups }: Vocabulary): string {
  const kinds = new Set<string>();
  for (const representation of representations) {
    const typeName = String(representation['__typename']);
    kinds.add(lookups.has(typeName) ? `${typeName}${givenKeys(representation)}` : typeName);
  }
  return `${String(kinds.size)} ${[...kinds].join(',')}`;
}

function givenKeys(representation: Representation): string {
  let keys = '';
  for (const key of Object.keys(representation)) if (representation[key] !== null) keys += ` ${key}`;
  return keys;
}
