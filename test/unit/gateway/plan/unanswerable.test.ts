import { describe, expect, it } from '@jest/globals';
import { federate } from './federation.js';

/** `Clue` has fields in two subgraphs, and no object anywhere is one. */
const federation = () =>
  federate({
    archive: {
      typeDefs: `
        type Query { clue: Clue station: String clues: [Clue!]! }
        interface Clue @key(fields: "id") { id: ID! }`,
      resolvers: { Query: { clue: () => null, clues: () => [], station: () => 'north' } },
    },
    police: {
      typeDefs: `
        type Clue @key(fields: "id", resolvable: false) @interfaceObject { id: ID! weight: Int }`,
      resolvers: {},
    },
  });

describe('what no subgraph can be asked for', () => {
  it('refuses an operation that asks for nothing else', async () => {
    const { ask, asked } = federation();
    expect(await ask('{ clue { weight } }')).toEqual({ errors: ['UNANSWERABLE'] });
    expect(asked).toEqual([]);
  });

  it('is named beside what is answered', async () => {
    const { ask } = federation();
    expect(await ask('{ station lost: clue { weight } }')).toEqual({
      data: { station: 'north', lost: null },
      errors: ['UNANSWERABLE at lost'],
    });
  });

  it('is no fault where a subgraph can be asked and has none', async () => {
    const { ask } = federation();
    expect(await ask('{ clue { id } }')).toEqual({ data: { clue: null } });
  });

  it('is no fault where it is skipped', async () => {
    const { ask } = federation();
    const query = 'query ($want: Boolean!) { clue @include(if: $want) { weight } __typename }';
    expect(await ask(query, { want: false })).toEqual({ data: { __typename: 'Query' } });
    expect(await ask(query, { want: true })).toEqual({ errors: ['UNANSWERABLE'] });
    expect(await ask('{ clue @skip(if: true) { weight } }')).toEqual({ data: {} });
  });

  it('is not the schema itself', async () => {
    const { ask, asked } = federation();
    expect(await ask('{ __schema { queryType { id: name } } }')).toEqual({
      data: { __schema: { queryType: { id: 'Query' } } },
    });
    expect(asked).toEqual([]);
  });
});
