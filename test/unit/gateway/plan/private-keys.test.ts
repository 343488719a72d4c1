import { describe, expect, it } from '@jest/globals';
import { harbour } from './harbour.js';

describe('an alias that looks like a field of the planner', () => {
  it.each([
    ['a key', 'id: owner fee', { id: 'Ana', fee: 101 }],
    ['a required field', 'owner: id greeting', { owner: 'C-1', greeting: 'Dear Ana' }],
    ['a required field with arguments', 'weight: owner fee', { weight: 'Ana', fee: 101 }],
    ['a required field, with other arguments', 'weight(unit: LB) fee', { weight: 200, fee: 101 }],
    ['the name of the type', '__typename: owner fee', { __typename: 'Ana', fee: 101 }],
    ['a private field', '_istmo0_weight: owner fee', { _istmo0_weight: 'Ana', fee: 101 }],
    ['a private key', 'id: owner _istmo_key_id_: id fee', { id: 'Ana', _istmo_key_id_: 'C-1', fee: 101 }],
    ['a name for the log', '_istmo_id: owner fee', { _istmo_id: 'Ana', fee: 101 }],
    ['an alias of the planner', 'x__alias_0: owner fee', { x__alias_0: 'Ana', fee: 101 }],
  ])('is kept apart from it: %s', async (_, fields, first) => {
    const { ask } = harbour();
    const { data, errors } = await ask(`{ cargos { ${fields} } }`);
    expect(errors).toBeUndefined();
    expect((data as { cargos: unknown[] }).cargos[0]).toEqual(first);
  });

  it("is never a name of the gateway's own in what a subgraph is asked", async () => {
    const { ask, asked } = harbour();
    await ask('{ cargos { _istmo_id: owner _istmo_type: owner } }');
    expect(asked.map(({ text }) => text)).toEqual([
      '{cargos{_istmo_key__istmo_id_:owner _istmo_key__istmo_type_:owner}}',
    ]);
  });

  it('keeps its place in the answer, and its name in the paths of errors', async () => {
    const fail = (): never => {
      throw new Error('not known');
    };
    const { ask } = harbour({ customs: { Cargo: { owner: fail } } });
    const { data, errors } = await ask('query { id: cargos { berth id: owner code: id } }');
    expect(JSON.stringify(data)).toBe(
      '{"id":[{"berth":4,"id":null,"code":"C-1"},{"berth":4,"id":null,"code":"C-2"}]}',
    );
    expect(errors).toEqual(['INTERNAL at id.0.id', 'INTERNAL at id.1.id']);
  });

  it('may name one field in a fragment and another in the next', async () => {
    const { ask } = harbour();
    const query = `{ cargos { duty packages {
      ... on Box { id: value(currency: "USD") }
      ... on Barrel { id: litres }
    } } }`;
    expect(await ask(query)).toEqual({
      data: {
        cargos: [
          { duty: 3, packages: [{ id: 1 }, { id: 50 }] },
          { duty: 3, packages: [{ id: 1 }, { id: 50 }] },
        ],
      },
    });
  });

  it('may stand over the schema itself', async () => {
    const { ask } = harbour();
    expect(await ask('{ id: __type(name: "Box") { id: name } cargos { fee } }')).toEqual({
      data: { id: { id: 'Box' }, cargos: [{ fee: 101 }, { fee: 201 }] },
    });
  });

  it('changes nothing of what subgraphs are asked by every other name', async () => {
    const { ask, asked } = harbour();
    await ask('{ cargos { code: id id owner name: owner } }');
    expect(asked.map(({ text }) => text)).toEqual(['{cargos{code:id id owner name:owner}}']);
  });
});

describe('a variable that is named as one of the planner', () => {
  it.each(['representations', '_istmo_variable_representations'])(
    'is kept apart from it: $%s',
    async (name) => {
      const { ask } = harbour();
      const reply = await ask(`query($${name}: Int) { cargos { berth(days: $${name}) } }`, { [name]: 3 });
      expect(reply).toEqual({ data: { cargos: [{ berth: 7 }, { berth: 7 }] } });
    },
  );
});
