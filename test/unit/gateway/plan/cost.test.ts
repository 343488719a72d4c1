import { describe, expect, it } from '@jest/globals';
import { buildSchema, type FragmentDefinitionNode, getOperationAST, Kind, parse } from 'graphql';
import { compileCost } from '../../../../gateway/plan/cost.js';
import { createEngine } from '../../../../gateway/plan/engine.js';
import { simplifyOperation } from '../../../../gateway/plan/simplify.js';
import { supergraphSdl } from '../../../../schema/sources.js';

const schema = buildSchema(`
  type Query { states(codes: [String!]): [State] state(code: String!): State }
  type State { code: String page(first: Int = 30): ThingConnection! pages(first: Int): ThingConnection! tags: [Tag] }
  type ThingConnection { edges: [ThingEdge] pageInfo: PageInfo totalCount: Int }
  type ThingEdge { cursor: String node: Thing }
  type PageInfo { hasNextPage: Boolean }
  type Thing { id: ID place: Place }
  type Place { name: String }
  type Tag { name: String }
`);

function costOf(text: string, variables: Readonly<Record<string, unknown>> = {}): number {
  const document = parse(text);
  const fragments = document.definitions.filter(
    (node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION,
  );
  const operation = getOperationAST(document);
  if (operation == null) throw new Error('no operation');
  const byName = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  return compileCost(schema, simplifyOperation(schema, operation, byName))(variables);
}

describe('the cost of an operation', () => {
  it('counts each object, and no leaf', () => {
    expect(costOf('{ state(code: "GT") { code } }')).toBe(1);
    expect(costOf('{ __typename }')).toBe(0);
  });

  it('multiplies by the States that are named, or takes ten where none is', () => {
    expect(costOf('{ states(codes: ["GT", "SV"]) { code } }')).toBe(2);
    expect(costOf('{ states { code } }')).toBe(10);
    expect(costOf('query($c: [String!]) { states(codes: $c) { code } }', { c: ['GT', 'SV', 'US'] })).toBe(3);
  });

  it('multiplies what stands on a page by its size, and the page itself counts nothing', () => {
    const page = '{ edges { node { id place { name } } } pageInfo { hasNextPage } totalCount }';
    expect(costOf(`{ state(code: "GT") { pages(first: 7) ${page} } }`)).toBe(1 + 7 * 2);
    expect(costOf(`{ state(code: "GT") { page ${page} } }`)).toBe(1 + 30 * 2);
    expect(costOf(`{ state(code: "GT") { pages ${page} } }`)).toBe(1 + 20 * 2);
    expect(costOf(`query($n: Int) { state(code: "GT") { pages(first: $n) ${page} } }`, { n: 100 })).toBe(201);
  });

  it('counts a fragment as often as it is spread, and what stands in lists in lists', () => {
    expect(
      costOf(`{ a: states(codes: ["GT", "SV"]) { ...S } b: state(code: "US") { ...S } }
        fragment S on State { pages(first: 5) { edges { node { id } } } tags { name } }`),
    ).toBe(2 * (1 + 5 + 5) + (1 + 5 + 5));
  });
});

describe('an operation that would bring too much', () => {
  const engine = createEngine(supergraphSdl());
  const text = `query($n: Int!) { memberStates(codes: ["GT", "SV", "US", "HN", "NI", "PA", "CR", "BZ", "DO", "GT"]) {
    firearms(first: $n) { edges { node { id } } } } }`;

  it('is refused for its variables, with the figures, and is admitted for others', () => {
    const operation = engine.compile('key', parse(text), undefined, {});
    expect(() => {
      operation.admit({ n: 50 });
    }).not.toThrow();
    expect(() => {
      operation.admit({ n: 100 });
    }).toThrow(expect.objectContaining({ code: 'PLAN_TOO_COSTLY', details: { cost: 1_010, most: 1_000 } }));
  });

  it('is no page that is too long to be given at all: that is for the States to say, at its argument', () => {
    const one =
      'query($n: Int!) { memberState(code: "GT") { firearms(first: $n) { edges { node { id } } } } }';
    expect(() => {
      engine.compile('one', parse(one), undefined, {}).admit({ n: 2_147_483_647 });
    }).not.toThrow();
  });
});
