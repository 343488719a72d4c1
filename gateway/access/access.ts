import type { GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { dateIn } from '../../common/clock.js';
import { withRetryAt } from '../../common/withheld.js';
import { isOfCase } from '../../policy/case.js';
import { decide } from '../../policy/decide.js';
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

/** One question to one State: what is asked, by whom, for what. */
export interface Question {
  readonly scope: FetchScope;
  readonly representations: readonly Representation[];
  readonly requester: Requester;
  readonly declaration: Declaration;
  readonly timeZone: string;
  readonly offering: Offering;
  /** Agreements whose quota is used up, and until when (ISO 8601): they open nothing. */
  readonly exhausted?: ReadonlyMap<string, string> | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Decides what of a fetch one State's agreements let this requester have. */
export type Access = (question: Question) => StateFetch;

/** Decisions are made once for an operation, an asker, a set of agreements and what is filtered by, then remembered. */
export function createAccess(schema: GraphQLSchema, vocabulary: Vocabulary): Access {
  // what is remembered of a fetch goes with it
  const remembered = new WeakMap<MemberFetch, Memory>();
  const memoryOf = (operation: MemberFetch): Memory => {
    const known = remembered.get(operation) ?? {
      fetches: new LRUCache({ max: 1_000 }),
      written: new LRUCache({ max: 100 }),
    };
    remembered.set(operation, known);
    return known;
  };
  return (question) => {
    const asker = {
      agency: question.requester.agency,
      roles: question.requester.roles,
      purpose: question.declaration.purpose,
      date: dateIn(question.timeZone, question.now),
      exhausted: question.exhausted && [...question.exhausted.keys()].sort(),
      ...caseOf(question),
    };
    const { offering, representations } = question;
    const { operation, variables, doors } = question.scope;
    const { fetches, written } = memoryOf(operation);
    const key = JSON.stringify([offering.digest, asker, doors, kindsOf(representations, vocabulary)]);
    const known = fetches.get(key);
    if (known !== undefined) return withRetry(known, question.exhausted);
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
    const quotas = pruned.agreements.flatMap((agreement): readonly LimitedAgreement[] => {
      const quota = offering.policy.quotas.get(agreement);
      return quota === undefined ? [] : [{ agreement, quota }];
    });
    const { agreementsDigest, agreementsHistory } = offering;
    const fetch = { ...pruned, quotas, agreementsDigest, agreementsHistory };
    fetches.set(key, fetch);
    return withRetry(fetch, question.exhausted);
  };
}

/** Says when to try again, which the same decision says at another time otherwise. */
function withRetry(fetch: StateFetch, exhausted: Question['exhausted']): StateFetch {
  if (exhausted === undefined) return fetch;
  return { ...fetch, withheld: withRetryAt(fetch.withheld, exhausted) };
}

/** The declared case, where an agreement is for it: decisions on all other cases are the same. */
function caseOf({ requester, declaration, offering }: Question): { readonly case?: string } {
  const bound = offering.policy.bound.get(requester.agency) ?? [];
  return declaration.case !== undefined && bound.some((one) => isOfCase(one, declaration.case))
    ? { case: declaration.case }
    : {};
}

/** What is remembered of one fetch. */
interface Memory {
  /** By State, asker and what is filtered by. */
  readonly fetches: LRUCache<string, StateFetch>;
  readonly written: WrittenTexts;
}

/** Types of the representations; of look-ups also which keys they really give. */
function kindsOf(representations: readonly Representation[], { lookups }: Vocabulary): readonly string[] {
  const kinds = new Set<string>();
  for (const representation of representations) {
    const typeName = String(representation['__typename']);
    kinds.add(lookups.has(typeName) ? `${typeName} ${givenKeys(representation)}` : typeName);
  }
  return [...kinds].sort();
}

function givenKeys(representation: Representation): string {
  return Object.keys(representation)
    .filter((key) => representation[key] !== null)
    .sort()
    .join(' ');
}
