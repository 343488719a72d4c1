import { describe, expect, it } from '@jest/globals';
import { type DocumentNode, Kind, parse, printSchema } from 'graphql';
import { createEngine, defaultEngineOptions, type Engine } from '../../../../gateway/plan/engine.js';
import type { CompiledOperation } from '../../../../gateway/plan/operation.js';
import { shop, supergraphOf } from './supergraph.js';

function compile(engine: Engine, text: string, name?: string, variables = {}): CompiledOperation {
  return engine.compile(`${text} ${name ?? ''}`, parse(text), name, variables);
}

const nothing: DocumentNode = { kind: Kind.DOCUMENT, definitions: [] };

/** Whether an operation is known, so that no document is planned for it. */
function isKnown(engine: Engine, text: string): boolean {
  try {
    engine.compile(`${text} `, nothing, undefined, {});
    return true;
  } catch {
    return false;
  }
}

describe('the engine of a supergraph', () => {
  it('shows clients the schema without the machinery of joining, nor what is inaccessible', () => {
    const { apiSchema, subgraphs } = createEngine(
      supergraphOf({
        a: 'type Query { product: Product } type Product { id: ID!  cost: Int @inaccessible }',
      }),
    );
    expect(printSchema(apiSchema)).toBe(`type Product {
  id: ID!
}

type Query {
  product: Product
}`);
    expect(subgraphs).toEqual([{ name: 'a', url: '' }]);
  });

  it('plans an operation once', () => {
    const engine = createEngine(shop);
    const first = compile(engine, '{ products { name } }');
    expect(compile(engine, '{ products { name } }')).toBe(first);
  });

  it('plans each of several operations in a document', () => {
    const engine = createEngine(shop);
    const text = 'query A { products { name } } query B { __typename }';
    const [a, b] = [compile(engine, text, 'A'), compile(engine, text, 'B')];
    expect([a.definition.name?.value, a.step?.kind, b.definition.name?.value, b.step]).toEqual([
      'A',
      'fetch',
      'B',
      undefined,
    ]);
  });

  it('plans an operation anew for each combination of its conditions, and keeps each', () => {
    const engine = createEngine(shop);
    const query =
      'query($a: Boolean!, $b: Boolean!, $n: Int) { products { stars(most: $n) @skip(if: $a) name @include(if: $b) } }';
    const both = compile(engine, query, undefined, { a: false, b: true, n: 1 });
    const name = compile(engine, query, undefined, { a: true, b: true });
    expect(compile(engine, query, undefined, { a: false, b: true, n: 2 })).toBe(both);
    expect([both, name].map(({ step }) => step?.kind)).toEqual(['sequence', 'fetch']);
  });

  it('counts what an operation takes of memory: its text, comments too, and each of its fields', () => {
    const engine = createEngine(shop);
    const small = compile(engine, '{ products { id } }');
    const commented = compile(engine, `{ products { id } } # ${'x'.repeat(100_000)}`);
    const repeated = compile(engine, `{ products { ${'id '.repeat(1_000)} } }`);
    expect([
      small.bytes < 20_000,
      commented.bytes - small.bytes > 100_000,
      repeated.bytes - small.bytes > 400_000,
    ]).toEqual([true, true, true]);
  });

  it('refuses a plan of more requests than it may make, with both figures', () => {
    const options = { ...defaultEngineOptions, limits: { fetches: 1, cost: 1_000 } };
    const engine = createEngine(shop, options);
    expect(() => compile(engine, '{ products { name stars } }')).toThrow(
      expect.objectContaining({ code: 'PLAN_TOO_COSTLY', details: { fetches: 2, most: 1 } }),
    );
  });

  it('refuses what is no supergraph', () => {
    expect(() => createEngine('type Query { a: Int }')).toThrow();
    expect(() => createEngine('<html>')).toThrow();
  });
});

describe('an engine that takes over', () => {
  it('plans beforehand what the one before was asked most, and no more', async () => {
    const before = createEngine(shop);
    for (const text of ['{ products { id } }', '{ products { name } }', '{ products { name } }'])
      compile(before, text);
    const after = createEngine(shop, { ...defaultEngineOptions, warmOperations: 1 });
    await after.warm(before);
    expect(['{ products { name } }', '{ products { id } }'].map((text) => isKnown(after, text))).toEqual([
      true,
      false,
    ]);
  });

  it('passes over what is not valid under it, or would now be too costly', async () => {
    const before = createEngine(shop);
    for (const text of ['{ product(id: 1) { id } }', '{ products { stars } }', '{ products { id } }'])
      compile(before, text);
    const smaller = supergraphOf({
      catalogue: 'type Query { products: [Product!]! } type Product @key(fields: "id") { id: ID! }',
      reviews: 'type Product @key(fields: "id") { id: ID!  stars(most: Int): Int }',
    });
    const after = createEngine(smaller, { ...defaultEngineOptions, limits: { fetches: 1, cost: 1_000 } });
    await after.warm(before);
    expect(after.busiest(10).map(([key]) => key)).toEqual(['{ products { id } }  ']);
  });

  it('lets requests go on while it plans', async () => {
    const before = createEngine(shop);
    for (let n = 0; n < 5; n += 1) compile(before, `query Q${String(n)} { products { name stars } }`);
    const after = createEngine(shop);
    let turns = 0;
    const count = (): void => {
      turns += 1;
      timer = setImmediate(count);
    };
    let timer = setImmediate(count);
    await after.warm(before);
    clearImmediate(timer);
    expect(turns).toBeGreaterThanOrEqual(5);
  });
});
