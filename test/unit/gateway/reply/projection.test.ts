import { describe, expect, it } from '@jest/globals';
import type { Data } from '../../../../gateway/plan/data.js';
import { project, type Projecting } from './project.js';

const sdl = `
  type Query { product(id: ID): Product  media: [Media]  found: [Found]  named: Named  a: String  b: String }
  type Mutation { change: Product }
  interface Node { id: ID! }
  interface Media implements Node { id: ID!  title: String }
  type Book implements Media & Node { id: ID!  title: String  pages: Int  author: Person }
  type Film implements Media & Node { id: ID!  title: String  minutes: Int }
  type Person { id: ID!  name: String }
  union Found = Book | Person
  type Product { id: ID!  name(most: Int): String  size: Size  tags: [String!]  grid: [[Int]] }
  type Size { width: Int  height: Int }
  type Named { constructor: String  toString: String  hasOwnProperty: String }
`;

/** The text of an answer without problems. */
function textOf(query: string, data: Data, options?: Projecting): string {
  const { text, problems } = project(sdl, query, data, options);
  expect(problems).toEqual([]);
  return text;
}

const product = { id: '1', name: 'x', size: { height: 2, width: 1 }, tags: ['t'], grid: [[1, null], null] };

describe('an answer is written', () => {
  it('in the order of the operation, and of what was fetched only what it asks for', () => {
    expect(textOf('{ product { size { width height } name id } }', { b: 1, product })).toBe(
      '{"product":{"size":{"width":1,"height":2},"name":"x","id":"1"}}',
    );
  });

  it('under its aliases, also where one field is asked for with other arguments', () => {
    expect(textOf('{ p: product { short: name(most: 1) name } }', { p: { short: 'x', name: 'xyz' } })).toBe(
      '{"p":{"short":"x","name":"xyz"}}',
    );
  });

  it('with null for what is null or was not fetched', () => {
    expect(textOf('{ product { id name size { width } } a }', { product: { id: '1', size: null } })).toBe(
      '{"product":{"id":"1","name":null,"size":null},"a":null}',
    );
  });

  it('with the selections of the same field merged, where it first stands', () => {
    expect(
      textOf(
        '{ product { size { height } id } ...F product { size { height } } } fragment F on Query { a product { size { width } name } }',
        {
          product,
          a: 'y',
        },
      ),
    ).toBe('{"product":{"size":{"height":2,"width":1},"id":"1","name":"x"},"a":"y"}');
  });

  it('through lists, and lists within lists', () => {
    expect(textOf('{ product { tags grid } }', { product })).toBe(
      '{"product":{"tags":["t"],"grid":[[1,null],null]}}',
    );
    expect(textOf('{ media { id } }', { media: [] })).toBe('{"media":[]}');
  });

  it('as {} where all of it is left out', () => {
    expect(textOf('{ a @skip(if: true) product @include(if: false) { id } }', {})).toBe('{}');
  });

  it('with names that JSON escapes and strings that need it', () => {
    expect(textOf('{ a }', { a: '"\n\u2028\ud800' })).toBe('{"a":"\\"\\n\u2028\\ud800"}');
  });

  it('never out of what all objects inherit', () => {
    const query = '{ named { constructor toString hasOwnProperty valueOf: toString __proto__: toString } }';
    expect(textOf(query, { named: {} })).toBe(
      '{"named":{"constructor":null,"toString":null,"hasOwnProperty":null,"valueOf":null,"__proto__":null}}',
    );
    const named = JSON.parse('{"constructor":"c","toString":"t","__proto__":"p"}') as Data;
    expect(textOf('{ named { constructor toString __proto__: toString } }', { named })).toBe(
      '{"named":{"constructor":"c","toString":"t","__proto__":"p"}}',
    );
    expect(textOf('{ constructor: a __proto__: b }', {})).toBe('{"constructor":null,"__proto__":null}');
  });

  it('of the operation that is named', () => {
    const query = 'query A { a } query B { b } mutation C { change { id } }';
    const data = { a: 'x', b: 'y', change: { id: '1' } };
    expect(['A', 'B', 'C'].map((operationName) => textOf(query, data, { operationName }))).toEqual([
      '{"a":"x"}',
      '{"b":"y"}',
      '{"change":{"id":"1"}}',
    ]);
  });
});

describe('fragments', () => {
  const media = [
    { __typename: 'Book', id: '1', title: 'x', pages: 3, author: { id: 'p', name: 'n' } },
    { __typename: 'Film', id: '2', title: 'y', minutes: 90 },
    null,
  ];

  it('are taken by the type that an object is of, inline and named, on interfaces and through them', () => {
    expect(
      textOf(
        `{ media { ...Titled ... on Book { pages ... on Film { minutes } } ...Filmed ... on Node { id } } }
         fragment Titled on Media { title } fragment Filmed on Film { minutes }`,
        { media },
      ),
    ).toBe('{"media":[{"title":"x","pages":3,"id":"1"},{"title":"y","minutes":90,"id":"2"},null]}');
  });

  it('are taken by the type that an object is of, on unions', () => {
    expect(
      textOf('{ found { __typename ... on Book { title } ... on Person { name } ... { __typename } } }', {
        found: [
          { __typename: 'Book', title: 'x' },
          { __typename: 'Person', name: 'n' },
        ],
      }),
    ).toBe('{"found":[{"__typename":"Book","title":"x"},{"__typename":"Person","name":"n"}]}');
  });

  it('merge what they select of the same object', () => {
    expect(
      textOf('{ media { ... on Book { author { id } } ... on Media { ... on Book { author { name } } } } }', {
        media,
      }),
    ).toBe('{"media":[{"author":{"id":"p","name":"n"}},{},null]}');
  });

  it('are taken once, however often they are spread', () => {
    expect(textOf('{ ...F ...F ... { ...F } } fragment F on Query { a }', { a: 'x' })).toBe('{"a":"x"}');
  });
});

describe('@skip and @include', () => {
  const query = `query($yes: Boolean!, $no: Boolean = true) {
    a @skip(if: $yes) b @include(if: $no)
    ... @include(if: $yes) { product @skip(if: false) { id @include(if: true) name @skip(if: $no) } }
    ...F @skip(if: $yes) }
    fragment F on Query { product { size { width } } }`;

  it.each([
    [{ yes: true, no: true }, '{"b":"y","product":{"id":"1"}}'],
    [{ yes: true, no: false }, '{"product":{"id":"1","name":"x"}}'],
    [{ yes: false, no: true }, '{"a":"x","b":"y","product":{"size":{"width":1}}}'],
    [{ yes: false, no: false }, '{"a":"x","product":{"size":{"width":1}}}'],
  ])('leave out what %j says', (conditions, expected) => {
    expect(textOf(query, { a: 'x', b: 'y', product }, { conditions })).toBe(expected);
  });

  it('must both let a field through', () => {
    expect(textOf('{ a @skip(if: true) @include(if: true) b @skip(if: false) @include(if: true) }', {})).toBe(
      '{"b":null}',
    );
  });
});

describe('__typename', () => {
  it('is the type of the object, on the root types too, under any alias', () => {
    expect(textOf('{ __typename media { t: __typename } }', { media: [{ __typename: 'Film' }] })).toBe(
      '{"__typename":"Query","media":[{"t":"Film"}]}',
    );
    expect(textOf('mutation { __typename change { __typename } }', { change: {} })).toBe(
      '{"__typename":"Mutation","change":{"__typename":"Product"}}',
    );
  });

  it.each([
    ['that is not in the schema', 'Nothing'],
    ['that does not implement the interface', 'Person'],
    ['that is a scalar', 'Int'],
    ['that is no name', 7],
  ])('%s makes the object no value of its type', (_, __typename) => {
    expect(project(sdl, '{ media { id } a }', { media: [{ __typename, id: '1' }], a: 'x' })).toEqual({
      text: '{"media":[null],"a":"x"}',
      problems: [['VALUE', 'media.0']],
    });
  });

  it('of another type than the field has makes the object no value of it', () => {
    expect(project(sdl, '{ product { id } }', { product: { __typename: 'Person', id: '1' } })).toEqual({
      text: '{"product":null}',
      problems: [['VALUE', 'product']],
    });
  });

  it('cannot be told of an object of which only the interface is known', () => {
    const media = [{ __typename: 'Media', id: '1', title: 'x' }];
    expect(textOf('{ media { id title ... on Book { pages } } }', { media })).toBe(
      '{"media":[{"id":"1","title":"x"}]}',
    );
    expect(project(sdl, '{ media { __typename id } }', { media })).toEqual({
      text: '{"media":[null]}',
      problems: [['NULL', 'media.0.__typename']],
    });
  });
});

describe('introspection', () => {
  it('is written as it was answered, where it stands in the operation', () => {
    expect(
      textOf(
        '{ a s: __schema { types { name } } __type(name: "A") { name } }',
        { a: 'x' },
        {
          introspection: { s: '{"types":[]}', __type: 'null' },
        },
      ),
    ).toBe('{"a":"x","s":{"types":[]},"__type":null}');
  });
});
