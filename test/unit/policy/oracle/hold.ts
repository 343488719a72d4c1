import { expect } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import fc from 'fast-check';
import { agreements, type PlainAgreement, requester } from './agreements.js';
import { ask, hashKey, type Post } from './ask.js';
import { disclosed } from './disclosed.js';
import { oracleAnswer } from './oracle.js';
import { type Question, question } from './questions.js';
import { type OpenState, today } from './state.js';
import { world } from './world.js';

/** How much is drawn, and from which seed. */
export interface Effort {
  readonly cases: number;
  readonly seed: number;
}

/** How many of the cases came to something, so that whoever holds can see that they are not all empty. */
export interface Held {
  readonly cases: number;
  readonly withRecords: number;
  readonly withWithheld: number;
  readonly hits: number;
}

/** How a node is reached; from within, where not told otherwise. */
export type Reach = (node: FastifyInstance) => Promise<Post>;

/** By which agreements a gateway prunes; those of the State, unless it lies. */
export type Prune = (agreements: readonly PlainAgreement[], asked: Question) => readonly PlainAgreement[];

/** Questions are put to one world several at a time: filling a database takes longer than asking it. */
const together = 5;

const someCases = fc.record({
  world,
  agreements,
  asked: fc.array(fc.record({ requester, question }), { minLength: together, maxLength: together }),
});

/**
 * Holds what a gateway and a node answer together against what the oracle allows: no more and no less, and the same reasons.
 *
 * @param prune - where it is not the State's agreements by which the gateway prunes, only what is disclosed is held
 */
export async function holdAgainstOracle(
  state: OpenState,
  { cases, seed }: Effort,
  { reach = fromWithin, prune }: { readonly reach?: Reach; readonly prune?: Prune } = {},
): Promise<Held> {
  const held = { cases: 0, withRecords: 0, withWithheld: 0, hits: 0 };
  const property = fc.asyncProperty(someCases, async ({ asked, ...given }) => {
    state.fill(given.world);
    const node = await state.node(given.agreements);
    try {
      const post = await reach(node);
      for (const one of asked) {
        const expected = oracleAnswer({ ...given, ...one, today, hashKey });
        const pruning = prune?.(given.agreements, one.question) ?? given.agreements;
        const reply = await ask({ ...one, agreements: pruning, offered: state.offered, post });
        const answer = disclosed(expected.answer);
        expect(disclosed(reply.answer)).toEqual(answer);
        // a look-up that stays shut names its own fields: reasons are held where records are asked for
        if (prune === undefined && one.question.kind !== 'look-up')
          expect([...reply.withheld].sort()).toEqual([...expected.withheld].sort());
        held.cases += 1;
        const text = JSON.stringify(answer ?? null);
        if (text.includes('"GT:')) held.withRecords += 1;
        if (text.includes('"HIT"')) held.hits += 1;
        if (expected.withheld.size > 0) held.withWithheld += 1;
      }
    } finally {
      await node.close();
    }
  });
  await fc.assert(property, { numRuns: Math.ceil(cases / together), seed });
  return held;
}

export const fromWithin: Reach = (node) =>
  Promise.resolve(async (body: string, assertion: string) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${assertion}` };
    const answer = await node.inject({ method: 'POST', url: '/graphql', headers, payload: body });
    return answer.body;
  });

/** Over a socket. */
export const overHttp: Reach = async (node) => {
  const url = await node.listen({ host: '127.0.0.1', port: 0 });
  return async (body: string, assertion: string) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${assertion}` };
    const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
    return answer.text();
  };
};

/** The seed that is asked for, else any; it is said, so that a run can be had again. */
export function saidSeed(): number {
  const seed = Number(process.env['ISTMO_ORACLE_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
  process.stderr.write(`agreements are drawn with ISTMO_ORACLE_SEED=${String(seed)}\n`);
  return seed;
}
