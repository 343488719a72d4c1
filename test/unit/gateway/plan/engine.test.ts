import { describe, expect, it } from '@jest/globals';
import { type DocumentNode, parse, printSchema } from 'graphql';
import { createEngine, defaultEngineOptions, type Engine } from '../../../../gateway/plan/engine.js';
import type { CompiledOperation } from '../../../../gateway/plan/operation.js';
import { shop, supergraphOf } from './supergraph.js';

function compile(engine: Engine, text: string, name?: string): CompiledOperation {
  return engine.compile(`${text} ${name ?? ''}`, parse(text), name);
}

/** Whether an operation is known, so that no document is planned for it. */
function isKnown(engine: Engine, text: string): boolean {
  try {
    engine.compile(`${text} `, {} as DocumentNode, undefined);
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

  it('compiles a projection once for each combination of conditions', () => {
    const compiled = compile(
      createEngine(shop),
      'query($a: Boolean!, $b: Boolean!) { products { name @skip(if: $a) id @include(if: $b) } }',
    );
    const both = compiled.projection({ a: true, b: true });
    expect(compiled.conditionVariables).toEqual(['a', 'b']);
    expect(compiled.projection({ a: true, b: true })).toBe(both);
    expect(compiled.projection({ a: true, b: false })).not.toBe(both);
  });

  it('keeps projections for a few combinations only, however many conditions there are', () => {
    const names = Array.from({ length: 10 }, (_, n) => `v${String(n)}`);
    const compiled = compile(
      createEngine(shop),
      `query(${names.map((name) => `$${name}: Boolean!`).join(' ')}) { ${names.map((name) => `${name}: products { id @skip(if: $${name}) }`).join(' ')} }`,
    );
    const projections = Array.from({ length: 1_024 }, (_, bits) => {
      const conditions = names.map((name, n) => [name, ((bits >> n) & 1) === 1] as const);
      return [Object.fromEntries(conditions), compiled.projection(Object.fromEntries(conditions))] as const;
    });
    const kept = projections.filter(([conditions, made]) => compiled.projection(conditions) === made);
    expect(kept.length).toBeLessThanOrEqual(16);
  });

  it('counts what an operation takes of memory: its text, comments too, and each of its fields', () => {
    const engine = createEngine(shop);
    const small = compile(engine, '{ products { id } }');
    const commented = compile(engine, `{ products { id } } # ${'x'.repeat(100_000)}`);
    const repeated = compile(engine, `{ products { ${'id '.repeat(1_000)} } }`);
    expect([
      small.bytes < 5_000,
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
    expect(after.busiest(10).map(([key]) => key)).toEqual(['{ products { id } } ']);
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
