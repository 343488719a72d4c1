import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { createEngine } from '../../../../gateway/plan/engine.js';
import { introspectionTexts } from '../../../../gateway/reply/introspection.js';
import { supergraphOf } from '../plan/supergraph.js';

const engine = createEngine(
  supergraphOf({
    a: `
      type Query implements Root { product: Product  version: String }
      interface Root { version: String }
      type Mutation { change: Product }
      type Product { id: ID!  cost: Int @inaccessible  old: Int @deprecated }`,
  }),
);

/** What an operation asks of the schema, parsed. */
function texts(query: string, conditions: Record<string, boolean> = {}, variables = {}): unknown {
  const compiled = engine.compile(query, parse(query), undefined);
  const written = introspectionTexts(engine.apiSchema, compiled, conditions, variables);
  return Object.fromEntries(Object.entries(written).map(([key, text]) => [key, JSON.parse(text) as unknown]));
}

describe('what an operation asks of the schema itself', () => {
  it('is nothing where it does not ask', () => {
    expect([texts('{ version product { id } }'), texts('{ __typename }')]).toEqual([{}, {}]);
  });

  it('is answered of what clients see, by response key', () => {
    expect(
      texts('{ version s: __schema { queryType { name } } __type(name: "Product") { fields { name } } }'),
    ).toEqual({ s: { queryType: { name: 'Query' } }, __type: { fields: [{ name: 'id' }] } });
  });

  it('is null for a type that is not there', () => {
    expect(texts('{ __type(name: "Nothing") { name } }')).toEqual({ __type: null });
  });

  it('takes variables and their defaults', () => {
    const query =
      'query($name: String!, $all: Boolean = true) { __type(name: $name) { fields(includeDeprecated: $all) { name } } }';
    expect(texts(query, {}, { name: 'Product', all: true })).toEqual({
      __type: { fields: [{ name: 'id' }, { name: 'old' }] },
    });
  });

  it('is found in fragments, inline and named, on what the root type implements too, and merged', () => {
    expect(
      texts(`{ ... on Root { ... on Query { __schema { queryType { name } } } } ...F }
        fragment F on Query { __schema { mutationType { name } } }`),
    ).toEqual({ __schema: { queryType: { name: 'Query' }, mutationType: { name: 'Mutation' } } });
  });

  it('may be skipped', () => {
    const query = 'query($s: Boolean!) { a: __schema @skip(if: $s) { queryType { name } } version }';
    expect([texts(query, { s: true }, { s: true }), texts(query, { s: false }, { s: false })]).toEqual([
      {},
      { a: { queryType: { name: 'Query' } } },
    ]);
  });

  it('is nothing for a mutation', () => {
    expect(texts('mutation { change { id } }')).toEqual({});
  });
});
