import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Agreement } from '../../../policy/agreement.js';
import { type LimitedNode, openLimitedNode } from './quota/limited-node.js';

const agreement: Agreement = {
  id: 'A',
  grantor: 'GT',
  grantee: { agency: 'US-ATF' },
  purposes: ['FIREARM_TRACING'],
  legalBasis: ['L'],
  valid: { from: '2026-01-01', until: '2026-12-31' },
  grants: [{ record: 'Firearm', hit: { matchOn: ['serialNumber'] }, where: { handlingCode: { eq: 'H0' } } }],
  onwardTransfer: 'PROHIBITED',
};

let node: LimitedNode;
beforeAll(async () => {
  node = await openLimitedNode([agreement]);
});
afterAll(() => node.close());

/** All that a node does for one question: what it answers, its statements, and the form of its log entries. */
async function workFor(serial: string) {
  node.entries.length = 0;
  const filter = `{ serialNumber: { eq: "${serial}" } }`;
  const answer = await node.ask(
    `... on MemberState { firearms(filter: ${filter}) { hit contact { phone } totalCount } }`,
    { __typename: 'MemberState', code: 'GT' },
  );
  const entries = node.entries.map(({ data: { requestId: _id, states, ...data } }) => ({
    ...data,
    states: states.map((state) => ({ ...state, jti: '' })),
  }));
  return { answer, statements: [...node.statements], entries };
}

describe('the work that a node does to tell hit or no hit', () => {
  it('is the same, statement by statement and entry by entry, where there is one, none, or one that is withheld', async () => {
    // the second has the handling code H0, the first another, and there is no eleventh
    const [hit, withheld, none] = [await workFor('S2'), await workFor('S1'), await workFor('S11')];
    expect(hit.answer.data?._entities).toMatchObject([{ firearms: { hit: 'HIT' } }]);
    expect(none.answer.data?._entities).toMatchObject([{ firearms: { hit: 'NO_HIT' } }]);
    // why there is no hit cannot be told by anything
    expect(withheld).toEqual(none);
    expect(hit.statements).toEqual(none.statements);
    expect(hit.statements).toHaveLength(1);
    expect(hit.entries).toEqual(none.entries);
    expect(hit.entries).toHaveLength(1);
  });
});
