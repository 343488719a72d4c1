import { describe, expect, it } from '@jest/globals';
import { federate } from './federation.js';

/** A court knows exhibits by two keys, and resolves them by the second alone. */
const court = {
  typeDefs: `
    type Query { exhibits: [Exhibit!] }
    type Exhibit @key(fields: "number", resolvable: false) @key(fields: "court docket") {
      number: ID!
      court: String!
      docket: Int!
      substance: String @external
      verdict: String @requires(fields: "substance")
    }`,
  resolvers: {
    Query: { exhibits: () => [{ number: 'E-1', court: 'San Salvador', docket: 7 }] },
    Exhibit: {
      __resolveReference: ({ court: place, docket, substance }: Record<string, unknown>) =>
        place === undefined || docket === undefined ? null : { substance },
      verdict: ({ substance }: Record<string, unknown>) => `guilty of ${String(substance)}`,
    },
  },
};

const laboratory = {
  typeDefs: `type Exhibit @key(fields: "number") { number: ID! substance: String }`,
  resolvers: {
    Exhibit: {
      __resolveReference: ({ number }: { number: string }) => ({ number, substance: 'cocaine' }),
    },
  },
};

describe('the order of keys', () => {
  it('comes back to a subgraph by a key that it resolves, whichever it declares first', async () => {
    const { ask, asked } = federate({ court, laboratory });
    expect(await ask('{ exhibits { verdict } }')).toEqual({
      data: { exhibits: [{ verdict: 'guilty of cocaine' }] },
    });
    expect(asked.at(-1)).toEqual({
      subgraph: 'court',
      text: 'query($representations:[_Any!]!){_entities(representations:$representations){...on Exhibit{verdict}}}',
      representations: [{ __typename: 'Exhibit', court: 'San Salvador', docket: 7, substance: 'cocaine' }],
    });
  });
});
