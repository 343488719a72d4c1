import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, print, validate } from 'graphql';
import { simplifyOperation } from '../../../../gateway/plan/simplify.js';

const schema = buildSchema(`
  type Query { product: Product  media: Media  found: Found  version: String }
  type Mutation { touch: Product }
  interface Node { id: ID! }
  interface Media implements Node { id: ID!  title: String }
  type Book implements Media & Node { id: ID!  title: String  pages: Int }
  type Film implements Media & Node { id: ID!  title: String }
  type Product implements Node { id: ID!  name: String  owner: Person }
  type Person implements Node { id: ID! }
  union Found = Product | Book
`);

/** The operation as the planner reads it, on one line and without fragment definitions. */
function simplified(text: string, operationName?: string): string {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  const [operation] = simplifyOperation(schema, document, operationName).definitions;
  return print(operation!).replaceAll(/\s+/gu, ' ');
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
    ['{ version @skip(if: true) product @include(if: true) { id } }', '{ product { id } }'],
    [
      '{ product { id ... @skip(if: true) { name } ... @include(if: true) { owner { id } } } }',
      '{ product { id owner { id } } }',
    ],
    ['{ product { id @skip(if: false) @include(if: false) name } }', '{ product { name } }'],
  ])('has no conditions but those that depend on a variable: %s', (text, expected) => {
    expect(simplified(text)).toBe(expected);
  });

  it('keeps conditions that depend on a variable, on fields and on fragments', () => {
    expect(
      simplified(
        'query($v: Boolean!) { product { id name @skip(if: $v) ...P @include(if: $v) } } fragment P on Node { id }',
      ),
    ).toBe('query ($v: Boolean!) { product { id name @skip(if: $v) ... @include(if: $v) { id } } }');
  });

  it.each([
    ['{ product { name @skip(if: true) } }', '{ product { __typename } }'],
    ['{ product { ... on Found { ... on Book { pages } } } }', '{ product { __typename } }'],
    ['mutation { touch { ... on Node { ... on Person { id } } } }', 'mutation { touch { __typename } }'],
    ['{ media { ... on Book { pages } } }', '{ media { ... on Book { pages } __typename } }'],
    ['{ version @skip(if: true) }', '{ __typename }'],
  ])('takes something of every object, whatever its type: %s', (text, expected) => {
    expect(simplified(text)).toBe(expected);
  });

  it.each([
    'query ($v: Boolean!) { product { name @skip(if: $v) } }',
    'query ($v: Boolean!) { product { ... @include(if: $v) { name } } }',
  ])('adds nothing where what is taken depends on a variable only: %s', (text) => {
    expect(simplified(text)).toBe(text);
  });

  it('keeps names, aliases, arguments and the variables of the operation that is named', () => {
    expect(
      simplified(
        'query A { version } query B($v: Boolean = true) { a: version ... @skip(if: $v) { version } }',
        'B',
      ),
    ).toBe('query B($v: Boolean = true) { a: version ... @skip(if: $v) { version } }');
  });

  it('leaves what is asked of the schema itself as it is, with its fragments', () => {
    const document = parse(
      '{ __schema { ...S } } fragment S on __Schema { queryType { name @skip(if: true) } }',
    );
    expect(print(simplifyOperation(schema, document, undefined))).toBe(print(document));
  });

  it('takes no time for fragments that spread each other again and again', () => {
    const count = 200;
    const fragments = Array.from({ length: count }, (_, n) => {
      const inner = n + 1 < count ? `...F${String(n + 1)} ...F${String(n + 1)}` : 'id';
      return `fragment F${String(n)} on Product { ${inner} }`;
    });
    const document = parse(`{ product { ...F0 } } ${fragments.join(' ')}`);
    const [operation] = simplifyOperation(schema, document, undefined).definitions;
    expect(print(operation!).replaceAll(/\s+/gu, ' ')).toBe('{ product { id } }');
  });
});
