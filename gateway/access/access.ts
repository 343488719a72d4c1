import type { GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { dateIn } from '../../common/clock.js';
import { decide } from '../../policy/decide.js';
import { doorScope } from '../../policy/operation/scope.js';
import type { Vocabulary } from '../../schema/vocabulary.js';
import type { Declaration } from '../admission/declaration.js';
import { type MemberFetch, withDefaults } from '../plan/member-fetch.js';
import type { Representation } from '../states/owner.js';
import type { Requester } from '../identity/requester.js';
import type { Offering } from '../states/directory.js';
import { type StateFetch, stateFetch } from './state-fetch.js';

/** One question to one State: what is asked, by whom, for what. */
export interface Question {
  readonly operation: MemberFetch;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly representations: readonly Representation[];
  readonly requester: Requester;
  readonly declaration: Declaration;
  readonly timeZone: string;
  readonly offering: Offering;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Decides what of a fetch one State's agreements let this requester have. */
export type Access = (question: Question) => StateFetch;

/** Decisions are made once for an operation, an asker, a set of agreements and what is filtered by, then remembered. */
export function createAccess(schema: GraphQLSchema, vocabulary: Vocabulary): Access {
  const remembered = new LRUCache<string, StateFetch>({ max: 5_000 });
  return (question) => {
    const asker = {
      agency: question.requester.agency,
      roles: question.requester.roles,
      purpose: question.declaration.purpose,
      date: dateIn(question.timeZone, question.now),
    };
    const { operation, offering, representations } = question;
    const variables = withDefaults(operation, question.variables);
    const key = JSON.stringify([
      operation.text,
      offering.digest,
      asker,
      operation.doors.map((door) => doorScope(door, variables)),
      [...new Set(representations.map((key) => givenKeys(key)))].sort(),
    ]);
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const fetch = stateFetch(
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
    );
    remembered.set(key, fetch);
    return fetch;
  };
}

/** Which keys a representation really gives, its type among them. */
function givenKeys(representation: Representation): string {
  const given = Object.keys(representation).filter((key) => representation[key] !== null);
  return `${String(representation['__typename'])} ${given.sort().join(' ')}`;
}
