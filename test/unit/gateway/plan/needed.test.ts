import { describe, expect, it } from '@jest/globals';
import { federate } from './federation.js';
import { harbour } from './harbour.js';

const query = `query ($fee: Boolean!, $greeting: Boolean!) {
  cargos { fee @include(if: $fee) greeting @include(if: $greeting) }
}`;

describe('fields that are asked for under conditions', () => {
  it('are resolved without what only those require that are left out', async () => {
    const { ask, asked } = harbour();
    expect(await ask(query, { fee: false, greeting: true })).toEqual({
      data: { cargos: [{ greeting: 'Dear Ana' }, { greeting: 'Dear Luis' }] },
    });
    expect(asked.at(-1)?.representations).toEqual([
      { __typename: 'Cargo', id: 'C-1', owner: 'Ana' },
      { __typename: 'Cargo', id: 'C-2', owner: 'Luis' },
    ]);
  });

  it('are resolved with all of it where all are asked', async () => {
    const { ask, asked } = harbour();
    expect(await ask(query, { fee: true, greeting: true })).toEqual({
      data: {
        cargos: [
          { fee: 101, greeting: 'Dear Ana' },
          { fee: 201, greeting: 'Dear Luis' },
        ],
      },
    });
    expect(asked.at(-1)?.representations).toEqual([
      { __typename: 'Cargo', id: 'C-1', owner: 'Ana', weight: 100 },
      { __typename: 'Cargo', id: 'C-2', owner: 'Luis', weight: 200 },
    ]);
  });

  it('are not asked for where all are left out', async () => {
    const { ask, asked } = harbour();
    expect(await ask(query, { fee: false, greeting: false })).toEqual({ data: { cargos: [{}, {}] } });
    expect(asked.map(({ subgraph }) => subgraph)).toEqual(['customs']);
  });
});

/** Owners of cargos are in a register that does not know all of them. */
const threeSubgraphs = () =>
  federate({
    customs: {
      typeDefs: 'type Query { cargos: [Cargo!] } type Cargo @key(fields: "id") { id: ID! weight: Int }',
      resolvers: {
        Query: {
          cargos: () => [
            { id: 'C-1', weight: 100 },
            { id: 'C-2', weight: 200 },
          ],
        },
      },
    },
    register: {
      typeDefs: 'type Cargo @key(fields: "id") { id: ID! owner: String }',
      resolvers: {
        Cargo: {
          __resolveReference: ({ id }: { id: string }) => (id === 'C-1' ? { id, owner: 'Ana' } : null),
        },
      },
    },
    port: {
      typeDefs: `type Cargo @key(fields: "id") {
        id: ID!
        owner: String @external
        weight: Int @external
        fee: Int @requires(fields: "weight")
        greeting: String @requires(fields: "owner")
      }`,
      resolvers: {
        Cargo: {
          __resolveReference: (representation: unknown) => representation,
          fee: ({ weight }: { weight: number }) => weight + 1,
          greeting: ({ owner }: { owner: string }) => `Dear ${owner}`,
        },
      },
    },
  });

describe('fields that require what one of the records lacks', () => {
  it('are null there: they are not resolved from less than they require', async () => {
    const { ask, asked } = threeSubgraphs();
    expect(await ask(query, { fee: true, greeting: true })).toEqual({
      data: {
        cargos: [
          { fee: 101, greeting: 'Dear Ana' },
          { fee: 201, greeting: null },
        ],
      },
    });
    expect(asked.at(-1)?.representations).toEqual([{ __typename: 'Cargo', id: 'C-1', owner: 'Ana' }]);
  });

  it('do not keep others from being resolved where they are left out', async () => {
    const { ask } = threeSubgraphs();
    expect(await ask(query, { fee: true, greeting: false })).toEqual({
      data: { cargos: [{ fee: 101 }, { fee: 201 }] },
    });
  });
});

describe('fields of an interface that a subgraph knows as an object', () => {
  it('are resolved without what only those require that are left out', async () => {
    const { ask, asked } = federate({
      customs: {
        typeDefs: `
          type Query { cargos: [Barrel!] }
          interface Cargo @key(fields: "id") { id: ID! owner: String weight: Int }
          type Barrel implements Cargo @key(fields: "id") { id: ID! owner: String weight: Int }`,
        resolvers: {
          Query: { cargos: () => [{ id: 'C-1', owner: 'Ana', weight: 100 }] },
        },
      },
      port: {
        typeDefs: `type Cargo @key(fields: "id") @interfaceObject {
          id: ID!
          owner: String @external
          weight: Int @external
          fee: Int @requires(fields: "weight")
          greeting: String @requires(fields: "owner")
        }`,
        resolvers: {
          Cargo: {
            __resolveReference: (representation: unknown) => representation,
            greeting: ({ owner }: { owner: string }) => `Dear ${owner}`,
          },
        },
      },
    });
    expect(await ask(query, { fee: false, greeting: true })).toEqual({
      data: { cargos: [{ greeting: 'Dear Ana' }] },
    });
    expect(asked.at(-1)?.representations).toEqual([{ __typename: 'Cargo', id: 'C-1', owner: 'Ana' }]);
  });
});
