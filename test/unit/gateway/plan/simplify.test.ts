import { describe, expect, it } from '@jest/globals';
import { buildSchema, type DocumentNode, getOperationAST, Kind, parse, print, validate } from 'graphql';
import { simplifyOperation } from '../../../../gateway/plan/simplify.js';

const schema = buildSchema(`
  type Query { product: Product  media: Media  found: Found  version: String  node(id: ID): Node }
  type Mutation { touch: Product }
  interface Node { id: ID! }
  interface Media implements Node { id: ID!  title: String }
  type Book implements Media & Node { id: ID!  title: String  pages: Int }
  type Film implements Media & Node { id: ID!  title: String }
  type Product implements Node { id: ID!  name: String  owner: Person }
  type Person implements Node { id: ID! }
  union Found = Product | Book
`);

/** The operation as the planner reads it, on one line. */
function simplified(text: string): string {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  return simplifiedText(document);
}

function simplifiedText(document: DocumentNode): string {
  const operation = getOperationAST(document);
  if (operation == null) throw new Error('no operation');
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const byName = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  return print(simplifyOperation(schema, operation, byName)).replaceAll(/\s+/gu, ' ');
}

describe('an operation, as the planner reads it', () => {
  it.each([
    ['{ product { id ...P } } fragment P on Product { name }', '{ product { id name } }'],
    ['{ product { ... on Node { id } ... { name } } }', '{ product { id name } }'],
    ['{ media { ... on Media { title } ... on Node { id } } }', '{ media { title id } }'],
    ['{ ...Q } fragment Q on Query { version }', '{ version }'],
  ])('has no fragments that apply to every object there: %s', (text, expected) => {
    expect(simplified(text)).toBe(expected);
  });

  it.each([
    ['{ media { id ... on Node { ... on Person { id } } } }', '{ media { id } }'],
    ['{ media { id ... on Found { ... on Product { name } } } }', '{ media { id } }'],
    ['{ product { id ... on Found { ... on Book { pages } } } }', '{ product { id } }'],
  ])('has no fragments that apply to no object there: %s', (text, expected) => {
    expect(simplified(text)).toBe(expected);
  });

  it.each([
    ['{ media { id ... on Book { pages } } }', '{ media { id ... on Book { pages } } }'],
    ['{ media { id ... on Found { ... on Node { id } } } }', '{ media { id ... on Book { id } } }'],
    ['{ found { __typename ... on Node { id } } }', '{ found { __typename ... on Node { id } } }'],
    [
      '{ found { __typename ... on Media { ... on Node { id } title } } }',
      '{ found { __typename ... on Book { id title } } }',
    ],
  ])('has those that tell types apart, by the type that is left where it is one: %s', (text, expected) => {
    expect(simplified(text)).toBe(expected);
  });

  it.each([
    ['{ product { ... on Found { ... on Book { pages } } } }', '{ product { __typename } }'],
    ['mutation { touch { ... on Node { ... on Person { id } } } }', 'mutation { touch { __typename } }'],
    ['{ media { ... on Book { pages } } }', '{ media { ... on Book { pages } __typename } }'],
    ['{ __schema { queryType { name } } }', '{ __typename }'],
  ])('takes something of every object, whatever its type: %s', (text, expected) => {
    expect(simplified(text)).toBe(expected);
  });

  it('keeps names, aliases, arguments and variables', () => {
    const text = 'query A($n: ID = 1) { a: node(id: $n) { id } }';
    expect(simplified(text)).toBe(text);
  });

  it('has nothing of the schema itself, which the planner is not asked for', () => {
    expect(simplified('{ version __schema { ...S } } fragment S on __Schema { queryType { name } }')).toBe(
      '{ version }',
    );
  });

  it('takes no time for fragments that spread each other again and again', () => {
    const count = 200;
    const fragments = Array.from({ length: count }, (_, n) => {
      const inner = n + 1 < count ? `...F${String(n + 1)} ...F${String(n + 1)}` : 'id';
      return `fragment F${String(n)} on Product { ${inner} }`;
    });
    const document = parse(`{ product { ...F0 } } ${fragments.join(' ')}`);
    expect(simplifiedText(document)).toBe('{ product { id } }');
  });
});
