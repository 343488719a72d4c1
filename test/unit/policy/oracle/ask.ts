import { createHmac, randomUUID } from 'node:crypto';
import { fetchScope } from '../../../../gateway/access/access.js';
import { askStates } from '../../../../gateway/execute/ask-states.js';
import type { StateResult } from '../../../../gateway/execute/state-result.js';
import { readMemberFetch } from '../../../../gateway/plan/member-fetch.js';
import type { NodeClient } from '../../../../gateway/states/node-client.js';
import { compilePolicy } from '../../../../policy/compile.js';
import type { PlainAgreement, PlainRequester } from './agreements.js';
import { asked, lists } from './asked.js';
import type { Question } from './questions.js';
import { access, assert, clock, maskSecret, region, today } from './state.js';

/** Where a gateway sends its question. */
export type Post = (body: string, assertion: string) => Promise<string>;

/** What a gateway made of a node's answers, and the bytes of those. */
export interface Reply {
  /** In the form of the oracle's. */
  readonly answer: unknown;
  readonly withheld: ReadonlySet<string>;
  readonly results: readonly StateResult[];
  readonly bytes: readonly string[];
}

/** The key of `HASH` in the month of {@link today}. */
export const hashKey: Uint8Array = createHmac('sha256', maskSecret)
  .update(`mask ${today.slice(0, 7)}`)
  .digest();

export interface Asking {
  readonly question: Question;
  readonly requester: PlainRequester;
  /** By which the gateway prunes; those of the State, unless it lies. */
  readonly agreements: readonly PlainAgreement[];
  readonly offered: readonly string[];
  readonly post: Post;
}

/** Asks as a gateway does, page by page. */
export async function ask(asking: Asking): Promise<Reply> {
  const results: StateResult[] = [];
  const bytes: string[] = [];
  let after: string | null = null;
  do {
    const result = await askOnce(asking, after, bytes);
    results.push(result);
    after = nextOf(result);
  } while (after !== null);
  const withheld = results.flatMap(({ answer }) => answer.withheld);
  return {
    answer: answerOf(asking.question, results),
    withheld: new Set(
      withheld.flatMap(({ coordinate, reason, records = [''] }) =>
        records.map((id) => `${coordinate} ${reason} ${id}`.trimEnd()),
      ),
    ),
    results,
    bytes,
  };
}

async function askOnce(asking: Asking, after: string | null, bytes: string[]): Promise<StateResult> {
  const { text, variables, representation } = asked(asking.question, after);
  const offering = {
    digest: randomUUID(),
    agreementsDigest: '',
    schemaVersion: '1',
    offered: new Set(asking.offered),
    policy: compilePolicy(asking.agreements),
  };
  const client: NodeClient = {
    post: async (_state, { body, token }) => {
      const answer = await asking.post(body, token);
      bytes.push(answer);
      return answer;
    },
    close: () => Promise.resolve(),
  };
  const [publicKey] = region.gateways.map((gateway) => gateway.publicKey);
  const state = { code: 'GT', name: { en: 'G', es: 'G' }, timeZone: 'UTC', node: '', publicKey: publicKey! };
  const { agency, roles, purpose, case: one } = asking.requester;
  const [result] = await askStates(
    {
      access,
      assert,
      clock,
      client,
      stateTimeoutMs: 1_000,
      directory: { get: () => ({ state, up: true, offering }) },
    },
    {
      scope: fetchScope(readMemberFetch(text), variables),
      requestId: 'request',
      requester: { agency, country: agency.slice(0, 2), officer: 'officer', client: 'client', roles },
      declaration: { purpose, case: one, urgency: 'ROUTINE' },
      remainingMs: 1_000,
    },
    [{ state: 'GT', representations: [representation] }],
  );
  if (result === undefined) throw new Error('no result');
  if (result.errors.length > 0) throw new Error(JSON.stringify(result.errors));
  return result;
}

interface List {
  readonly hit?: unknown;
  readonly contact?: unknown;
  readonly totalCount?: number;
  readonly edges?: readonly { readonly node: unknown }[] | null;
  readonly pageInfo?: { readonly hasNextPage: boolean; readonly endCursor: string } | null;
}

function listOf({ entities }: StateResult): List | undefined {
  const entity = entities[0] as Readonly<Record<string, List | null>> | null;
  return Object.values(lists).flatMap((field) => entity?.[field] ?? [])[0];
}

function nextOf(result: StateResult): string | null {
  const info = listOf(result)?.pageInfo;
  return info?.hasNextPage === true ? info.endCursor : null;
}

function answerOf(question: Question, results: readonly StateResult[]): unknown {
  const [first] = results;
  if (first === undefined) return undefined;
  if (question.kind !== 'list') return first.entities[0];
  const list = listOf(first);
  return (
    list && {
      hit: list.hit,
      contact: list.contact,
      totalCount: list.totalCount,
      records: list.edges && results.flatMap((result) => listOf(result)?.edges ?? []).map(({ node }) => node),
    }
  );
}
