import { describe, expect, it } from '@jest/globals';
import { project } from './project.js';

/** Types of every combination of null and non-null. */
const sdl = `
  type Query { maybe: T  surely: T!  list: [T]  full: [T!]  exact: [T!]!  grid: [[T!]!]  x: Int }
  type T { id: Int!  name: String  inner: T  must: T!  ids: [Int!]  allIds: [Int!]! }
`;

describe('a null that may not be one', () => {
  it.each<[string, string, Record<string, unknown>, string, readonly (readonly [string, string])[]]>([
    [
      'makes the object around it null',
      '{ maybe { name id } x }',
      { maybe: { id: null, name: 'n' }, x: 1 },
      '{"maybe":null,"x":1}',
      [['NULL', 'maybe.id']],
    ],
    [
      'that was not fetched does the same',
      '{ maybe { id } x }',
      { maybe: {}, x: 1 },
      '{"maybe":null,"x":1}',
      [['NULL', 'maybe.id']],
    ],
    [
      'goes up as far as the first that may be null',
      '{ maybe { inner { must { must { id } } } name } }',
      { maybe: { inner: { must: { must: { id: null } } }, name: 'n' } },
      '{"maybe":{"inner":null,"name":"n"}}',
      [['NULL', 'maybe.inner.must.must.id']],
    ],
    ['goes up to the root', '{ x surely { id } }', { x: 1 }, 'null', [['NULL', 'surely']]],
    [
      'beneath the root does so too',
      '{ surely { must { id } } x }',
      { surely: { must: { id: null } }, x: 1 },
      'null',
      [['NULL', 'surely.must.id']],
    ],
    [
      'in a list of what may be null stays there',
      '{ list { id } }',
      { list: [{ id: 1 }, { id: null }, null] },
      '{"list":[{"id":1},null,null]}',
      [['NULL', 'list.1.id']],
    ],
    [
      'in a list of what may not be null makes the list null',
      '{ full { id } x }',
      { full: [{ id: 1 }, null], x: 1 },
      '{"full":null,"x":1}',
      [['NULL', 'full.1']],
    ],
    [
      'in a list that may not be null either goes on up',
      '{ exact { id } x }',
      { exact: [{ id: null }], x: 1 },
      'null',
      [['NULL', 'exact.0.id']],
    ],
    [
      'in a list within a list goes on up',
      '{ grid { id } x }',
      { grid: [[{ id: 1 }], [null]], x: 1 },
      '{"grid":null,"x":1}',
      [['NULL', 'grid.1.0']],
    ],
    [
      'among scalars makes their list null, or what holds it',
      '{ maybe { ids } list { allIds } }',
      { maybe: { ids: [1, null] }, list: [{ allIds: [null] }, { allIds: null }, { allIds: [] }] },
      '{"maybe":{"ids":null},"list":[null,null,{"allIds":[]}]}',
      [
        ['NULL', 'maybe.ids.1'],
        ['NULL', 'list.0.allIds.0'],
        ['NULL', 'list.1.allIds'],
      ],
    ],
  ])('%s', (_, query, data, text, problems) => {
    expect(project(sdl, query, data)).toEqual({ text, problems });
  });

  it('is told once, also where it goes far', () => {
    expect(project(sdl, '{ exact { must { must { id } } } }', { exact: [{ must: { must: null } }] })).toEqual(
      {
        text: 'null',
        problems: [['NULL', 'exact.0.must.must']],
      },
    );
  });
});

describe('a value of another shape', () => {
  it.each<[string, string, Record<string, unknown>, string, readonly (readonly [string, string])[]]>([
    ['a text for an object', '{ maybe { id } }', { maybe: 'x' }, '{"maybe":null}', [['VALUE', 'maybe']]],
    [
      'a list for an object',
      '{ maybe { id } }',
      { maybe: [{ id: 1 }] },
      '{"maybe":null}',
      [['VALUE', 'maybe']],
    ],
    ['an object for a list', '{ list { id } }', { list: { id: 1 } }, '{"list":null}', [['VALUE', 'list']]],
    ['a text for a list', '{ list { id } }', { list: 'abc' }, '{"list":null}', [['VALUE', 'list']]],
    ['an object for a scalar', '{ x }', { x: { y: 1 } }, '{"x":null}', [['VALUE', 'x']]],
    ['a list for a scalar', '{ x }', { x: [1] }, '{"x":null}', [['VALUE', 'x']]],
    [
      'where null may not be, goes up like one',
      '{ maybe { id } x }',
      { maybe: { id: 'text' }, x: 1 },
      '{"maybe":null,"x":1}',
      [['VALUE', 'maybe.id']],
    ],
    [
      'in a list of what may not be null',
      '{ maybe { ids } exact { id } }',
      { maybe: { ids: [1, 'x'] }, exact: [{ id: 1 }] },
      '{"maybe":{"ids":null},"exact":[{"id":1}]}',
      [['VALUE', 'maybe.ids.1']],
    ],
  ])('%s is null, and told', (_, query, data, text, problems) => {
    expect(project(sdl, query, data)).toEqual({ text, problems });
  });

  it('that is nested deeper than the stack is high is told, like any other', () => {
    const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`) as unknown;
    expect(project(sdl, '{ list { id } x }', { list: deep, x: 1 })).toEqual({
      text: '{"list":[null],"x":1}',
      problems: [['VALUE', 'list.0']],
    });
  });
});
