import { describe, expect, it } from '@jest/globals';
import { introspectionFromSchema } from 'graphql';
import { federate } from './federation.js';
import { harbour } from './harbour.js';

describe('required fields with arguments', () => {
  it('are fetched beside the same field with other arguments that a client asks for', async () => {
    const { ask, asked } = harbour();
    expect(await ask('{ cargos { weight(unit: LB) fee } }')).toEqual({
      data: {
        cargos: [
          { weight: 200, fee: 101 },
          { weight: 400, fee: 201 },
        ],
      },
    });
    expect(asked).toEqual([
      {
        subgraph: 'customs',
        text: '{cargos{__typename id weight(unit:LB)_istmo0_weight:weight(unit:KG)}}',
      },
      {
        subgraph: 'port',
        text: 'query($representations:[_Any!]!){_entities(representations:$representations){...on Cargo{fee}}}',
        representations: [
          { __typename: 'Cargo', id: 'C-1', weight: 100 },
          { __typename: 'Cargo', id: 'C-2', weight: 200 },
        ],
      },
    ]);
  });

  it('are fetched beside the same field by a variable', async () => {
    const { ask } = harbour();
    const query =
      'query ($unit: Unit!) { cargos { fee ...Weight } } fragment Weight on Cargo { weight(unit: $unit) }';
    expect(await ask(query, { unit: 'LB' })).toEqual({
      data: {
        cargos: [
          { fee: 101, weight: 200 },
          { fee: 201, weight: 400 },
        ],
      },
    });
  });

  it('are required of every type behind an interface', async () => {
    const { ask, asked } = harbour();
    const query = '{ cargos { duty packages { value(currency: "GTQ") ... on Barrel { litres } } } }';
    expect(await ask(query)).toEqual({
      data: {
        cargos: [
          { duty: 3, packages: [{ value: 8 }, { value: 16, litres: 50 }] },
          { duty: 3, packages: [{ value: 8 }, { value: 16, litres: 50 }] },
        ],
      },
    });
    expect(asked.at(-1)?.representations).toEqual([
      { __typename: 'Cargo', id: 'C-1', packages: [{ value: 1 }, { value: 2 }] },
      { __typename: 'Cargo', id: 'C-2', packages: [{ value: 1 }, { value: 2 }] },
    ]);
  });

  it('are unknown to clients by the names that the planner has for them', async () => {
    const { ask, engine, asked } = harbour();
    expect(JSON.stringify(introspectionFromSchema(engine.apiSchema))).not.toContain('_istmo');
    expect(await ask('{ cargos { _istmo0_weight } }')).toEqual({
      errors: ['Cannot query field "_istmo0_weight" on type "Cargo".'],
    });
    expect(asked).toEqual([]);
  });

  it('that fail are reported where the field stands that needed them', async () => {
    const fail = (): never => {
      throw new Error('the scale is broken');
    };
    const { ask } = harbour({ customs: { Cargo: { weight: fail } } });
    expect(await ask('{ cargos { id fee berth } }')).toEqual({
      data: {
        cargos: [
          { id: 'C-1', fee: null, berth: 4 },
          { id: 'C-2', fee: null, berth: 4 },
        ],
      },
      errors: ['INTERNAL at cargos.0', 'INTERNAL at cargos.1'],
    });
  });

  it('may themselves be resolved from required fields with arguments', async () => {
    const { ask, asked } = federate({
      customs: {
        typeDefs: `
          type Query { cargo: Cargo }
          type Cargo @key(fields: "id") { id: ID! mass(grams: Boolean!): Int }`,
        resolvers: {
          Query: { cargo: () => ({ id: 'C-1' }) },
          Cargo: { mass: (_: unknown, { grams }: { grams: boolean }) => (grams ? 5_000 : 5) },
        },
      },
      scales: {
        typeDefs: `
          type Cargo @key(fields: "id") {
            id: ID!
            mass(grams: Boolean!): Int @external
            weight(times: Int!): Int @requires(fields: "mass(grams: true)")
          }`,
        resolvers: {
          Cargo: {
            __resolveReference: (representation: unknown) => representation,
            weight: ({ mass }: { mass: number }, { times }: { times: number }) => mass * times,
          },
        },
      },
      port: {
        typeDefs: `
          type Cargo @key(fields: "id") {
            id: ID!
            weight(times: Int!): Int @external
            fee: Int @requires(fields: "weight(times: 3)")
          }`,
        resolvers: {
          Cargo: {
            __resolveReference: (representation: unknown) => representation,
            fee: ({ weight }: { weight: number }) => weight + 1,
          },
        },
      },
    });
    expect(await ask('{ cargo { mass(grams: false) weight(times: 2) fee } }')).toEqual({
      data: { cargo: { mass: 5, weight: 10_000, fee: 15_001 } },
    });
    expect(asked.at(-1)?.representations).toEqual([{ __typename: 'Cargo', id: 'C-1', weight: 15_000 }]);
  });
});
